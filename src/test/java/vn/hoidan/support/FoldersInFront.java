package vn.hoidan.support;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.sqlite.JDBC;

/// The first driver of the tests' program, named in `META-INF/services`: for the files of each {@link DriverInFront} it
/// is that one, and for others none. To register and take away drivers one by one would leave other tests without any
/// for a moment.
public final class FoldersInFront implements Driver {
    /// Registers itself when it is made, so it is made last.
    static final JDBC SQLITE;
    private static final List<DriverInFront> STANDING = new CopyOnWriteArrayList<>();

    static {
        try {
            DriverManager.registerDriver(new FoldersInFront());
            SQLITE = new JDBC();
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Before those that stand already.
    static void put(DriverInFront driver) {
        if (!(DriverManager.drivers().findFirst().orElseThrow() instanceof FoldersInFront)) {
            throw new IllegalStateException("another driver came first");
        }
        STANDING.addFirst(driver);
    }

    static void remove(DriverInFront driver) {
        STANDING.remove(driver);
    }

    private static Optional<DriverInFront> of(String url) {
        return STANDING.stream().filter(each -> each.acceptsURL(url)).findFirst();
    }

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
        Optional<DriverInFront> driver = of(url);
        return driver.isPresent() ? driver.get().connect(url, settings) : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return of(url).isPresent();
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
        return Logger.getLogger("folders in front");
    }
}
