package vn.hoidan.form.xlsform;

import java.util.List;

/// One sheet of a form: its header and the rows below it.
///
/// @param name `survey`, `choices`, `settings` …
public record Sheet(String name, List<String> header, List<Row> rows) {
    /// The header's row as a spreadsheet numbers it.
    public static final int HEADER_ROW = 1;

    public Sheet {
        header = header.stream().map(cell -> cell.replace('\u00A0', ' ').strip()).toList();
        rows = List.copyOf(rows);
    }

    /// A sheet that a form does not have.
    static Sheet none(String name) {
        return new Sheet(name, List.of(), List.of());
    }

    /// @param number as the spreadsheet shows it; the header is row 1
    /// @param cells  in the header's order; those missing at the end are empty
    public record Row(int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /// The text of a cell, empty if the row ends before it.
        public String cell(int column) {
            // Spaces that do not break come along from word processors and mean nothing here.
            return column < cells.size() ? cells.get(column).replace('\u00A0', ' ') : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(cell -> cell.replace('\u00A0', ' ').isBlank());
        }
    }
}
