package vn.hoidan.cli.command;

import java.io.PrintWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// A table in plain text: the first columns to the left, numbers to the right.
public final class TextTable {

    private static final String GAP = "  ";

    private final int leftColumns;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param leftColumns how many columns hold words
    public TextTable(int leftColumns, List<String> header) {
        this.leftColumns = leftColumns;
        rows.add(List.copyOf(header));
    }

    /// @param cells as many as the header has
    public TextTable row(List<String> cells) {
        rows.add(cells.stream().map(cell -> Normalizer.normalize(cell, Normalizer.Form.NFC)).toList());
        return this;
    }

    /// With a line under the header.
    public void printTo(PrintWriter out) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        for (int index = 0; index < rows.size(); index++) {
            out.println(line(rows.get(index), widths));
            if (index == 0) {
                out.println("-".repeat(line(rows.get(index), widths).length()));
            }
        }
        out.flush();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String gap = " ".repeat(widths[column] - width(row.get(column)));
            line.append(column == 0 ? "" : GAP)
                    .append(column < leftColumns ? row.get(column) + gap : gap + row.get(column));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
