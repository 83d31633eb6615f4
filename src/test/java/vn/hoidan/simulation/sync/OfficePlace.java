package vn.hoidan.simulation.sync;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.CentralStore;
import vn.hoidan.server.store.SqliteCentralStore;

/// An office's file that stays open while its contents are put back to others: to open one for each world would cost
/// more than the world.
///
/// @param empty a copy of it with a survey and nobody
record OfficePlace(Path file, Path empty, Path copies, CentralStore store) implements AutoCloseable {

    static OfficePlace in(Path folder) {
        TestOffice.withSurvey(folder).close();
        Path file = folder.resolve("office.db");
        Path empty = folder.resolve("empty.db");
        carryOut(file, "VACUUM INTO '" + empty + "'");
        return new OfficePlace(file, empty, folder.resolve("copies"), SqliteCentralStore.open(file));
    }

    /// Puts the contents of another file in place of its own, in one transaction.
    void become(Path other) {
        carryOut(file, "restore from '" + other + "'");
    }

    private static void carryOut(Path file, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
