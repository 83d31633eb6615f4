package vn.hoidan.journey;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;

/// Where a server process keeps its data: SQLite. Whatever another database would need differently stands here.
///
/// @param folder of the server
record OfficeDatabase(Path folder) {

    /// While no server runs on it.
    Office open() {
        return ServerWiring.openOffice(ServerSettings.practice(folder));
    }

    /// Asks by a connection of its own, also while the server runs.
    long number(String sql, Object... values) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    /// Adds the ledger up again.
    void holds() {
        LedgerCheck.holds(file());
    }

    private Path file() {
        return folder.resolve("office.db");
    }
}
