package vn.hoidan.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.support.FileNames;

/// Folders as jpackage lays them out on systems that no test runs on, below a person's name.
@DisplayName("An installed program")
class InstalledFolderTest {
    private static final String NAME = "Nguyễn Văn A";

    @TempDir
    private Path folder;
    private Path place;

    @BeforeEach
    void begin() {
        place = folder.resolve(FileNames.possible(NAME)).resolve("AppData").resolve("Local").resolve("hoi-dan");
    }

    @Test
    void isFoundAsWindowsHasIt() throws IOException {
        make("hoi-dan.exe", "runtime/bin/java.exe", "app/hoidan.jar");
        settings("app");
        InstalledFolder installed = InstalledFolder.at(place);
        assertEquals(place.resolve("hoi-dan.exe"), installed.launcher());
        assertEquals(place.resolve("runtime/bin/java.exe"), installed.java());
        isUnderstood(installed, place.resolve("app"));
    }

    @Test
    void isFoundAsMacosHasIt() throws IOException {
        make("Contents/MacOS/hoi-dan", "Contents/runtime/Contents/Home/bin/java", "Contents/app/hoidan.jar");
        settings("Contents/app");
        InstalledFolder installed = InstalledFolder.at(place);
        assertEquals(place.resolve("Contents/MacOS/hoi-dan"), installed.launcher());
        assertEquals(place.resolve("Contents/runtime/Contents/Home/bin/java"), installed.java());
        isUnderstood(installed, place.resolve("Contents/app"));
    }

    @Test
    void isNoneWhereNothingOrHalfOfItLies() throws IOException {
        assertThrows(IOException.class, () -> InstalledFolder.at(place));
        make("app/hoidan.jar");
        assertThrows(IOException.class, () -> InstalledFolder.at(place), "no runtime");
        make("runtime/bin/java.exe");
        assertThrows(IOException.class, () -> InstalledFolder.at(place), "no settings");
    }

    /// A space in a person's name parts no option.
    private static void isUnderstood(InstalledFolder installed, Path jars) throws IOException {
        assertEquals("1.2.3", installed.version());
        assertEquals("windows-x64", installed.platform());
        assertEquals(List.of("-Djpackage.app-version=1.2.3", "-Dhoidan.platform=windows-x64",
                "-XX:AOTCache=" + jars + File.separator + "hoi-dan.aot"), installed.javaOptions().stream()
                .map(option -> option.replace("/hoi-dan.aot", File.separator + "hoi-dan.aot")).toList());
        assertEquals(List.of(jars + File.separator + "hoidan.jar"), installed.classPath().stream()
                .map(each -> each.replace("/hoidan.jar", File.separator + "hoidan.jar")).toList());
        assertEquals("vn.hoidan.cli.Launcher", installed.mainClass());
    }

    private void settings(String jars) throws IOException {
        Files.writeString(place.resolve(jars).resolve("hoi-dan.cfg"), """
                [Application]
                app.classpath=$APPDIR/hoidan.jar
                app.mainclass=vn.hoidan.cli.Launcher
                [JavaOptions]
                java-options=-Djpackage.app-version=1.2.3
                java-options=-Dhoidan.platform=windows-x64
                java-options=-XX:AOTCache=$APPDIR/hoi-dan.aot
                """);
    }

    private void make(String... files) throws IOException {
        for (Path each : Stream.of(files).map(place::resolve).toList()) {
            Files.createDirectories(each.getParent());
            Files.createFile(each);
        }
    }
}
