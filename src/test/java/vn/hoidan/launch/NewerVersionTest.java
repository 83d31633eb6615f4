package vn.hoidan.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.release.Version;
import vn.hoidan.support.FileNames;

/// The versions are scripts here, in folders laid out as a package's are.
@DisplayName("A newer version")
class NewerVersionTest {
    private static final Version OWN = new Version(0, 1, 0);
    private static final Version NEXT = new Version(0, 2, 0);
    private static final Version LATER = new Version(0, 3, 0);
    private static final List<String> ARGUMENTS = List.of("client", FileNames.possible("Tệp của tôi.hoidan"));
    private static final int FIRST_OWN_FAULT = 4;

    @TempDir
    private Path folder;
    private Versions versions;

    @BeforeEach
    void begin() {
        versions = new Versions(folder);
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "scripts stand for versions");
    }

    @Test
    void isStartedInThePlaceOfTheInstalledOne() throws IOException {
        install(NEXT, "rm " + folder.resolve("tried") + "; exit 0");
        assertEquals(Optional.of(0), start());
        assertEquals(Optional.empty(), versions.givenUp());
    }

    @Test
    void isGivenTheFileThatWasOpened() throws IOException {
        install(NEXT, "printf '%s\\n' \"$@\" > " + folder.resolve("given") + "; rm " + folder.resolve("tried"));
        assertEquals(Optional.of(0), start());
        assertEquals(ARGUMENTS, Files.readAllLines(folder.resolve("given")));
    }

    @Test
    void isGivenUpWhenItEndsBeforeItsWindowCanBeUsed() throws IOException {
        install(NEXT, "exit 4");
        assertEquals(Optional.empty(), start());
        assertTrue(versions.isRefused(NEXT));
        assertEquals(Optional.of(NEXT), versions.givenUp());
        assertEquals(Optional.empty(), versions.givenUp(), "told twice");
        assertEquals(Optional.empty(), versions.current());
    }

    @Test
    void givesWayToTheOneBeforeItWhenItDoesNotComeUp() throws IOException {
        install(NEXT, "rm " + folder.resolve("tried") + "; exit 0");
        install(LATER, "exit 1");
        assertEquals(Optional.of(0), start());
        assertEquals(Optional.of(NEXT), versions.current());
        assertTrue(versions.isRefused(LATER));
    }

    /// Seen with a real package: a version that failed when it was tried took the one in use away with it.
    @Test
    void leavesTheOneInUseWhenItIsGivenUpBeforeItWasAdopted() throws IOException {
        install(NEXT, "rm " + folder.resolve("tried") + "; exit 0");
        versions.goBack(LATER);
        assertEquals(Optional.of(NEXT), versions.toStart(OWN));
        assertTrue(versions.isRefused(LATER));
        assertEquals(Optional.of(LATER), versions.givenUp());
        assertEquals(Optional.of(0), start());
    }

    @Test
    void isNotBlamedForALaptopWithoutADisplay() throws IOException {
        install(NEXT, "exit 3");
        assertEquals(Optional.of(3), start());
        assertEquals(Optional.of(NEXT), versions.current());
    }

    /// Seen with a real package: its launcher ran without its own settings and printed how Java is used.
    @Test
    void hearsNothingOfTheLauncherThatStartedIt() {
        Map<String, String> environment = new HashMap<>(Map.of("_JPACKAGE_LAUNCHER", "0", "LD_LIBRARY_PATH", ":lib",
                "DISPLAY", ":0"));
        NewerVersion.clean(environment);
        assertEquals(Map.of("DISPLAY", ":0"), environment);
    }

    @Test
    void mayBeCutOffOnceButNotTwice() throws IOException {
        install(NEXT, "exit 0");
        versions.starts(NEXT);
        assertEquals(Optional.of(NEXT), versions.toStart(OWN));
        versions.starts(NEXT);
        assertEquals(Optional.empty(), versions.toStart(OWN));
        assertTrue(versions.isRefused(NEXT));
    }

    @Test
    void isForgottenOnceTheInstalledOneIsNewer() throws IOException {
        install(NEXT, "exit 4");
        assertEquals(Optional.empty(), versions.toStart(LATER));
        assertFalse(versions.isRefused(NEXT));
    }

    @Test
    void isPassedOverWhenItsFolderIsGoneOrItsNumberIsNone() throws IOException {
        versions.adopt(NEXT);
        assertEquals(Optional.empty(), versions.toStart(OWN));
        Files.writeString(folder.resolve("current"), "../../elsewhere\n");
        assertEquals(Optional.empty(), versions.toStart(OWN));
    }

    private Optional<Integer> start() {
        return new NewerVersion(versions, OWN, FIRST_OWN_FAULT).start(ARGUMENTS);
    }

    private void install(Version version, String script) throws IOException {
        Path place = versions.place(version);
        Files.createDirectories(place.resolve("lib/app"));
        Files.createDirectories(place.resolve("lib/runtime/bin"));
        Files.createDirectories(place.resolve("bin"));
        Files.writeString(place.resolve("lib/app/hoi-dan.cfg"), "");
        Files.writeString(place.resolve("lib/runtime/bin/java"), "");
        Files.writeString(place.resolve("bin/hoi-dan"), "#!/bin/sh\n" + script + "\n");
        assertTrue(place.resolve("bin/hoi-dan").toFile().setExecutable(true));
        versions.adopt(version);
    }
}
