package vn.hoidan.cli.practice;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Map;
import java.util.function.Predicate;

/// Whether a window can be opened here.
public enum Display {
    READY,
    /// No screen at all, as on a server or in an automatic build.
    ABSENT,
    /// A screen, but not the library that draws windows on Linux.
    LIBRARY_MISSING;

    /// The library that JavaFX asks for on Linux.
    private static final String GTK = "libgtk-3.so.0";
    /// What to install for it, by distribution.
    public static final String GTK_PACKAGES = "libgtk-3-0 (Debian, Ubuntu; libgtk-3-0t64 / Ubuntu 24.04+), "
            + "gtk3 (Fedora)";

    /// Here and now.
    public static Display here() {
        return of(System.getProperty("os.name"), System.getenv(), Display::found);
    }

    /// From now on windows are drawn in memory. Only before the first one is opened.
    public static void chooseHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /// Windows and macOS always have what is needed; elsewhere a screen must be named in the environment.
    static Display of(String system, Map<String, String> environment, Predicate<String> libraryFound) {
        if (system.startsWith("Windows") || system.startsWith("Mac")) {
            return READY;
        }
        if (environment.getOrDefault("DISPLAY", "").isBlank()) {
            return ABSENT;
        }
        return libraryFound.test(GTK) ? READY : LIBRARY_MISSING;
    }

    private static boolean found(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException notThere) {
            return false;
        }
    }
}
