package vn.hoidan.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import vn.hoidan.sql.Migrations;
import vn.hoidan.sql.Transactions;

/// A PostgreSQL database. Every transaction sees one snapshot (`REPEATABLE READ`). Writers come one after the other,
/// from however many servers: each first takes a lock on the table `store_version`, which unlike a statement fixes no
/// snapshot, so that it then sees all that those before it wrote. Readers never wait for it. A write that has returned
/// is on the disk.
public final class PostgresqlDatabase implements Transactions {
    /// Taken by who writes, until its transaction ends, however it ends.
    static final String HOLD = "LOCK TABLE store_version IN SHARE ROW EXCLUSIVE MODE";
    /// Readers at the same time; further ones wait.
    static final int MOST_READERS = 8;
    /// Only somebody who writes beside our programs can make a writer begin again.
    static final int MOST_TRIES = 5;
    private static final int CONNECT_SECONDS = 10;
    /// With TLS and the password; a machine with much to do takes its time.
    private static final int LOGIN_SECONDS = 30;
    /// An answer that takes longer does not come: the other machine or the line is gone.
    private static final int LONGEST_SILENCE_SECONDS = 300;
    /// A server that was cut off in the middle of a write holds the others up for no longer than this; a write waits
    /// for no longer than this.
    private static final int LONGEST_HOLD_SECONDS = 60;
    private static final int ROWS_AT_A_TIME = 100;
    private static final System.Logger LOG = System.getLogger(PostgresqlDatabase.class.getName());

    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Semaphore reading = new Semaphore(MOST_READERS, true);
    private volatile boolean closed;

    private PostgresqlDatabase(DatabaseAddress address, HikariDataSource pool) {
        this.address = address;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).registerArgument(new Texts());
    }

    /// Opens the database, which must be there, and brings it to the newest form.
    ///
    /// @param password   empty if the database asks for none
    /// @param migrations class-path folder of `V001__name.sql` … and their `index`; in a folder `postgresql` in it
    ///                   stand those that must go another way here
    /// @throws vn.hoidan.core.problem.ProblemException DATABASE_AWAY, DATABASE_REFUSED, DATABASE_UNFIT, DATABASE_BUSY,
    ///     DATABASE_DISK, STORE_TOO_NEW
    public static PostgresqlDatabase open(DatabaseAddress address, String password, String migrations) {
        Properties settings = settings(address, password);
        try (Connection connection = DriverManager.getConnection(address.forDriver(), settings)) {
            Form.bring(connection, Migrations.load(migrations), migrations + "/postgresql", address);
            Form.warnings(connection).forEach(each -> LOG.log(System.Logger.Level.WARNING, "{0}: {1}",
                    address.shown(), each));
        } catch (SQLException broken) {
            throw PostgresqlFaults.translated(broken, address);
        }
        return new PostgresqlDatabase(address, pool(address, settings));
    }

    private static HikariDataSource pool(DatabaseAddress address, Properties settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgresql");
        config.setJdbcUrl(address.forDriver());
        config.setDataSourceProperties(settings);
        config.setMaximumPoolSize(MOST_READERS + 1);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        // the settings below are committed, so that each transaction begins with its own first statement
        config.setIsolateInternalQueries(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        config.setConnectionInitSql("SET lock_timeout = '%1$ds'; SET idle_in_transaction_session_timeout = '%1$ds'; "
                .formatted(LONGEST_HOLD_SECONDS)
                // off would let a commit be acknowledged before it is on the disk; stronger settings stay
                + "SELECT set_config('synchronous_commit', 'on', false) "
                + "WHERE current_setting('synchronous_commit') = 'off'");
        return new HikariDataSource(config);
    }

    private static Properties settings(DatabaseAddress address, String password) {
        Properties settings = new Properties();
        settings.setProperty("user", address.user());
        if (!password.isEmpty()) {
            settings.setProperty("password", password);
        }
        address.securityForDriver().forEach(settings::setProperty);
        settings.setProperty("ApplicationName", "hoi-dan-server");
        settings.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        settings.setProperty("loginTimeout", String.valueOf(LOGIN_SECONDS));
        settings.setProperty("socketTimeout", String.valueOf(LONGEST_SILENCE_SECONDS));
        settings.setProperty("tcpKeepAlive", "true");
        // rows of a large result come as they are read, not all at once
        settings.setProperty("defaultRowFetchSize", String.valueOf(ROWS_AT_A_TIME));
        // a broken rule of a table is told without the values of the row: they would stand in a log
        settings.setProperty("logServerErrorDetail", "false");
        settings.setProperty("gssEncMode", "disable");
        return settings;
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        reading.acquireUninterruptibly();
        try {
            return carryOut(handle -> {
                handle.setReadOnly(true);
                return work.apply(handle);
            });
        } catch (RuntimeException thrown) {
            if (PostgresqlFaults.isReadOnly(thrown)) {
                throw new IllegalStateException("a write inside a read", thrown);
            }
            throw PostgresqlFaults.translated(thrown, address);
        } finally {
            reading.release();
        }
    }

    /// The work is done again, from its beginning, if somebody beside our programs changed what it changes.
    @Override
    public <T> T write(Function<Handle, T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write");
        }
        writing.lock();
        try {
            for (int tries = 1; true; tries++) {
                try {
                    return carryOut(handle -> {
                        handle.execute(HOLD);
                        return work.apply(handle);
                    });
                } catch (RuntimeException thrown) {
                    if (tries == MOST_TRIES || !PostgresqlFaults.isToBeDoneAgain(thrown)) {
                        throw PostgresqlFaults.translated(thrown, address);
                    }
                }
            }
        } finally {
            writing.unlock();
        }
    }

    private <T> T carryOut(Function<Handle, T> work) {
        refuseClosed();
        try (Handle handle = jdbi.open()) {
            try {
                T result = work.apply(handle);
                handle.commit();
                return result;
            } catch (RuntimeException | Error thrown) {
                rollBack(handle, thrown);
                throw thrown;
            }
        }
    }

    /// The pool drops a connection that broke.
    private static void rollBack(Handle handle, Throwable thrown) {
        try {
            handle.rollback();
        } catch (RuntimeException broken) {
            thrown.addSuppressed(broken);
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
        reading.acquireUninterruptibly(MOST_READERS);
        try {
            pool.close();
        } finally {
            reading.release(MOST_READERS);
        }
    }

    private void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("closed: " + address.shown());
        }
    }

    /// A text as PostgreSQL can hold it: it has no sign U+0000. A label or a reason with one, which no keyboard gives,
    /// must not hold up a laptop's log; records themselves are kept as bytes.
    public static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static final class Texts extends AbstractArgumentFactory<String> {
        Texts() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, storable(value));
        }
    }
}
