package vn.hoidan.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Opens connections and sets what belongs to each of them.
final class Connections {
    /// How long another program's lock on the file is waited for.
    static final int BUSY_TIMEOUT_MILLIS = 5_000;
    /// The write-ahead log is cut back to this size after a checkpoint.
    static final long WAL_LIMIT_BYTES = 16L * 1024 * 1024;

    private static final System.Logger LOG = System.getLogger(Connections.class.getName());
    private static final Properties SETTINGS = new Properties();

    static {
        // Nobody asks for generated keys, and the driver would run another query for them after each statement.
        SETTINGS.setProperty("jdbc.get_generated_keys", "false");
    }

    private Connections() {
    }

    static Connection open(Path file) {
        return open(file, SETTINGS);
    }

    /// Of a file without a log beside it; writes nothing, also not beside it.
    static Connection openToRead(Path file) {
        SQLiteConfig reading = new SQLiteConfig();
        reading.setReadOnly(true);
        return open(file, reading.toProperties());
    }

    private static Connection open(Path file, Properties settings) {
        try {
            // the driver takes a question mark for the beginning of its own settings; in a URI it can be written
            String name = file.toString().indexOf('?') < 0 ? file.toString() : file.toUri().toString();
            return DriverManager.getConnection("jdbc:sqlite:" + name, settings);
        } catch (SQLException refused) {
            if (refused.getErrorCode() == 0) {
                // the driver itself could not create the file
                throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", SqliteFaults.folderOf(file))
                        .exception(refused);
            }
            throw SqliteFaults.translated(refused, file);
        }
    }

    /// Settings that belong to a connection, not to the file. Temporary data stays in memory and what is deleted is
    /// overwritten, so that nothing is left for who finds the disk. `fullfsync` matters on macOS only, where a plain
    /// fsync leaves data in the disk's own memory.
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"busy_timeout=" + BUSY_TIMEOUT_MILLIS, "synchronous=FULL",
                "fullfsync=ON", "checkpoint_fullfsync=ON", "foreign_keys=ON", "temp_store=MEMORY", "secure_delete=ON",
                "trusted_schema=OFF", "cell_size_check=ON", "journal_size_limit=" + WAL_LIMIT_BYTES}) {
                statement.execute("PRAGMA " + setting);
            }
        }
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            LOG.log(System.Logger.Level.WARNING, "a connection did not close", broken);
        }
    }
}
