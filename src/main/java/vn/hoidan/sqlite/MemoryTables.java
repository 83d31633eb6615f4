package vn.hoidan.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Tables in memory alone: nothing of them is ever on a disk, temporary data included, and they are gone when closed.
/// They lie outside the heap of the virtual machine. Safe for several threads; one works at a time.
public final class MemoryTables implements AutoCloseable {
    /// Statements kept ready.
    private static final int MOST_STATEMENTS = 64;
    /// Rows sent to SQLite together.
    private static final int BATCH_ROWS = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(MOST_STATEMENTS, 1, true);

    private MemoryTables(Connection connection) {
        this.connection = connection;
    }

    /// The rows that a query found, one after the other.
    public interface Rows {
        /// Goes on to the next; false when there is none.
        boolean next();

        /// @param column counted from 0; SQL's NULL is the empty text
        String text(int column);

        /// @param column counted from 0
        int whole(int column);
    }

    /// Empty, with no tables.
    public static MemoryTables open() {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            try (Statement statement = connection.createStatement()) {
                for (String setting : new String[] {"journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY",
                    "trusted_schema=OFF", "cell_size_check=ON"}) {
                    statement.execute("PRAGMA " + setting);
                }
            }
            return new MemoryTables(connection);
        } catch (SQLException impossible) {
            throw new IllegalStateException("SQLite in memory", impossible);
        }
    }

    /// Runs one statement that gives no rows.
    public void execute(String sql) {
        locked(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return null;
        });
    }

    /// Runs a statement once for each of these, with their values in its places.
    public void executeForAll(String sql, Iterable<Object[]> values) {
        locked(() -> {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int waiting = 0;
                for (Object[] row : values) {
                    bind(statement, List.of(row));
                    statement.addBatch();
                    if (++waiting % BATCH_ROWS == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
            return null;
        });
    }

    /// Gives what the reader makes of the rows found.
    public <T> T query(String sql, List<?> values, Function<Rows, T> reader) {
        return locked(() -> {
            PreparedStatement statement = statement(sql);
            bind(statement, values);
            try (ResultSet found = statement.executeQuery()) {
                return reader.apply(new Found(found));
            }
        });
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        if (prepared.size() >= MOST_STATEMENTS) {
            String oldest = prepared.keySet().iterator().next();
            prepared.remove(oldest).close();
        }
        PreparedStatement fresh = connection.prepareStatement(sql);
        prepared.put(sql, fresh);
        return fresh;
    }

    private static void bind(PreparedStatement statement, List<?> values) throws SQLException {
        for (int place = 0; place < values.size(); place++) {
            switch (values.get(place)) {
                case String text -> statement.setString(place + 1, text);
                case Integer whole -> statement.setInt(place + 1, whole);
                case Double number -> statement.setDouble(place + 1, number);
                case Object other -> throw new IllegalArgumentException("no value for SQLite: " + other.getClass());
            }
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T locked(Work<T> work) {
        lock.lock();
        try {
            return work.run();
        } catch (SQLException broken) {
            throw new IllegalStateException("SQLite in memory: " + broken.getMessage(), broken);
        } finally {
            lock.unlock();
        }
    }

    /// Frees the memory. May be called twice.
    @Override
    public void close() {
        locked(() -> {
            prepared.clear();
            connection.close();
            return null;
        });
    }

    private record Found(ResultSet found) implements Rows {
        @Override
        public boolean next() {
            return told(found::next);
        }

        @Override
        public String text(int column) {
            String text = told(() -> found.getString(column + 1));
            return text == null ? "" : text;
        }

        @Override
        public int whole(int column) {
            return told(() -> found.getInt(column + 1));
        }

        private static <T> T told(Work<T> work) {
            try {
                return work.run();
            } catch (SQLException broken) {
                throw new IllegalStateException("SQLite in memory: " + broken.getMessage(), broken);
            }
        }
    }
}
