package vn.hoidan.client.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.hoidan.core.quota.Board;

/// The board as plain figures: every area, the upper ones before those below them.
final class BoardTable {
    /// Characters that a spreadsheet would take as the beginning of a formula.
    private static final String FORMULA_STARTS = "=+-@";

    /// One area with its figures.
    ///
    /// @param within names of the areas above it, uppermost first
    record Entry(List<String> within, Board.Row row) {
        String place() {
            return within.isEmpty() ? row.name() : String.join(" › ", within) + " › " + row.name();
        }

        /// For a column where the areas above stand above.
        String indented() {
            return "\u2003".repeat(within.size()) + row.name();
        }

        List<Integer> figures() {
            return List.of(row.target(), row.accepted(), row.onLease(), row.inWork(), row.pending(), row.left());
        }
    }

    private BoardTable() {
    }

    static List<Entry> of(Board board) {
        List<Entry> entries = new ArrayList<>();
        add(List.of(), board.rows(), entries);
        return entries;
    }

    private static void add(List<String> within, List<Board.Row> rows, List<Entry> into) {
        for (Board.Row row : rows) {
            into.add(new Entry(within, row));
            List<String> deeper = new ArrayList<>(within);
            deeper.add(row.name());
            add(deeper, row.below(), into);
        }
    }

    /// Tab-separated, one area a line, for a spreadsheet; figures without grouping marks.
    static String copy(List<String> head, List<Entry> entries) {
        return head.stream().map(BoardTable::cell).collect(Collectors.joining("\t")) + "\n"
                + entries.stream().map(entry -> cell(entry.place()) + "\t" + entry.figures().stream()
                        .map(String::valueOf).collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String cell(String text) {
        String plain = text.replaceAll("[\\t\\r\\n]+", " ");
        return !plain.isEmpty() && FORMULA_STARTS.indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
    }
}
