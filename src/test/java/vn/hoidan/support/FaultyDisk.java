package vn.hoidan.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Logger;
import org.sqlite.JDBC;

/// The real SQLite for the files below a folder, until a write is told to fail: then its statement is not carried out
/// and SQLite's own error comes instead. Writes are counted: the begin of each write transaction, its changes of rows,
/// and its commit. The disk's own memory is not waited for, since nobody cuts the power. It stands before the driver of
/// the whole program, so only for one test at a time and to be closed.
public final class FaultyDisk implements Driver, AutoCloseable {
    /// Result codes of SQLite (sqlite.org/rescode.html).
    public enum Fault {
        FULL(13), IOERR_WRITE(778), IOERR_FSYNC(1034), READONLY(8);

        private final int code;

        Fault(int code) {
            this.code = code;
        }
    }

    private static final String SCHEME = "jdbc:sqlite:";

    private final JDBC sqlite = new JDBC();
    private final Path folder;
    private int writes;
    private int firstFailing = Integer.MAX_VALUE;
    private int lastFailing = Integer.MAX_VALUE;
    private Fault fault = Fault.FULL;
    private boolean rollsBack;
    private int failed;

    private FaultyDisk(Path folder) {
        this.folder = folder;
    }

    /// Stands before the other drivers from now on.
    public static FaultyDisk under(Path folder) throws SQLException {
        FaultyDisk disk = new FaultyDisk(folder.toAbsolutePath());
        beforeOthers(disk);
        return disk;
    }

    static void beforeOthers(Driver first) throws SQLException {
        List<Driver> others = new ArrayList<>(DriverManager.drivers().toList());
        for (Driver other : others) {
            DriverManager.deregisterDriver(other);
        }
        DriverManager.registerDriver(first);
        for (Driver other : others) {
            DriverManager.registerDriver(other);
        }
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
    public void close() throws SQLException {
        DriverManager.deregisterDriver(this);
    }

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
        return acceptsURL(url) ? wrapped(Connection.class, new OfConnection(sqlite.connect(url, settings))) : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(SCHEME) && url.contains(folder.toString());
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
    private final class OfConnection implements InvocationHandler {
        private final Connection real;
        private boolean writing;

        OfConnection(Connection real) {
            this.real = real;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = call(real, method, arguments);
            return switch (result) {
                case PreparedStatement prepared -> wrapped(PreparedStatement.class,
                        new OfStatement(this, prepared, (String) arguments[0]));
                case Statement statement -> wrapped(Statement.class, new OfStatement(this, statement, ""));
                case null, default -> result;
            };
        }

        void before(String sql) throws SQLException {
            String word = sql.strip().split("[\\s;]")[0].toUpperCase(Locale.ROOT);
            boolean begins = sql.toUpperCase(Locale.ROOT).startsWith("BEGIN IMMEDIATE");
            boolean changes = List.of("INSERT", "UPDATE", "DELETE").contains(word);
            if (begins || changes || writing && word.equals("COMMIT")) {
                beforeWrite(real, begins);
            }
            writing = begins || writing && !List.of("COMMIT", "ROLLBACK").contains(word);
        }
    }

    private record OfStatement(OfConnection of, Statement real, String prepared) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().startsWith("execute")) {
                of.before(arguments == null ? prepared : (String) arguments[0]);
            }
            boolean waits = arguments != null && "PRAGMA synchronous=FULL".equals(arguments[0]);
            return call(real, method, waits ? new Object[] {"PRAGMA synchronous=OFF"} : arguments);
        }
    }

    private static <T> T wrapped(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties settings) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("planted faults");
    }
}
