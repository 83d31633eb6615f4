package vn.hoidan.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.hoidan.sql.Migrations;

/// Names of tables and columns, which stand in the file like everything else and are damaged like it: SQLite's own
/// checks do not know what they should be.
final class Schema {
    private static final String COLUMNS = "SELECT tables.name || '.' || columns.name FROM sqlite_schema AS tables "
            + "JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' "
            + "AND tables.name NOT LIKE 'sqlite%' ORDER BY 1";
    /// By the folder of the migrations, which never change while the program runs.
    private static final Map<String, List<String>> NEWEST = new ConcurrentHashMap<>();

    private Schema() {
    }

    /// As `table.column`.
    static List<String> columns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }

    /// What a file has after all migrations.
    static List<String> newest(String migrations) {
        return NEWEST.computeIfAbsent(migrations, folder -> {
            try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                Database.migrate(memory, Migrations.load(folder));
                return columns(memory);
            } catch (SQLException impossible) {
                throw new IllegalStateException("SQLite in memory", impossible);
            }
        });
    }
}
