package vn.hoidan.form.lookup;

import java.lang.ref.Cleaner;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.ToDoubleFunction;
import vn.hoidan.sqlite.MemoryTables;

/// The look-up lists of one questionnaire, in a private SQLite database in memory: nothing of them lies on a disk, and
/// the heap holds none of their rows. It is closed when nobody holds the store or a list of it any more.
public final class LookUpStore {
    private static final Cleaner CLEANER = Cleaner.create();

    private final MemoryTables tables = MemoryTables.open();
    private final ToDoubleFunction<String> numbers;
    private int lists;

    /// @param numbers reads a cell as a number, NaN if it is none
    public LookUpStore(ToDoubleFunction<String> numbers) {
        this.numbers = numbers;
        CLEANER.register(this, tables::close);
    }

    /// Takes a list in. Takes about a second for 500,000 cells.
    public LookUpList add(ListContent content) {
        String table = "list" + lists++;
        int width = content.columns().size();
        StringBuilder create = new StringBuilder("CREATE TABLE " + table + " (row INTEGER PRIMARY KEY");
        StringBuilder insert = new StringBuilder("INSERT INTO " + table + " VALUES (?");
        for (int column = 0; column < width; column++) {
            create.append(", c").append(column).append(" TEXT NOT NULL");
            insert.append(", ?");
        }
        tables.execute(create.append(")").toString());
        tables.executeForAll(insert.append(")").toString(), () -> numbered(content.rows().iterator(), width));
        return new LookUpList(this, table, content.root(), content.item(), content.columns(), content.rows().size());
    }

    private static Iterator<Object[]> numbered(Iterator<String[]> rows, int width) {
        return new Iterator<>() {
            private int row;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Object[] next() {
                String[] cells = rows.next();
                Object[] values = new Object[width + 1];
                Arrays.fill(values, "");
                values[0] = row++;
                for (int column = 0; column < cells.length; column++) {
                    values[column + 1] = cells[column] == null ? "" : cells[column];
                }
                return values;
            }
        };
    }

    MemoryTables tables() {
        return tables;
    }

    double number(String cell) {
        return numbers.applyAsDouble(cell);
    }
}
