package vn.hoidan.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Copies of a file that is in use.
final class Copies {
    /// All pages in one step: a writer meanwhile cannot make the copy begin anew.
    private static final int ALL_PAGES = -1;
    private static final int OK = 0;

    private Copies() {
    }

    static void copy(Connection source, Path target) {
        try {
            DB database = source.unwrap(SQLiteConnection.class).getDatabase();
            int result = database.backup("main", target.toString(), (_, _) -> { },
                    Connections.BUSY_TIMEOUT_MILLIS, 1, ALL_PAGES);
            if (result != OK) {
                throw new SQLException("backup: result " + result, null, result);
            }
            settle(target);
            try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (SQLException refused) {
            throw SqliteFaults.translated(refused, target);
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", SqliteFaults.folderOf(target))
                    .exception(refused);
        }
    }

    /// Makes one file of it and looks through it.
    private static void settle(Path target) throws SQLException {
        Connection copy = Connections.open(target);
        try {
            try (Statement statement = copy.createStatement()) {
                statement.execute("PRAGMA journal_mode=DELETE");
            }
            if (Findings.of(copy).isPresent()) {
                throw Problem.of(ProblemKind.STORE_DAMAGED, "file", target.toString()).exception();
            }
        } catch (RuntimeException damaged) {
            throw SqliteFaults.translated(damaged, target);
        } finally {
            Connections.close(copy);
        }
    }
}
