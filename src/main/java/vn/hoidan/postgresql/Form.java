package vn.hoidan.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sql.Migrations;

/// Brings a database to the form that this program knows. The table `store_version` holds its number, and who holds
/// that table is the one that writes, see {@link PostgresqlDatabase}.
final class Form {
    /// Of the lock by which several servers that start together form the database one after the other: "hoidan".
    private static final long FORMING = 0x686f6964616eL;
    /// The oldest that its makers still look after, and that the tests could be run on.
    private static final int OLDEST_VERSION = 14;
    private static final int VERSIONS = 10_000;
    private static final String ENCODING = "UTF8";

    private Form() {
    }

    /// @param steps     as written for SQLite
    /// @param ownFolder class-path folder of those that must go another way on PostgreSQL, by the same names; written
    ///                  in SQLite's words as well
    static void bring(Connection connection, Migrations steps, String ownFolder, DatabaseAddress address)
            throws SQLException {
        refuseUnfit(connection, address);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + FORMING + ")");
            statement.execute("CREATE TABLE IF NOT EXISTS store_version (version INTEGER NOT NULL)");
            statement.execute("INSERT INTO store_version (version) SELECT 0 "
                    + "WHERE NOT EXISTS (SELECT 1 FROM store_version)");
            int version = number(statement, "SELECT version FROM store_version");
            if (version > steps.newest()) {
                throw Problem.of(ProblemKind.STORE_TOO_NEW, "file", address.shown()).exception();
            }
            for (Migrations.Step step : steps.steps()) {
                if (step.version() > version) {
                    carryOut(statement, step, Dialect.of(Migrations.own(ownFolder, step).orElse(step.sql())));
                }
            }
            statement.execute("SELECT pg_advisory_unlock(" + FORMING + ")");
        }
    }

    /// In one transaction with its number, so a cut leaves one form or the next. Other servers do not write meanwhile.
    private static void carryOut(Statement statement, Migrations.Step step, String sql) throws SQLException {
        statement.execute("BEGIN");
        try {
            statement.execute(PostgresqlDatabase.HOLD);
            statement.execute(sql);
            statement.execute("UPDATE store_version SET version = " + step.version());
            statement.execute("COMMIT");
        } catch (SQLException | RuntimeException broken) {
            statement.execute("ROLLBACK");
            throw broken;
        }
    }

    private static void refuseUnfit(Connection connection, DatabaseAddress address) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version = number(statement, "SELECT current_setting('server_version_num')") / VERSIONS;
            if (version < OLDEST_VERSION) {
                throw unfit(address, "PostgreSQL " + version + " < " + OLDEST_VERSION);
            }
            String encoding = text(statement, "SELECT current_setting('server_encoding')");
            if (!ENCODING.equals(encoding)) {
                throw unfit(address, encoding + " ≠ " + ENCODING);
            }
        }
    }

    /// What the database should not be set to, in the words of its settings.
    static List<String> warnings(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return "on".equals(text(statement, "SELECT current_setting('fsync')")) ? List.of()
                    : List.of("fsync = off: a power cut can take what was acknowledged");
        }
    }

    private static RuntimeException unfit(DatabaseAddress address, String reason) {
        return Problem.of(ProblemKind.DATABASE_UNFIT, "address", address.shown(), "reason", reason).exception();
    }

    private static int number(Statement statement, String sql) throws SQLException {
        return Integer.parseInt(text(statement, sql));
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
