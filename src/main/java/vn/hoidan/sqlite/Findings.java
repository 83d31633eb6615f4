package vn.hoidan.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// What is wrong with a file, in SQLite's words: pages that make no sense, rows that break their table's rules or name
/// rows that are not there.
final class Findings {
    private static final String SOUND = "ok";

    private Findings() {
    }

    static Optional<String> of(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery("PRAGMA integrity_check(1)")) {
                String said = result.next() ? result.getString(1) : "nothing";
                if (!SOUND.equals(said)) {
                    return Optional.of(said);
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
