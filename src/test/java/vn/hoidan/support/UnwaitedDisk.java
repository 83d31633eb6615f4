package vn.hoidan.support;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import org.sqlite.JDBC;

/// The real SQLite for the files below a folder, which does not wait for the disk: for simulations that cut the power
/// of a model themselves and commit ten thousands of times.
public final class UnwaitedDisk implements Driver, AutoCloseable {
    private static final String SCHEME = "jdbc:sqlite:";

    private final JDBC sqlite = new JDBC();
    private final Path folder;

    private UnwaitedDisk(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /// Stands before the other drivers from now on.
    public static UnwaitedDisk under(Path folder) throws SQLException {
        UnwaitedDisk disk = new UnwaitedDisk(folder);
        FaultyDisk.beforeOthers(disk);
        return disk;
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(this);
    }

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
        return acceptsURL(url) ? unwaited(Connection.class, sqlite.connect(url, settings)) : null;
    }

    /// Statements that are not prepared are few, and the setting comes by one of them.
    private static <T> T unwaited(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    boolean waits = arguments != null && "PRAGMA synchronous=FULL".equals(arguments[0]);
                    Object result = FaultyDisk.call(real, method,
                            waits ? new Object[] {"PRAGMA synchronous=OFF"} : arguments);
                    return method.getName().equals("createStatement")
                            ? unwaited(Statement.class, (Statement) result) : result;
                }));
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(SCHEME) && url.contains(folder.toString());
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
        return Logger.getLogger("unwaited disk");
    }
}
