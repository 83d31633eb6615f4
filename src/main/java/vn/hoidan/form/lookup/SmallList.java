package vn.hoidan.form.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A list short enough to be looked through row by row. Never changes.
public final class SmallList implements RowSource {
    private final ListContent content;
    private final ToDoubleFunction<String> numbers;

    /// @param numbers reads a cell as a number, NaN if it is none
    public SmallList(ListContent content, ToDoubleFunction<String> numbers) {
        this.content = content;
        this.numbers = numbers;
    }

    @Override
    public String root() {
        return content.root();
    }

    @Override
    public String item() {
        return content.item();
    }

    @Override
    public Optional<Integer> column(String name) {
        int place = content.columns().indexOf(name);
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    @Override
    public List<List<String>> cells(Term term, List<Integer> wanted) {
        List<List<String>> found = new ArrayList<>();
        for (String[] row : content.rows()) {
            if (holds(term, row)) {
                found.add(cells(row, wanted));
            }
        }
        return found;
    }

    @Override
    public Optional<List<String>> first(Term term, List<Integer> wanted) {
        for (String[] row : content.rows()) {
            if (holds(term, row)) {
                return Optional.of(cells(row, wanted));
            }
        }
        return Optional.empty();
    }

    private static List<String> cells(String[] row, List<Integer> wanted) {
        List<String> cells = new ArrayList<>(wanted.size());
        for (int column : wanted) {
            cells.add(cell(row, column));
        }
        return cells;
    }

    private static String cell(String[] row, int column) {
        return column < row.length && row[column] != null ? row[column] : "";
    }

    private boolean holds(Term term, String[] row) {
        return switch (term) {
            case Term.Always always -> always.holds();
            case Term.Is is -> cell(row, is.column()).equals(is.text());
            case Term.Filled filled -> !cell(row, filled.column()).isEmpty();
            case Term.Compares compares -> compares(compares, numbers.applyAsDouble(cell(row, compares.column())));
            case Term.And and -> {
                for (Term inner : and.terms()) {
                    if (!holds(inner, row)) {
                        yield false;
                    }
                }
                yield true;
            }
            case Term.Or or -> {
                for (Term inner : or.terms()) {
                    if (holds(inner, row)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Term.Not not -> !holds(not.term(), row);
        };
    }

    private static boolean compares(Term.Compares compares, double cell) {
        return switch (compares.comparison()) {
            case EQUAL -> Math.abs(cell - compares.number()) < Term.Comparison.EQUAL_WITHIN;
            case LESS -> cell < compares.number();
            case GREATER -> cell > compares.number();
            case LESS_OR_EQUAL -> cell <= compares.number();
            case GREATER_OR_EQUAL -> cell >= compares.number();
        };
    }
}
