package vn.hoidan.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The real SQLite for the files below a folder, which does not wait for the disk: for simulations that cut the power
/// of a model themselves and commit ten thousands of times.
public final class UnwaitedDisk extends DriverInFront {
    private UnwaitedDisk(Path folder) {
        super(folder);
    }

    /// Stands before SQLite from now on.
    public static UnwaitedDisk under(Path folder) {
        UnwaitedDisk disk = new UnwaitedDisk(folder);
        disk.stand();
        return disk;
    }

    /// Statements that are not prepared are few, and the setting comes by one of them.
    @Override
    Watcher watcher(Path file, Connection real) throws SQLException {
        // also those that set nothing themselves, as for a copy
        try (Statement statement = real.createStatement()) {
            statement.execute(DOES_NOT_WAIT);
        }
        return new Watcher() {
            @Override
            public String before(String sql) {
                return WAITS.equals(sql) ? DOES_NOT_WAIT : sql;
            }

            @Override
            public boolean preparedToo() {
                return false;
            }
        };
    }
}
