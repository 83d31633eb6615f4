package vn.hoidan.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import vn.hoidan.postgresql.DatabaseAddress;

/// A real PostgreSQL on the loopback for all tests of one run, unpacked from a jar and started when the first test
/// asks. Where it cannot be started the test says so and is left out; with `-Dhoidan.postgresql=required` it fails.
public final class PostgresqlServer {

    private static final String USER = "postgres";
    private static final boolean REQUIRED = "required".equals(System.getProperty("hoidan.postgresql"));
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static EmbeddedPostgres running;
    private static Optional<Exception> why = Optional.empty();

    private PostgresqlServer() {
    }

    /// Leaves the test out if there is no PostgreSQL for this system.
    public static synchronized void assume() {
        if (running == null && why.isEmpty()) {
            try {
                running = quiet().setServerConfig("max_connections", "200").start();
            } catch (IOException | IllegalStateException failed) {
                why = Optional.of(failed);
                System.getLogger(PostgresqlServer.class.getName()).log(System.Logger.Level.WARNING,
                        "no PostgreSQL can be started on this machine; its tests are left out", failed);
            }
        }
        if (REQUIRED && why.isPresent()) {
            throw new AssertionError("PostgreSQL does not start", why.orElseThrow());
        }
        assumeTrue(why.isEmpty(), () -> "no PostgreSQL can be started on this machine: " + why.orElseThrow());
    }

    private static EmbeddedPostgres.Builder quiet() {
        return EmbeddedPostgres.builder().setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
    }

    /// One of its own that waits for the disk, as one does that somebody cares for. Its folder stays when it is closed.
    ///
    /// @param data folder of a database that was there before, or an empty one
    /// @param port 0 for one that is free
    public static EmbeddedPostgres durable(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder = quiet().setDataDirectory(data).setCleanDataDirectory(false)
                .setServerConfig("fsync", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /// Ends one of {@link #durable} and all processes that work for it, at once and without a word to them.
    public static void kill(Path data) {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            ProcessHandle database = ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
            List<ProcessHandle> workers = database.descendants().toList();
            database.destroyForcibly();
            workers.forEach(ProcessHandle::destroyForcibly);
            database.onExit().join();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /// The database that every server has from its beginning.
    public static DatabaseAddress usual(EmbeddedPostgres server) {
        return new DatabaseAddress(USER, "localhost", server.getPort(), USER, Map.of());
    }

    /// A database that nobody else has.
    public static DatabaseAddress empty() {
        assume();
        String name = "hoidan_" + DATABASES.incrementAndGet();
        execute(address(USER), "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        return address(name);
    }

    private static DatabaseAddress address(String database) {
        return new DatabaseAddress(USER, "localhost", running.getPort(), database, Map.of());
    }

    public static void execute(DatabaseAddress address, String sql) {
        try (Connection connection = connect(address); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    public static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address.host() + ":" + address.port() + "/"
                + address.database(), address.user(), "");
    }
}
