package vn.hoidan.sqlite;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs as SQLite writes them, changed and cut.
class LogDamageTest {
    private static final int HEAD_BYTES = 32;
    private static final int PAGE_BYTES = 512;
    private static final int FRAME_BYTES = 24 + PAGE_BYTES;
    private static final int COMMITS = 6;

    @TempDir
    Path folder;

    /// Two frames for each commit.
    private byte[] log;

    @BeforeEach
    void write() throws SQLException, IOException {
        Path file = folder.resolve("written.db");
        try (Connection connection = Connections.open(file); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size=" + PAGE_BYTES);
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("CREATE TABLE one (a BLOB)");
            statement.execute("CREATE TABLE two (a BLOB)");
            statement.execute("INSERT INTO one VALUES (zeroblob(100))");
            statement.execute("INSERT INTO two VALUES (zeroblob(100))");
            // the log begins anew in front of what it was
            statement.execute("PRAGMA wal_checkpoint(RESTART)");
            for (int commit = 0; commit < COMMITS; commit++) {
                statement.execute("BEGIN");
                statement.execute("UPDATE one SET a = randomblob(100)");
                statement.execute("UPDATE two SET a = randomblob(100)");
                statement.execute("COMMIT");
            }
            log = Files.readAllBytes(folder.resolve("written.db-wal"));
        }
        assertTrue(log.length >= HEAD_BYTES + 2 * COMMITS * FRAME_BYTES);
        log = Arrays.copyOf(log, HEAD_BYTES + 2 * COMMITS * FRAME_BYTES);
    }

    private boolean isDamaged(byte[] bytes) throws IOException {
        Files.write(folder.resolve("looked.db-wal"), bytes);
        return LogDamage.isIn(folder.resolve("looked.db"));
    }

    private byte[] flipped(int at) {
        byte[] changed = log.clone();
        changed[at] ^= 4;
        return changed;
    }

    @Test
    void findsNothingInASoundLogAndWithoutOne() throws IOException {
        assertFalse(LogDamage.isIn(folder.resolve("looked.db")));
        assertFalse(isDamaged(log));
        assertFalse(isDamaged(new byte[0]));
        assertFalse(isDamaged(new byte[log.length]), "room was made and nothing was written");
    }

    @Test
    void findsNothingWhereverTheLogEndsAndWhateverStandsInItsLastCommit() throws IOException {
        int last = HEAD_BYTES + 2 * (COMMITS - 1) * FRAME_BYTES;
        for (int end = HEAD_BYTES; end < log.length; end += 7) {
            assertFalse(isDamaged(Arrays.copyOf(log, end)), "ends at " + end);
        }
        for (int at = last; at < log.length; at += inAHead(at) ? 1 : 7) {
            assertFalse(!inAHead(at) && isDamaged(flipped(at)), "last commit, " + at);
        }
    }

    /// A frame's head tells which log it is of and whether it ends a commit; without its sums.
    private static boolean inAHead(int at) {
        return at >= HEAD_BYTES && (at - HEAD_BYTES) % FRAME_BYTES < 16;
    }

    @Test
    void findsAChangedBitWhereverACommitFollowsThatWaitedForIt() throws IOException {
        int last = HEAD_BYTES + 2 * (COMMITS - 1) * FRAME_BYTES;
        for (int at = 0; at < last; at += 5) {
            assertTrue(inAHead(at) || isDamaged(flipped(at)), "at " + at);
        }
    }

    @Test
    void passesOverWhatALogLeftBehindThatBeganAnew() throws IOException {
        byte[] begunAnew = Arrays.copyOf(log, log.length + 4 * FRAME_BYTES);
        System.arraycopy(log, HEAD_BYTES, begunAnew, log.length, 4 * FRAME_BYTES);
        for (int frame = 0; frame < 4; frame++) {
            // another salt
            begunAnew[log.length + frame * FRAME_BYTES + 8] ^= 1;
        }
        assertFalse(isDamaged(begunAnew));
    }
}
