package vn.hoidan.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where data lies when nobody says where: the folder that each system means for a user's programs.
public final class DataFolders {

    private static final String NAME = "HoiDan";
    private static final String UNIX_NAME = "hoi-dan";
    private static final String VERSIONS = "program";
    private static final String SERVER = "server";

    private DataFolders() {
    }

    /// The user's folder of this program on this machine.
    public static Path user() {
        return user(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /// The folder of newer versions of the client on this machine.
    public static Path versions() {
        return user().resolve(VERSIONS);
    }

    /// The folder of a server's data on this machine.
    public static Path server() {
        return user().resolve(SERVER);
    }

    /// `%LOCALAPPDATA%` on Windows, `Application Support` on macOS, the XDG data folder elsewhere.
    public static Path user(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            return set(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local")).resolve(NAME);
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        return set(environment, "XDG_DATA_HOME").orElse(home.resolve(".local").resolve("share")).resolve(UNIX_NAME);
    }

    private static Optional<Path> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank()).map(Path::of);
    }
}
