package vn.hoidan.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// What is wrong with a file, in SQLite's words: pages that make no sense, rows that break their table's rules or name
/// rows that are not there.
final class Findings {
    private static final String SOUND = "ok";

    private Findings() {
    }

    /// Everything: also that each index tells what its table does.
    static Optional<String> of(Connection connection) {
        return of(connection, List.of("integrity_check(1)"));
    }

    /// Without the indexes, and only of some tables.
    static Optional<String> of(Connection connection, Collection<String> tables) {
        return of(connection, tables.stream().map(table -> "quick_check('" + table + "')").toList());
    }

    private static Optional<String> of(Connection connection, List<String> checks) {
        try (Statement statement = connection.createStatement()) {
            for (String check : checks) {
                try (ResultSet result = statement.executeQuery("PRAGMA " + check)) {
                    String said = result.next() ? result.getString(1) : "nothing";
                    if (!SOUND.equals(said)) {
                        return Optional.of(said);
                    }
                }
            }
            try (ResultSet result = statement.executeQuery("PRAGMA foreign_key_check")) {
                return result.next() ? Optional.of("foreign key of " + result.getString(1)) : Optional.empty();
            }
        } catch (SQLException broken) {
            throw new UnableToExecuteStatementException(broken.getMessage(), broken, null);
        }
    }
}
