package vn.hoidan.server.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import vn.hoidan.postgresql.PostgresqlDatabase;

/// All rows of an office, from one kind of database to the other. Tables and columns are those of the SQLite side,
/// which knows them of itself; both sides have the newest form.
final class Rows {
    private static final int MOST_ROWS_OF_A_BATCH = 500;
    /// Questionnaires and lists are large; a few of them make a batch.
    private static final int MOST_BYTES_OF_A_BATCH = 4 * 1024 * 1024;

    private record Table(String name, List<String> columns) {
        String listed() {
            return columns.stream().map(each -> '"' + each + '"').collect(Collectors.joining(", "));
        }
    }

    private Rows() {
    }

    /// @param target empty file of SQLite
    /// @return rows copied
    static long toFile(Handle source, Handle target) {
        // who only reads holds nobody up, however long the file takes
        source.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
        target.execute("PRAGMA defer_foreign_keys = ON");
        return copy(tables(target), source, target);
    }

    /// @param source file of SQLite
    /// @return rows copied
    static long toDatabase(Handle source, Handle target) {
        target.execute("SET CONSTRAINTS ALL DEFERRED");
        return copy(tables(source), source, target);
    }

    /// Whether no office was begun.
    static boolean areNone(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM survey").mapTo(long.class).one() == 0;
    }

    private static List<Table> tables(Handle file) {
        return file.createQuery("""
                SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'""")
                .mapTo(String.class).list().stream().map(name -> new Table(name,
                        file.createQuery("SELECT name FROM pragma_table_info(:table)").bind("table", name)
                                .mapTo(String.class).list())).toList();
    }

    private static long copy(List<Table> tables, Handle source, Handle target) {
        tables.forEach(table -> target.execute("DELETE FROM " + table.name()));
        return tables.stream().mapToLong(table -> copy(table, source, target)).sum();
    }

    /// Without the machinery of Jdbi, which for rows by the hundred thousand costs more than the databases do.
    private static long copy(Table table, Handle source, Handle target) {
        String insert = "INSERT INTO " + table.name() + " (" + table.listed() + ") VALUES ("
                + "?, ".repeat(table.columns().size() - 1) + "?)";
        try (PreparedStatement read = source.getConnection().prepareStatement(
                "SELECT " + table.listed() + " FROM " + table.name());
                ResultSet row = read.executeQuery();
                PreparedStatement write = target.getConnection().prepareStatement(insert)) {
            long copied = 0;
            long waiting = 0;
            long bytes = 0;
            while (row.next()) {
                for (int column = 1; column <= table.columns().size(); column++) {
                    bytes += put(write, column, row.getObject(column));
                }
                write.addBatch();
                copied++;
                waiting++;
                if (waiting == MOST_ROWS_OF_A_BATCH || bytes >= MOST_BYTES_OF_A_BATCH) {
                    write.executeBatch();
                    waiting = 0;
                    bytes = 0;
                }
            }
            write.executeBatch();
            return copied;
        } catch (SQLException broken) {
            throw new UnableToExecuteStatementException(table.name(), broken, null);
        }
    }

    /// @return how many bytes of it are kept until the batch is written; only what is large counts
    private static int put(PreparedStatement write, int column, Object value) throws SQLException {
        switch (value) {
            case null -> write.setNull(column, Types.NULL);
            case String text -> write.setString(column, PostgresqlDatabase.storable(text));
            case byte[] large -> {
                write.setBytes(column, large);
                return large.length;
            }
            case Double number -> write.setDouble(column, number);
            case Number number -> write.setLong(column, number.longValue());
            default -> throw new IllegalStateException("value of " + value.getClass());
        }
        return 0;
    }
}
