package vn.hoidan.form.xlsform;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// Checks sizes and characters of all cells before anything else looks at them.
final class Bounds {
    private Bounds() {
    }

    static void check(XlsFormSheets sheets, CellErrors errors) {
        for (Sheet sheet : sheets.sheets()) {
            if (sheet.rows().size() > Limits.MOST_ROWS) {
                errors.add(CellErrorKind.SHEET_TOO_LONG, sheet.name(), 0, "", sheet.name(),
                        String.valueOf(Limits.MOST_ROWS));
            } else if (sheet.header().size() > Limits.MOST_COLUMNS) {
                errors.add(CellErrorKind.TOO_MANY_COLUMNS, sheet.name(), Sheet.HEADER_ROW, "",
                        String.valueOf(Limits.MOST_COLUMNS));
            } else {
                checkCells(sheet, Sheet.HEADER_ROW, sheet.header(), errors);
                sheet.rows().forEach(row -> checkCells(sheet, row.number(), row.cells(), errors));
            }
        }
    }

    private static void checkCells(Sheet sheet, int row, List<String> cells, CellErrors errors) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String header = column < sheet.header().size() ? sheet.header().get(column) : String.valueOf(column + 1);
            if (cell.length() > Limits.MOST_CELL_CHARACTERS) {
                errors.add(CellErrorKind.CELL_TOO_LONG, sheet.name(), row, header,
                        String.valueOf(Limits.MOST_CELL_CHARACTERS));
            }
            OptionalInt bad = cell.codePoints().filter(letter -> !isAllowed(letter)).findFirst();
            bad.ifPresent(letter -> errors.add(CellErrorKind.CHARACTER_NOT_ALLOWED, sheet.name(), row, header,
                    String.format(Locale.ROOT, "U+%04X", letter)));
        }
    }

    /// What XML 1.0 can hold.
    private static boolean isAllowed(int letter) {
        return letter == '\t' || letter == '\n' || letter == '\r' || letter >= 0x20 && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD || letter >= 0x10000;
    }
}
