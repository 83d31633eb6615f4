package vn.hoidan.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Brings over the rows of a damaged file that can still be read: each table from its beginning up to the first damage,
/// from its end back to the last, and in between key by key where keys are whole numbers. What a row says is not
/// believed here; whoever calls looks at it.
public final class Salvage {
    /// Keys tried one by one between two damaged places, or after one when nothing behind it can be read.
    static final int MOST_PROBES = 3_000;

    private final Connection from;
    private final Handle into;
    private final Map<String, Set<Object>> torn = new HashMap<>();

    /// A table with its key; the last column of the key counts, those before it name a group.
    private record Table(String name, List<String> columns, List<String> key, boolean counted) {
        String list() {
            return "\"" + String.join("\", \"", columns) + "\"";
        }

        String last() {
            return "\"" + key.getLast() + "\"";
        }

        String group() {
            return key.size() == 1 ? "1 = 1" : "\"" + String.join("\" = ? AND \"", key.subList(0, key.size() - 1))
                    + "\" = ?";
        }
    }

    private Salvage(Connection from, Handle into) {
        this.from = from;
        this.into = into;
    }

    /// Copies all tables in one transaction; foreign keys are looked at only at its end.
    ///
    /// @param groups for tables whose key has two columns: the query that lists values of the first, on what was
    ///               brought over of the tables before; values that can be read in the table itself are added
    /// @param then   done in the same transaction, told the groups of each table in which damage was met: what does not
    ///               fit together must be gone after it
    public static <T> T copy(Path damaged, Database into, Map<String, String> groups,
            BiFunction<Handle, Map<String, Set<Object>>, T> then) {
        Connection from = Connections.open(damaged);
        try {
            return into.write(handle -> {
                handle.execute("PRAGMA defer_foreign_keys=ON");
                Salvage salvage = new Salvage(from, handle);
                salvage.tables(groups);
                return then.apply(handle, salvage.torn);
            });
        } finally {
            Connections.close(from);
        }
    }

    private void tables(Map<String, String> groups) {
        for (String name : into.createQuery("SELECT name FROM sqlite_schema WHERE type = 'table' "
                + "AND name NOT LIKE 'sqlite%' ORDER BY rowid").mapTo(String.class).list()) {
            Table table = table(name);
            if (table.key().size() == 2 && groups.containsKey(name)) {
                Set<Object> found = new LinkedHashSet<>(into.createQuery(groups.get(name))
                        .map((row, context) -> row.getObject(1)).list());
                collectGroups(table, "ASC", found);
                collectGroups(table, "DESC", found);
                // a damaged cell may read as nothing
                found.remove(null);
                found.forEach(group -> rows(table, List.of(group)));
            } else if (table.key().size() == 1) {
                rows(table, List.of());
            }
        }
    }

    /// The table as it is now; columns that an older file lacks keep their defaults.
    private Table table(String name) {
        List<String> old = columns(name);
        List<String> columns = new ArrayList<>();
        List<String> key = new ArrayList<>();
        List<String> types = new ArrayList<>();
        into.createQuery("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY pk").bind(0, name)
                .map((row, context) -> {
                    String column = row.getString("name");
                    if (old.isEmpty() || old.contains(column)) {
                        columns.add(column);
                    }
                    if (row.getInt("pk") > 0) {
                        key.add(column);
                        types.add(row.getString("type"));
                    }
                    return column;
                }).list();
        return new Table(name, columns, key, !types.isEmpty() && "INTEGER".equals(types.getLast()));
    }

    private List<String> columns(String table) {
        List<String> names = new ArrayList<>();
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM pragma_table_info('" + table + "')")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        } catch (SQLException unreadable) {
            return List.of();
        }
        return names;
    }

    private void collectGroups(Table table, String order, Set<Object> found) {
        try (Statement statement = from.createStatement();
                ResultSet row = statement.executeQuery("SELECT \"" + table.key().getFirst() + "\" FROM \""
                        + table.name() + "\" ORDER BY 1 " + order)) {
            while (row.next()) {
                found.add(row.getObject(1));
            }
        } catch (SQLException damage) {
            // as far as it goes
            return;
        }
    }

    private void rows(Table table, List<Object> group) {
        Scan forward = scan(table, group, "ASC");
        if (forward.toTheEnd()) {
            return;
        }
        torn.computeIfAbsent(table.name(), name -> new HashSet<>()).addAll(group);
        Scan backward = scan(table, group, "DESC");
        if (table.counted()) {
            long begin = forward.last() + 1;
            long end = backward.rows() > 0 ? backward.last() - 1 : begin + MOST_PROBES;
            for (long key = begin; key <= Math.min(end, begin + MOST_PROBES); key++) {
                probe(table, group, key);
            }
        }
    }

    /// @param last key of the last row read, 0 when none was or it is no number
    private record Scan(boolean toTheEnd, int rows, long last) {
    }

    private Scan scan(Table table, List<Object> group, String order) {
        int rows = 0;
        long last = 0;
        try (PreparedStatement select = from.prepareStatement("SELECT " + table.list() + " FROM \"" + table.name()
                + "\" WHERE " + table.group() + " ORDER BY " + table.last() + " " + order)) {
            bind(select, group);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keep(table, row);
                    rows++;
                    last = table.counted() ? row.getLong(table.key().getLast()) : 0;
                }
            }
            return new Scan(true, rows, last);
        } catch (SQLException damage) {
            return new Scan(false, rows, last);
        }
    }

    private void probe(Table table, List<Object> group, long key) {
        try (PreparedStatement select = from.prepareStatement("SELECT " + table.list() + " FROM \"" + table.name()
                + "\" WHERE " + table.group() + " AND " + table.last() + " = ?")) {
            List<Object> values = new ArrayList<>(group);
            values.add(key);
            bind(select, values);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    keep(table, row);
                }
            }
        } catch (SQLException damage) {
            // this row stands in a damaged place
            return;
        }
    }

    /// A row that its table refuses makes no sense and is left behind.
    private void keep(Table table, ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int column = 1; column <= table.columns().size(); column++) {
            values.add(row.getObject(column));
        }
        String marks = "?, ".repeat(values.size() - 1) + "?";
        try (PreparedStatement insert = into.getConnection().prepareStatement("INSERT OR REPLACE INTO \""
                + table.name() + "\" (" + table.list() + ") VALUES (" + marks + ")")) {
            bind(insert, values);
            insert.executeUpdate();
        } catch (SQLException refused) {
            if (!SqliteFaults.isConstraint(refused)) {
                throw new UnableToExecuteStatementException(refused.getMessage(), refused, null);
            }
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int index = 0; index < values.size(); index++) {
            statement.setObject(index + 1, values.get(index));
        }
    }
}
