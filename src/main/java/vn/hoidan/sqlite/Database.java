package vn.hoidan.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// One SQLite file: one writer at a time, several readers beside it, each with a snapshot of its own. A write that has
/// returned survives a power cut (`synchronous=FULL`: NORMAL may lose a commit that was acknowledged).
public final class Database implements AutoCloseable {
    /// Readers at the same time; further ones wait.
    static final int MOST_READERS = 8;
    /// How long another program's lock on the file is waited for.
    static final int BUSY_TIMEOUT_MILLIS = 5_000;
    /// The write-ahead log is cut back to this size after a checkpoint.
    static final long WAL_LIMIT_BYTES = 16L * 1024 * 1024;

    private static final System.Logger LOG = System.getLogger(Database.class.getName());

    private final Path file;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Semaphore reading = new Semaphore(MOST_READERS, true);
    private final Deque<Connected> idleReaders = new ConcurrentLinkedDeque<>();
    private Connected writer;
    private volatile boolean closed;

    /// A connection with the Jdbi over it; Jdbi's own set-up is too dear to be done for each transaction.
    private record Connected(Connection connection, Jdbi jdbi) {
        static Connected of(Connection connection) {
            return new Connected(connection, Jdbi.create(connection));
        }
    }

    private Database(Path file, Connected writer) {
        this.file = file;
        this.writer = writer;
    }

    /// Opens or creates the file, with the folders above it, and brings it to the newest version.
    ///
    /// @param migrations class-path folder of `V001__name.sql` … and their `index`
    /// @throws vn.hoidan.core.problem.ProblemException
    ///     STORE_DAMAGED, STORE_TOO_NEW, FOLDER_NOT_WRITABLE, DISK_FULL, STORE_IN_USE
    public static Database open(Path file, String migrations) {
        Migrations steps = Migrations.load(migrations);
        Path place = file.toAbsolutePath();
        createFolder(place);
        Connection connection = connect(place);
        try {
            refuseNewer(connection, steps, place);
            prepare(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
            }
            migrate(connection, steps);
            return new Database(place, Connected.of(connection));
        } catch (SQLException broken) {
            closeQuietly(connection);
            throw SqliteFaults.translated(broken, place);
        } catch (RuntimeException broken) {
            closeQuietly(connection);
            throw SqliteFaults.translated(broken, place);
        }
    }

    /// The file, absolute.
    public Path file() {
        return file;
    }

    /// Reads from one consistent snapshot. Writing inside is a mistake and fails. Not to be nested: a thread that waits
    /// for a second reader while it holds the first could wait for ever.
    public <T> T read(Function<Handle, T> work) {
        reading.acquireUninterruptibly();
        try {
            Connected connected = reader();
            boolean usable = false;
            try (Handle handle = connected.jdbi().open()) {
                handle.execute("BEGIN");
                T result = work.apply(handle);
                handle.execute("COMMIT");
                usable = true;
                return result;
            } finally {
                if (usable) {
                    idleReaders.push(connected);
                } else {
                    closeQuietly(connected.connection());
                }
            }
        } catch (RuntimeException thrown) {
            if (SqliteFaults.isReadOnly(thrown) && Files.isWritable(file)) {
                throw new IllegalStateException("a write inside a read", thrown);
            }
            throw SqliteFaults.translated(thrown, file);
        } finally {
            reading.release();
        }
    }

    /// Writes in one transaction: all of it is durable when this returns, or nothing has changed when it throws.
    public <T> T write(Function<Handle, T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write");
        }
        writing.lock();
        try {
            refuseClosed();
            try (Handle handle = writer.jdbi().open()) {
                handle.execute("BEGIN IMMEDIATE");
                try {
                    T result = work.apply(handle);
                    handle.execute("COMMIT");
                    return result;
                } catch (RuntimeException | Error thrown) {
                    rollBack(handle, thrown);
                    throw thrown;
                }
            }
        } catch (RuntimeException thrown) {
            throw SqliteFaults.translated(thrown, file);
        } finally {
            writing.unlock();
        }
    }

    /// Waits for work under way, then closes. May be called twice.
    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            writing.unlock();
        }
        // from here on no write begins; the lock is free, so a reader that wants to write is refused and does not hang
        reading.acquireUninterruptibly(MOST_READERS);
        try {
            idleReaders.forEach(reader -> closeQuietly(reader.connection()));
            idleReaders.clear();
            closeQuietly(writer.connection());
        } finally {
            reading.release(MOST_READERS);
        }
    }

    private Connected reader() {
        refuseClosed();
        Connected idle = idleReaders.poll();
        if (idle != null) {
            return idle;
        }
        Connection connection = connect(file);
        try {
            prepare(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only=ON");
            }
            return Connected.of(connection);
        } catch (SQLException broken) {
            closeQuietly(connection);
            throw SqliteFaults.translated(broken, file);
        }
    }

    /// SQLite rolls some failures back by itself; then our own ROLLBACK has nothing to do and fails. A connection whose
    /// state is not known for sure is replaced.
    private void rollBack(Handle handle, Throwable thrown) {
        try {
            handle.execute("ROLLBACK");
        } catch (RuntimeException nothingToRollBack) {
            thrown.addSuppressed(nothingToRollBack);
            try {
                Connection fresh = connect(file);
                prepare(fresh);
                closeQuietly(writer.connection());
                writer = Connected.of(fresh);
            } catch (SQLException | RuntimeException broken) {
                thrown.addSuppressed(broken);
            }
        }
    }

    private void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("closed: " + file.getFileName());
        }
    }

    private static void createFolder(Path file) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", SqliteFaults.folderOf(file))
                    .exception(refused);
        }
    }

    private static Connection connect(Path file) {
        try {
            // the driver takes a question mark for the beginning of its own settings; in a URI it can be written
            String name = file.toString().indexOf('?') < 0 ? file.toString() : file.toUri().toString();
            return DriverManager.getConnection("jdbc:sqlite:" + name);
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
    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"busy_timeout=" + BUSY_TIMEOUT_MILLIS, "synchronous=FULL",
                "fullfsync=ON", "checkpoint_fullfsync=ON", "foreign_keys=ON", "temp_store=MEMORY", "secure_delete=ON",
                "trusted_schema=OFF", "cell_size_check=ON", "journal_size_limit=" + WAL_LIMIT_BYTES}) {
                statement.execute("PRAGMA " + setting);
            }
        }
    }

    private static void refuseNewer(Connection connection, Migrations steps, Path file) throws SQLException {
        if (version(connection) > steps.newest()) {
            throw Problem.of(ProblemKind.STORE_TOO_NEW, "file", file.toString()).exception();
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    /// Each step in a transaction of its own with its number, so a cut leaves the store at one version or the next. The
    /// version is read again under the lock: another program may have done the work meanwhile.
    private static void migrate(Connection connection, Migrations steps) throws SQLException {
        for (Migrations.Step step : steps.steps()) {
            if (version(connection) >= step.version()) {
                continue;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                try {
                    if (version(connection) < step.version()) {
                        statement.executeUpdate(step.sql());
                        statement.execute("PRAGMA user_version=" + step.version());
                    }
                    statement.execute("COMMIT");
                } catch (SQLException | RuntimeException broken) {
                    statement.execute("ROLLBACK");
                    throw broken;
                }
            }
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            LOG.log(System.Logger.Level.WARNING, "a connection did not close", broken);
        }
    }
}
