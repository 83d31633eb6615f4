package vn.hoidan.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.hoidan.postgresql.DatabaseAddress;
import vn.hoidan.server.store.OfficeData;
import vn.hoidan.server.store.OfficeDatabase;
import vn.hoidan.server.store.OfficeFile;
import vn.hoidan.support.PostgresqlServer;

/// Where the offices of tests are. A test names a file; while {@link OnPostgresql} holds, a database stands for it.
public final class TestPlaces {

    private static final Map<Path, DatabaseAddress> DATABASES = new HashMap<>();
    /// The places of a test whose offices are on PostgreSQL, by the thread that it runs in: others run beside it.
    private static final ThreadLocal<List<Path>> OF_TEST = new ThreadLocal<>();
    private static final Deque<DatabaseAddress> FREE = new ArrayDeque<>();
    /// As after the first migration: a server, and nothing else. Whoever left a connection open loses it.
    private static final String EMPTIED = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid();
            SET session_replication_role = replica;
            DO $$ DECLARE each RECORD; BEGIN
                FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'store_version'
                LOOP EXECUTE 'DELETE FROM ' || each.tablename; END LOOP;
            END $$;
            INSERT INTO server (id, epoch, leases, address) VALUES (1, 1, 0, '')""";

    private TestPlaces() {
    }

    /// The office that a test means by this file.
    public static synchronized OfficeData at(Path file) {
        if (OF_TEST.get() != null && !DATABASES.containsKey(file)) {
            DATABASES.put(file, begun());
            OF_TEST.get().add(file);
        }
        DatabaseAddress database = DATABASES.get(file);
        return database == null ? new OfficeFile(file) : new OfficeDatabase(database, "", file.getParent());
    }

    /// From now on a database stands for this file.
    static synchronized void stands(DatabaseAddress database, Path file) {
        DATABASES.put(file, database);
    }

    /// To empty a database takes far less time than to make one.
    private static DatabaseAddress begun() {
        if (!FREE.isEmpty()) {
            return FREE.pop();
        }
        DatabaseAddress fresh = PostgresqlServer.empty();
        new OfficeDatabase(fresh, "", Path.of("")).open().close();
        return fresh;
    }

    /// A connection to the office that stands for a file, or to the file.
    public static synchronized Connection connect(Path file) throws SQLException {
        DatabaseAddress database = DATABASES.get(file);
        return database == null ? DriverManager.getConnection("jdbc:sqlite:" + file)
                : PostgresqlServer.connect(database);
    }

    static long number(Path file, String sql) {
        try (Connection connection = connect(file)) {
            return number(connection, sql);
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    static long number(Connection office, String sql) {
        try (Statement statement = office.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    /// From now on the offices of this thread's test are on PostgreSQL, until they are forgotten.
    static void onPostgresql() {
        OF_TEST.set(new ArrayList<>());
    }

    static void forget() {
        List<Path> places = OF_TEST.get();
        OF_TEST.remove();
        places.forEach(TestPlaces::forget);
    }

    private static synchronized void forget(Path place) {
        DatabaseAddress database = DATABASES.remove(place);
        PostgresqlServer.execute(database, EMPTIED);
        FREE.push(database);
    }
}
