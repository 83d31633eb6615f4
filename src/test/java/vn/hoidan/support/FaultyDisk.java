package vn.hoidan.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/// The real SQLite for the files below a folder, until a write is told to fail: then its statement is not carried out
/// and SQLite's own error comes instead. Writes are counted: the begin of each write transaction, its changes of rows,
/// and its commit. The disk's own memory is not waited for, since nobody cuts the power. For one test at a time.
public final class FaultyDisk extends DriverInFront {
    /// Result codes of SQLite (sqlite.org/rescode.html).
    public enum Fault {
        FULL(13), IOERR_WRITE(778), IOERR_FSYNC(1034), READONLY(8);

        private final int code;

        Fault(int code) {
            this.code = code;
        }
    }

    private int writes;
    private int firstFailing = Integer.MAX_VALUE;
    private int lastFailing = Integer.MAX_VALUE;
    private Fault fault = Fault.FULL;
    private boolean rollsBack;
    private int failed;

    private FaultyDisk(Path folder) {
        super(folder);
    }

    /// Stands before SQLite from now on.
    public static FaultyDisk under(Path folder) {
        FaultyDisk disk = new FaultyDisk(folder);
        disk.stand();
        return disk;
    }

    /// From now on the writes are counted anew and some of them fail.
    ///
    /// @param first     number of the first one that fails, from 1
    /// @param times     how many fail after each other
    /// @param rollsBack SQLite has also rolled its transaction back by itself
    public void fail(int first, int times, Fault with, boolean rollsBack) {
        writes = 0;
        failed = 0;
        firstFailing = first;
        lastFailing = first + times - 1;
        fault = with;
        this.rollsBack = rollsBack;
    }

    /// All goes well from now on.
    public void heal() {
        firstFailing = Integer.MAX_VALUE;
    }

    /// How many writes have failed since {@link #fail}.
    public int failed() {
        return failed;
    }

    /// How many writes there were since {@link #fail}.
    public int writes() {
        return writes;
    }

    @Override
    Watcher watcher(Path file, Connection real) {
        return new OfConnection(real);
    }

    private void beforeWrite(Connection connection, boolean begins) throws SQLException {
        writes++;
        if (writes >= firstFailing && writes <= lastFailing) {
            failed++;
            if (rollsBack && !begins) {
                try (Statement own = connection.createStatement()) {
                    own.execute("ROLLBACK");
                }
            }
            throw new SQLException("planted: " + fault, null, fault.code);
        }
    }

    /// Knows whether a write transaction is open: the end of a read is no write.
    private final class OfConnection implements Watcher {
        private final Connection real;
        private boolean writing;

        OfConnection(Connection real) {
            this.real = real;
        }

        @Override
        public String before(String sql) throws SQLException {
            String word = sql.strip().split("[\\s;]")[0].toUpperCase(Locale.ROOT);
            boolean begins = sql.toUpperCase(Locale.ROOT).startsWith("BEGIN IMMEDIATE");
            boolean changes = List.of("INSERT", "UPDATE", "DELETE").contains(word);
            if (begins || changes || writing && word.equals("COMMIT")) {
                beforeWrite(real, begins);
            }
            writing = begins || writing && !List.of("COMMIT", "ROLLBACK").contains(word);
            return WAITS.equals(sql) ? DOES_NOT_WAIT : sql;
        }
    }
}
