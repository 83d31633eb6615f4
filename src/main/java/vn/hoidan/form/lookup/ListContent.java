package vn.hoidan.form.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A list as it was read, on its way into the store.
///
/// @param root    name of the element around the rows
/// @param item    name of a row's element
/// @param columns names of the columns
/// @param rows    cells by column; a short row has empty cells at its end
public record ListContent(String root, String item, List<String> columns, List<String[]> rows) {
    /// Rows of one list.
    public static final int MOST_ROWS = 1_000_000;
    /// Columns of one list.
    public static final int MOST_COLUMNS = 500;
    /// Characters of one cell.
    public static final int MOST_CELL_CHARACTERS = 32_768;

    /// Gathers rows whose columns become known one after the other.
    static final class Builder {
        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final List<String[]> rows = new ArrayList<>();
        private final Refusing refusing;

        Builder(Refusing refusing) {
            this.refusing = refusing;
        }

        int column(String name, int line) {
            Integer known = columns.get(name);
            if (known != null) {
                return known;
            }
            if (columns.size() >= MOST_COLUMNS) {
                throw refusing.at(line, "list-columns", MOST_COLUMNS);
            }
            columns.put(name, columns.size());
            return columns.size() - 1;
        }

        boolean has(String column) {
            return columns.containsKey(column);
        }

        /// Cells by name of column.
        void add(Map<String, String> cells, int line) {
            cells.keySet().forEach(name -> column(name, line));
            String[] row = new String[columns.size()];
            cells.forEach((name, cell) -> row[columns.get(name)] = cell);
            add(row, line);
        }

        void add(String[] row, int line) {
            if (rows.size() >= MOST_ROWS) {
                throw refusing.at(line, "list-rows", MOST_ROWS);
            }
            for (String cell : row) {
                if (cell != null && cell.length() > MOST_CELL_CHARACTERS) {
                    throw refusing.at(line, "list-cell", MOST_CELL_CHARACTERS);
                }
            }
            rows.add(row);
        }

        int size() {
            return rows.size();
        }

        ListContent content(String root, String item) {
            return new ListContent(root, item, List.copyOf(columns.keySet()), rows);
        }
    }
}
