package vn.hoidan.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// SQLite's own driver for the files below a folder, with somebody who sees each statement before it is carried out,
/// until it is closed. Files elsewhere are not touched, so other tests may run beside it.
abstract class DriverInFront implements AutoCloseable {
    static final String WAITS = "PRAGMA synchronous=FULL";
    static final String DOES_NOT_WAIT = "PRAGMA synchronous=OFF";

    private static final String SCHEME = "jdbc:sqlite:";

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

    /// Stands before SQLite's from now on.
    final void stand() {
        FoldersInFront.put(this);
    }

    @Override
    public final void close() {
        FoldersInFront.remove(this);
    }

    final Connection connect(String url, Properties settings) throws SQLException {
        Connection real = FoldersInFront.SQLITE.connect(url, settings);
        return wrapped(Connection.class, new OfConnection(watcher(file(url), real), real));
    }

    final boolean acceptsURL(String url) {
        return url.startsWith(SCHEME + folder + folder.getFileSystem().getSeparator()) && watches(file(url));
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
}
