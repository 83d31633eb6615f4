package vn.hoidan.cli.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static final Predicate<String> THERE = library -> true;
    private static final Predicate<String> MISSING = library -> false;
    private static final Predicate<String> NOT_ASKED = library -> fail("asked for " + library);

    @Test
    void needsAScreenAndItsLibraryOnLinux() {
        assertEquals(Display.ABSENT, Display.of("Linux", Map.of(), NOT_ASKED));
        assertEquals(Display.ABSENT, Display.of("Linux", Map.of("DISPLAY", " "), NOT_ASKED));
        assertEquals(Display.LIBRARY_MISSING, Display.of("Linux", Map.of("DISPLAY", ":0"), MISSING));
        assertEquals(Display.READY, Display.of("Linux", Map.of("DISPLAY", ":0"), THERE));
    }

    @Test
    void needsNothingElseOnWindowsAndMac() {
        assertEquals(Display.READY, Display.of("Windows 11", Map.of(), NOT_ASKED));
        assertEquals(Display.READY, Display.of("Mac OS X", Map.of(), NOT_ASKED));
    }
}
