package vn.hoidan.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sql.Migrations;
import vn.hoidan.sql.Transactions;

/// One SQLite file: one writer at a time, several readers beside it, each with a snapshot of its own. A write that has
/// returned survives a power cut (`synchronous=FULL`: NORMAL may lose a commit that was acknowledged).
public final class Database implements Transactions {
    /// Readers at the same time; further ones wait.
    static final int MOST_READERS = 8;

    private final Path file;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Semaphore reading = new Semaphore(MOST_READERS, true);
    private final Deque<Connected> idleReaders = new ConcurrentLinkedDeque<>();
    private Connected writer;
    private volatile boolean closed;

    /// A connection with Jdbi's handle over it; to open a handle for each transaction is too dear.
    private record Connected(Connection connection, Handle handle) {
        static Connected of(Connection connection) {
            KeptStatements kept = new KeptStatements();
            return new Connected(connection,
                    Jdbi.create(connection).setStatementBuilderFactory(_ -> kept).open());
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
        Connection connection = Connections.open(place);
        try {
            refuseNewer(connection, steps, place);
            Connections.prepare(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
            }
            int before = version(connection);
            boolean older = before > 0 && before < steps.newest();
            if (older) {
                OlderCopies.make(connection, place, before);
            }
            migrate(connection, steps);
            if (older) {
                OlderCopies.deleteSurplus(place, before);
            }
            return new Database(place, Connected.of(connection));
        } catch (SQLException broken) {
            Connections.close(connection);
            throw SqliteFaults.translated(broken, place);
        } catch (RuntimeException broken) {
            Connections.close(connection);
            throw SqliteFaults.translated(broken, place);
        }
    }

    /// The whole numbers of the only row of a query on a file that nobody writes, such as a copy; it is left as it is.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED, FOLDER_NOT_WRITABLE if it cannot be read
    public static long[] glance(Path file, String sql) {
        Connection connection = Connections.openToRead(file);
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            long[] numbers = new long[row.getMetaData().getColumnCount()];
            if (row.next()) {
                for (int column = 0; column < numbers.length; column++) {
                    numbers[column] = row.getLong(column + 1);
                }
            }
            return numbers;
        } catch (SQLException broken) {
            throw SqliteFaults.problem(broken, file).orElseGet(() -> Problem.of(ProblemKind.STORE_DAMAGED, "file",
                    file.toString())).exception(broken);
        } finally {
            Connections.close(connection);
        }
    }

    /// The file, absolute.
    public Path file() {
        return file;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        reading.acquireUninterruptibly();
        try {
            Connected connected = reader();
            boolean usable = false;
            try {
                Direct.update(connected.handle(), "BEGIN");
                T result = work.apply(connected.handle());
                Direct.update(connected.handle(), "COMMIT");
                usable = true;
                return result;
            } finally {
                connected.handle().clean();
                if (usable) {
                    idleReaders.push(connected);
                } else {
                    Connections.close(connected.connection());
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

    @Override
    public <T> T write(Function<Handle, T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write");
        }
        writing.lock();
        try {
            refuseClosed();
            Handle handle = writer.handle();
            Direct.update(handle, "BEGIN IMMEDIATE");
            try {
                T result = work.apply(handle);
                Direct.update(handle, "COMMIT");
                return result;
            } catch (RuntimeException | Error thrown) {
                rollBack(handle, thrown);
                throw thrown;
            } finally {
                handle.clean();
            }
        } catch (RuntimeException thrown) {
            throw SqliteFaults.translated(thrown, file);
        } finally {
            writing.unlock();
        }
    }

    /// Looks through the whole file; empty when it is sound. Reads every page, so it takes about as long as to copy it.
    public Optional<String> finding() {
        return finding(Findings::of);
    }

    /// Looks whether every table and column has the name that it was given; empty when all have.
    public Optional<String> renamed(String migrations) {
        return finding(connection -> {
            try {
                List<String> missing = new ArrayList<>(Schema.newest(migrations));
                missing.removeAll(Schema.columns(connection));
                return missing.stream().findFirst().map(name -> "no " + name);
            } catch (SQLException broken) {
                throw new UnableToExecuteStatementException(broken.getMessage(), broken, null);
            }
        });
    }

    /// Looks only through the pages of some tables, which costs as much as they are large.
    public Optional<String> finding(Collection<String> tables) {
        return finding(connection -> Findings.of(connection, tables));
    }

    private Optional<String> finding(Function<Connection, Optional<String>> look) {
        try {
            return read(handle -> look.apply(handle.getConnection()));
        } catch (ProblemException damaged) {
            if (damaged.problem().kind() == ProblemKind.STORE_DAMAGED) {
                return Optional.of(String.valueOf(damaged.getCause()));
            }
            throw damaged;
        }
    }

    /// Copies the file as it stands now by SQLite's backup API, looks through the copy and forces it to the disk; the
    /// copy is one file without a log beside it. Writers go on meanwhile.
    ///
    /// @param target must not exist
    /// @throws vn.hoidan.core.problem.ProblemException
    ///     DISK_FULL, FOLDER_NOT_WRITABLE, STORE_DAMAGED if the copy is not sound; what there is of it stays
    public void copyTo(Path target) {
        reading.acquireUninterruptibly();
        try {
            Connected connected = reader();
            try {
                Copies.copy(connected.connection(), target);
            } finally {
                idleReaders.push(connected);
            }
        } finally {
            reading.release();
        }
    }

    /// The same of a file that another program or part of this one has open.
    public static void copy(Path file, Path target) {
        Connection connection = Connections.open(file);
        try {
            Copies.copy(connection, target);
        } finally {
            Connections.close(connection);
        }
    }

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
            idleReaders.forEach(reader -> Connections.close(reader.connection()));
            idleReaders.clear();
            Connections.close(writer.connection());
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
        Connection connection = Connections.open(file);
        try {
            Connections.prepare(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only=ON");
            }
            return Connected.of(connection);
        } catch (SQLException broken) {
            Connections.close(connection);
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
                Connection fresh = Connections.open(file);
                Connections.prepare(fresh);
                Connections.close(writer.connection());
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
    static void migrate(Connection connection, Migrations steps) throws SQLException {
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
}
