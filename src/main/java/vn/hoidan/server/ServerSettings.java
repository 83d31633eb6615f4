package vn.hoidan.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How a server runs.
///
/// @param data        folder of the office's file and the server's key
/// @param host        address to listen on; the loopback unless somebody says otherwise
/// @param port        0 for one that is free
/// @param names       names and addresses by which devices reach it, the first one printed with enrolment codes
/// @param backups     folder of the checked copies; best on another disk
/// @param backupEvery time between copies; a copy is made only if something came in
public record ServerSettings(Path data, String host, int port, List<String> names, Path backups,
        Duration backupEvery) {

    public static final String LOOPBACK = "127.0.0.1";
    public static final int USUAL_PORT = 8443;
    public static final Duration USUAL_BACKUP_EVERY = Duration.ofMinutes(15);

    public ServerSettings {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a server needs a name");
        }
    }

    /// On the loopback, at a port that is free, copies beside the data: for practice and tests.
    public static ServerSettings practice(Path data) {
        return new ServerSettings(data, LOOPBACK, 0, List.of(LOOPBACK), data.resolve("backups"),
                USUAL_BACKUP_EVERY);
    }
}
