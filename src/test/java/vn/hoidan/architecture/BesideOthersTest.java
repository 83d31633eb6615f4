package vn.hoidan.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.hoidan.support.BesideOthers;

/// Tests that run beside others open no window and change nothing that the whole program has, nor does what they use of
/// the other tests' classes.
class BesideOthersTest {
    private static final Path TESTS = Repository.HERE.resolve("target").resolve("test-classes");
    /// Ratchet: raise it as more tests do.
    private static final int FEWEST = 20;
    private static final List<String> WINDOW = List.of("javafx.application.", "javafx.stage.", "org.testfx.");
    /// By the name of their class.
    private static final Map<String, Set<String>> OF_THE_WHOLE_PROGRAM = Map.of(
            "java.lang.System", Set.of("setProperty", "clearProperty", "setProperties", "setOut", "setErr", "setIn"),
            "java.util.Locale", Set.of("setDefault"),
            "java.util.TimeZone", Set.of("setDefault"),
            "java.sql.DriverManager", Set.of("registerDriver", "deregisterDriver"),
            "java.util.logging.LogManager", Set.of("reset", "readConfiguration"),
            "java.lang.Thread", Set.of("setDefaultUncaughtExceptionHandler"),
            "com.sun.management.OperatingSystemMXBean", Set.of("getProcessCpuTime"),
            "java.lang.Runtime", Set.of("freeMemory", "totalMemory"));

    private static final Map<String, ClassFacts> CLASSES = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        ClassFacts.readAll(TESTS).forEach(each -> CLASSES.put(each.name(), each));
    }

    /// Everything of the tests' classes that a class names, and what they name.
    private static List<ClassFacts> reached(String first) {
        Set<String> seen = new HashSet<>(Set.of(first));
        Deque<String> left = new ArrayDeque<>(seen);
        while (!left.isEmpty()) {
            CLASSES.get(left.pop()).names().stream().filter(CLASSES::containsKey).filter(seen::add)
                    .forEach(left::push);
        }
        return seen.stream().map(CLASSES::get).toList();
    }

    private static Set<String> shared(String test) {
        Set<String> found = new TreeSet<>();
        for (ClassFacts each : reached(test)) {
            if (each.names().stream().anyMatch(name -> WINDOW.stream().anyMatch(name::startsWith))) {
                found.add(each.name() + " opens a window");
            }
            each.members().stream().filter(member -> OF_THE_WHOLE_PROGRAM.getOrDefault(member.owner(), Set.of())
                    .contains(member.name())).forEach(member -> found.add(each.name() + " uses " + member));
        }
        // once and for good
        found.removeIf(each -> each.startsWith("vn.hoidan.support.FoldersInFront uses java.sql.DriverManager"));
        return found;
    }

    @Test
    void shareNothingWithTheOthers() {
        List<String> tests = CLASSES.values().stream()
                .filter(each -> each.names().contains(BesideOthers.class.getName())).map(ClassFacts::name)
                .filter(name -> !name.equals(BesideOthersTest.class.getName())).toList();
        assertTrue(tests.size() >= FEWEST, tests::toString);
        assertEquals("", tests.stream().flatMap(test -> shared(test).stream().map(what -> test + ": " + what))
                .collect(Collectors.joining("\n")));
    }

    /// What must be noticed.
    private static final class Meddler {
        static void meddle() {
            System.clearProperty("");
        }
    }

    @Test
    void noticesWindowsAndSettings() {
        assertFalse(shared("vn.hoidan.client.ui.frame.WindowTest").isEmpty());
        assertFalse(shared(Meddler.class.getName()).isEmpty());
    }
}
