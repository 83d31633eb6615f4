package vn.hoidan.server.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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

    private static long copy(Table table, Handle source, Handle target) {
        long[] copied = {0};
        try (Stream<Object[]> rows = source.createQuery("SELECT " + table.listed() + " FROM " + table.name())
                .map((row, _) -> {
                    Object[] values = new Object[table.columns().size()];
                    for (int column = 0; column < values.length; column++) {
                        values[column] = row.getObject(column + 1);
                    }
                    return values;
                }).stream();
                PreparedBatch batch = target.prepareBatch("INSERT INTO " + table.name() + " (" + table.listed()
                        + ") VALUES (" + "?, ".repeat(table.columns().size() - 1) + "?)")) {
            long[] bytes = {0};
            rows.forEach(values -> {
                for (int column = 0; column < values.length; column++) {
                    batch.bind(column, values[column]);
                    bytes[0] += values[column] instanceof byte[] large ? large.length : 0;
                }
                batch.add();
                copied[0]++;
                if (batch.size() >= MOST_ROWS_OF_A_BATCH || bytes[0] >= MOST_BYTES_OF_A_BATCH) {
                    batch.execute();
                    bytes[0] = 0;
                }
            });
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        return copied[0];
    }
}
