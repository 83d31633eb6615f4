package vn.hoidan.client.ui.board;

import java.util.ArrayList;
import java.util.List;
import vn.hoidan.client.ui.kit.Tabbed;
import vn.hoidan.core.quota.Board;

/// The board as plain figures: every area, the upper ones before those below them.
final class BoardTable {
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

    /// For a spreadsheet, one area a line; figures without grouping marks.
    static String copy(List<String> head, List<Entry> entries) {
        List<List<String>> rows = new ArrayList<>(List.of(head));
        entries.forEach(entry -> {
            List<String> row = new ArrayList<>(List.of(entry.place()));
            entry.figures().forEach(figure -> row.add(String.valueOf(figure)));
            rows.add(row);
        });
        return Tabbed.of(rows);
    }
}
