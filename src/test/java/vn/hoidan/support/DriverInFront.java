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
import java.util.Properties;
import java.util.logging.Logger;
import org.sqlite.JDBC;

/// SQLite's own driver for the files below a folder, with somebody who sees each statement before it is carried out. It
/// stands before the drivers of the whole program, so it is to be closed.
abstract class DriverInFront implements Driver, AutoCloseable {
    static final String WAITS = "PRAGMA synchronous=FULL";
    static final String DOES_NOT_WAIT = "PRAGMA synchronous=OFF";

    private static final String SCHEME = "jdbc:sqlite:";

    private final JDBC sqlite = new JDBC();
    private final Path folder;

    DriverInFront(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /// Sees what one connection does.
    interface Watcher {
        /// @return the SQL that is carried out instead
        /// @throws SQLException in the place of what SQLite would have done
        String before(String sql) throws SQLException;

        /// It was carried out.
        default void after(String sql) throws SQLException {
        }

        /// Prepared statements are seen too. Whoever can do without runs faster.
        default boolean preparedToo() {
            return true;
        }
    }

    abstract Watcher watcher(Path file, Connection real) throws SQLException;

    /// @return false if the file is left to the next driver
    boolean watches(Path file) {
        return true;
    }

    /// Stands before the other drivers from now on.
    final void stand() throws SQLException {
        List<Driver> others = new ArrayList<>(DriverManager.drivers().toList());
        for (Driver other : others) {
            DriverManager.deregisterDriver(other);
        }
        DriverManager.registerDriver(this);
        for (Driver other : others) {
            DriverManager.registerDriver(other);
        }
    }

    @Override
    public final void close() throws SQLException {
        DriverManager.deregisterDriver(this);
    }

    @Override
    public final Connection connect(String url, Properties settings) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        Connection real = sqlite.connect(url, settings);
        return wrapped(Connection.class, new OfConnection(watcher(file(url), real), real));
    }

    @Override
    public final boolean acceptsURL(String url) {
        return url.startsWith(SCHEME + folder) && watches(file(url));
    }

    private static Path file(String url) {
        return Path.of(url.substring(SCHEME.length()));
    }

    private record OfConnection(Watcher watcher, Connection real) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object result = call(real, method, arguments);
            return switch (result) {
                case PreparedStatement prepared -> watcher.preparedToo() ? wrapped(PreparedStatement.class,
                        new OfStatement(watcher, prepared, (String) arguments[0])) : prepared;
                case Statement statement -> wrapped(Statement.class, new OfStatement(watcher, statement, ""));
                case null, default -> result;
            };
        }
    }

    private record OfStatement(Watcher watcher, Statement real, String prepared) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (!method.getName().startsWith("execute")) {
                return call(real, method, arguments);
            }
            String sql = arguments == null ? prepared : (String) arguments[0];
            String instead = watcher.before(sql);
            Object result = call(real, method, arguments == null ? null : new Object[] {instead});
            watcher.after(sql);
            return result;
        }
    }

    private static <T> T wrapped(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public final DriverPropertyInfo[] getPropertyInfo(String url, Properties settings) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public final int getMajorVersion() {
        return 1;
    }

    @Override
    public final int getMinorVersion() {
        return 0;
    }

    @Override
    public final boolean jdbcCompliant() {
        return false;
    }

    @Override
    public final Logger getParentLogger() {
        return Logger.getLogger("a driver in front");
    }
}
