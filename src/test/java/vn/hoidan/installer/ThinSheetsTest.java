package vn.hoidan.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The packaged style sheets have no rules for controls that no screen has, which a new screen may change.
final class ThinSheetsTest {
    private static final Pattern UNUSED = Pattern.compile("\"([A-Z]\\w+) [a-z]");
    private static final Pattern USED = Pattern.compile(
            "import (?:javafx\\.scene\\.(?:control|chart|web)|atlantafx\\.base\\.controls)\\.(\\w+);");

    @Test
    void noScreenHasAControlWhoseRulesArePackagedWithoutIt() throws IOException {
        Set<String> unused = UNUSED.matcher(Files.readString(Path.of("installer", "Sheets.java"))).results()
                .map(found -> found.group(1)).collect(Collectors.toSet());
        assertTrue(unused.contains("DatePicker") && unused.contains("Chart"), unused::toString);
        List<String> bare = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher used = USED.matcher(Files.readString(source));
                while (used.find()) {
                    String control = used.group(1);
                    if (unused.contains(control) || control.endsWith("Chart") || control.endsWith("Dialog")
                            || control.startsWith("Spinner") || control.startsWith("Tree")) {
                        bare.add(source.getFileName() + " has " + control);
                    }
                }
            }
        }
        assertEquals(List.of(), bare, "take the control out of UNUSED in installer/Sheets.java");
    }
}
