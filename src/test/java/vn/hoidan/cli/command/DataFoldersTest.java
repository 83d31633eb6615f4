package vn.hoidan.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFoldersTest {

    private static final Path HOME = Path.of("home");

    @Test
    void takesTheFolderThatEachSystemMeansForPrograms() {
        assertEquals(Path.of("local", "HoiDan"), DataFolders.user("Windows 11", Map.of("LOCALAPPDATA", "local"), HOME));
        assertEquals(Path.of("home", "AppData", "Local", "HoiDan"), DataFolders.user("Windows 11", Map.of(), HOME));
        assertEquals(Path.of("home", "Library", "Application Support", "HoiDan"),
                DataFolders.user("Mac OS X", Map.of(), HOME));
        assertEquals(Path.of("xdg", "hoi-dan"), DataFolders.user("Linux", Map.of("XDG_DATA_HOME", "xdg"), HOME));
        assertEquals(Path.of("home", ".local", "share", "hoi-dan"),
                DataFolders.user("Linux", Map.of("XDG_DATA_HOME", " "), HOME));
    }
}
