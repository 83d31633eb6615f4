package vn.hoidan.architecture;

import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares what classes name with the table of directions.
final class DirectionRules {
    static final String ROOT = "vn.hoidan.";
    private static final String WINDOW_THREAD = "javafx.application.Platform";
    private static final Map<String, String> MODULE_OF_PACKAGE = modulesOfTheJdk();

    private DirectionRules() {
    }

    static List<Violation> check(Collection<ClassFacts> classes) {
        List<Violation> found = new ArrayList<>();
        Set<String> enums = classes.stream().filter(ClassFacts::enumType).map(ClassFacts::name)
                .collect(Collectors.toSet());
        for (ClassFacts facts : classes) {
            Optional<Room> room = roomOf(facts.name());
            if (room.isEmpty()) {
                found.add(new Violation("room", facts.name(), "stands in no room of the table of directions"));
                continue;
            }
            checkNames(facts, room.get(), found);
            checkStandardStreams(facts, room.get(), found);
            checkEnumNames(facts, enums, found);
            checkViewModel(facts, found);
            if (room.get().place().equals("core")) {
                checkCore(facts, found);
            }
        }
        checkWindowThread(classes, found);
        checkCycles(classes, found);
        return found;
    }

    static Optional<Room> roomOf(String className) {
        return Rooms.TABLE.stream().filter(room -> Room.holds(room.place(), className)).findFirst();
    }

    private static void checkNames(ClassFacts facts, Room room, List<Violation> found) {
        for (String name : facts.names()) {
            String module = MODULE_OF_PACKAGE.get(ClassFacts.packageOf(name));
            if (name.startsWith(ROOT)) {
                if (!room.mayName(name)) {
                    found.add(new Violation("direction", facts.name(), room.place() + " may not name " + name));
                }
            } else if (name.startsWith("sun.") || name.startsWith("com.sun.") || name.startsWith("jdk.internal.")) {
                found.add(new Violation("jdk-inside", facts.name(), "names " + name));
            } else if (module != null) {
                if (!room.modules().contains(module)) {
                    found.add(new Violation("module", facts.name(),
                            room.place() + " may not name " + name + " of " + module));
                }
            } else if (!room.mayNameLibrary(name)) {
                found.add(new Violation("library", facts.name(), room.place() + " may not name " + name));
            }
        }
    }

    private static void checkCore(ClassFacts facts, List<Violation> found) {
        for (String name : facts.names()) {
            if (Rooms.CLASSES_CLOSED_TO_CORE.contains(ClassFacts.outermost(name)) || Rooms.CLOSED_TO_CORE.stream()
                    .anyMatch(closed -> name.startsWith(closed + "."))) {
                found.add(new Violation("core", facts.name(), "names " + name));
            }
        }
        for (ClassFacts.Member member : facts.members()) {
            boolean readsClock = member.owner().startsWith("java.time.") && member.name().equals("now");
            if (readsClock || Rooms.DEFAULTS_CLOSED_TO_CORE.contains(member)
                    || Rooms.CALLS_CLOSED_TO_CORE.getOrDefault(member.owner(), Set.of()).contains(member.name())) {
                found.add(new Violation("core", facts.name(), "uses " + member));
            }
        }
    }

    private static void checkStandardStreams(ClassFacts facts, Room room, List<Violation> found) {
        if (room.place().equals("cli")) {
            return;
        }
        for (ClassFacts.Member member : facts.members()) {
            boolean stream = member.owner().equals("java.lang.System")
                    && Set.of("out", "err", "in", "exit").contains(member.name());
            if (stream || member.name().equals("printStackTrace")) {
                found.add(new Violation("standard-streams", facts.name(), "only cli may use " + member));
            }
        }
    }

    /// What is stored, sent or looked up goes by an explicit code, so that renaming a constant changes nothing.
    private static void checkEnumNames(ClassFacts facts, Set<String> enums, List<Violation> found) {
        for (ClassFacts.Member member : facts.members()) {
            boolean byName = member.name().equals("name") && member.descriptor().equals("()Ljava/lang/String;")
                    || member.name().equals("valueOf") && member.descriptor().startsWith("(Ljava/lang/String;)");
            if (byName && enums.contains(member.owner()) && !member.owner().equals(facts.name())) {
                found.add(new Violation("enum-name", facts.name(), "uses " + member + ", not an explicit code"));
            }
        }
    }

    private static void checkViewModel(ClassFacts facts, List<Violation> found) {
        if (!Room.holds("client.ui", facts.name()) || !facts.outermostName().endsWith("Model")) {
            return;
        }
        for (String name : facts.names()) {
            if (Rooms.TABLE.stream().noneMatch(room -> room.mayNameLibrary(name)) || Rooms.OPEN_TO_VIEW_MODELS
                    .stream().anyMatch(open -> name.startsWith(open + "."))) {
                continue;
            }
            found.add(new Violation("view-model", facts.name(), "names " + name));
        }
    }

    private static void checkWindowThread(Collection<ClassFacts> classes, List<Violation> found) {
        Set<String> users = classes.stream().filter(facts -> facts.names().contains(WINDOW_THREAD))
                .map(ClassFacts::outermostName).collect(Collectors.toCollection(TreeSet::new));
        boolean hasWindow = classes.stream().anyMatch(facts ->
                facts.names().stream().anyMatch(name -> name.startsWith("javafx.")));
        if (users.size() > 1 || hasWindow && users.isEmpty()) {
            found.add(new Violation("window-thread", String.join(", ", users),
                    "exactly one class may name Platform, " + users.size() + " do"));
        }
    }

    private static void checkCycles(Collection<ClassFacts> classes, List<Violation> found) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (ClassFacts facts : classes) {
            Set<String> targets = arrows.computeIfAbsent(facts.packageName(), key -> new TreeSet<>());
            facts.names().stream().filter(name -> name.startsWith(ROOT)).map(ClassFacts::packageOf)
                    .filter(name -> !name.equals(facts.packageName())).forEach(targets::add);
        }
        Map<String, Set<String>> reached = new HashMap<>();
        for (String start : arrows.keySet()) {
            reached.put(start, reachable(start, arrows));
        }
        Set<String> told = new TreeSet<>();
        for (String start : arrows.keySet()) {
            Set<String> ring = reached.get(start).stream()
                    .filter(other -> reached.getOrDefault(other, Set.of()).contains(start))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (ring.size() > 1 && told.addAll(ring)) {
                found.add(new Violation("cycle", start, "packages name each other in a ring: " + ring));
            }
        }
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> arrows) {
        Set<String> seen = new TreeSet<>();
        List<String> open = new ArrayList<>(arrows.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (seen.add(next)) {
                open.addAll(arrows.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    private static Map<String, String> modulesOfTheJdk() {
        Map<String, String> modules = new HashMap<>();
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            for (String packageName : module.descriptor().packages()) {
                modules.put(packageName, module.descriptor().name());
            }
        }
        return modules;
    }
}
