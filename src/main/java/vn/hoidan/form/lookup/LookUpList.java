package vn.hoidan.form.lookup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One look-up list: rows of texts, counted from 0 in the order of their file. Safe for several threads.
public final class LookUpList implements RowSource {
    /// Indexes made for one list, as filters ask for them; filters beyond look at every row.
    private static final int MOST_INDEXES = 16;
    /// Rows asked for in one statement.
    public static final int MOST_ROWS_TOGETHER = 64;

    /// Wider than the difference that counts as equal, so that an index can be used.
    private static final double NEARLY = 1e-9;

    private final LookUpStore store;
    private final String table;
    private final String root;
    private final String item;
    private final List<String> columns;
    private final int size;
    private final Set<String> indexes = new HashSet<>();
    private final Set<Integer> numbered = new HashSet<>();

    LookUpList(LookUpStore store, String table, String root, String item, List<String> columns, int size) {
        this.store = store;
        this.table = table;
        this.root = root;
        this.item = item;
        this.columns = List.copyOf(columns);
        this.size = size;
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public String item() {
        return item;
    }

    public List<String> columns() {
        return columns;
    }

    /// Number of rows.
    public int size() {
        return size;
    }

    @Override
    public Optional<Integer> column(String name) {
        int place = columns.indexOf(name);
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    /// The rows for which it holds, in order.
    public int[] rows(Term term) {
        Where where = where(term);
        return store.tables().query("SELECT row FROM " + table + " WHERE " + where.sql() + " ORDER BY row",
                where.values(), rows -> {
                    IntStream.Builder found = IntStream.builder();
                    while (rows.next()) {
                        found.add(rows.whole(0));
                    }
                    return found.build().toArray();
                });
    }

    @Override
    public List<List<String>> cells(Term term, List<Integer> wanted) {
        return cells(term, wanted, size);
    }

    @Override
    public Optional<List<String>> first(Term term, List<Integer> wanted) {
        return cells(term, wanted, 1).stream().findFirst();
    }

    private List<List<String>> cells(Term term, List<Integer> wanted, int most) {
        Where where = where(term);
        List<Object> values = new ArrayList<>(where.values());
        values.add(most);
        String sql = "SELECT " + wanted.stream().map(column -> "c" + column).collect(Collectors.joining(", "))
                + " FROM " + table + " WHERE " + where.sql() + " ORDER BY row LIMIT ?";
        return store.tables().query(sql, values, rows -> {
            List<List<String>> found = new ArrayList<>();
            while (rows.next()) {
                String[] cells = new String[wanted.size()];
                for (int place = 0; place < cells.length; place++) {
                    cells[place] = rows.text(place);
                }
                found.add(List.of(cells));
            }
            return found;
        });
    }

    /// All cells of these rows, by row.
    ///
    /// @param wanted at most {@link #MOST_ROWS_TOGETHER}
    public Map<Integer, String[]> load(List<Integer> wanted) {
        String places = String.join(", ", Collections.nCopies(wanted.size(), "?"));
        return store.tables().query("SELECT * FROM " + table + " WHERE row IN (" + places + ")", wanted, rows -> {
            Map<Integer, String[]> found = new HashMap<>();
            while (rows.next()) {
                String[] cells = new String[columns.size()];
                for (int column = 0; column < cells.length; column++) {
                    cells[column] = rows.text(column + 1);
                }
                found.put(rows.whole(0), cells);
            }
            return found;
        });
    }

    /// A condition in SQL. Cells are never NULL, so it is always true or false, never unknown.
    private record Where(String sql, List<Object> values) {
    }

    private Where where(Term term) {
        prepare(term);
        List<Object> values = new ArrayList<>();
        String sql = sql(term, values);
        return new Where(sql, List.copyOf(values));
    }

    private static String sql(Term term, List<Object> values) {
        return switch (term) {
            case Term.Always always -> always.holds() ? "1" : "0";
            case Term.Is is -> {
                values.add(is.text());
                yield "c" + is.column() + " = ?";
            }
            case Term.Filled filled -> "c" + filled.column() + " <> ''";
            case Term.Compares compares -> compares(compares, values);
            case Term.And and -> joined(and.terms(), " AND ", "1", values);
            case Term.Or or -> joined(or.terms(), " OR ", "0", values);
            case Term.Not not -> "NOT (" + sql(not.term(), values) + ")";
        };
    }

    private static String joined(List<Term> terms, String word, String none, List<Object> values) {
        return terms.isEmpty() ? none
                : terms.stream().map(term -> "(" + sql(term, values) + ")").collect(Collectors.joining(word));
    }

    /// Nothing compares with what is no number, which is NULL in SQL.
    private static String compares(Term.Compares compares, List<Object> values) {
        if (Double.isNaN(compares.number())) {
            return "0";
        }
        String column = "n" + compares.column();
        String known = column + " IS NOT NULL AND " + column;
        if (compares.comparison() != Term.Comparison.EQUAL) {
            values.add(compares.number());
            return known + " " + compares.comparison().sign() + " ?";
        }
        values.addAll(List.of(compares.number() - NEARLY, compares.number() + NEARLY, compares.number(),
                Term.Comparison.EQUAL_WITHIN));
        return known + " BETWEEN ? AND ? AND abs(" + column + " - ?) < ?";
    }

    /// Makes what the condition needs to be quick: numbers beside texts, and indexes.
    private synchronized void prepare(Term term) {
        Set<Integer> together = new HashSet<>();
        if (term instanceof Term.And and) {
            and.terms().stream().filter(Term.Is.class::isInstance).map(Term.Is.class::cast)
                    .forEach(is -> together.add(is.column()));
        }
        if (together.size() > 1) {
            index(together.stream().sorted().map(column -> "c" + column).collect(Collectors.joining(", ")));
        }
        prepareEach(term, together.size() > 1 ? together : Set.of());
    }

    private void prepareEach(Term term, Set<Integer> done) {
        switch (term) {
            case Term.Always _, Term.Filled _ -> {
                // needs nothing
            }
            case Term.Is is -> {
                if (!done.contains(is.column())) {
                    index("c" + is.column());
                }
            }
            case Term.Compares compares -> number(compares.column());
            case Term.And and -> and.terms().forEach(inner -> prepareEach(inner, done));
            case Term.Or or -> or.terms().forEach(inner -> prepareEach(inner, Set.of()));
            case Term.Not not -> prepareEach(not.term(), Set.of());
        }
    }

    private void index(String over) {
        if (indexes.size() < MOST_INDEXES && indexes.add(over)) {
            store.tables().execute("CREATE INDEX " + table + "_index" + indexes.size() + " ON " + table + " (" + over
                    + ")");
        }
    }

    private void number(int column) {
        if (!numbered.add(column)) {
            return;
        }
        store.tables().execute("ALTER TABLE " + table + " ADD COLUMN n" + column + " REAL");
        List<String> cells = store.tables().query("SELECT c" + column + " FROM " + table + " ORDER BY row", List.of(),
                rows -> {
                    List<String> found = new ArrayList<>(size);
                    while (rows.next()) {
                        found.add(rows.text(0));
                    }
                    return found;
                });
        List<Object[]> numbers = new ArrayList<>();
        for (int row = 0; row < cells.size(); row++) {
            double number = store.number(cells.get(row));
            if (!Double.isNaN(number)) {
                numbers.add(new Object[] {number, row});
            }
        }
        store.tables().executeForAll("UPDATE " + table + " SET n" + column + " = ? WHERE row = ?", numbers);
        index("n" + column);
    }
}
