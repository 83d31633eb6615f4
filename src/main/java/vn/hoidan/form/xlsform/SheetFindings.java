package vn.hoidan.form.xlsform;

import java.util.List;
import java.util.Set;

/// What any sheet is looked over for when it has been read, from whatever file.
public final class SheetFindings {
    /// What spreadsheets write in place of a value that cannot be computed; in a CSV file it stands as text.
    private static final Set<String> ERRORS = Set.of("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!",
            "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    private SheetFindings() {
    }

    /// Columns whose header is empty although something stands below it: nobody reads them.
    public static void columnsWithoutHeader(Sheet sheet, CellErrors errors) {
        List<String> header = sheet.header();
        boolean[] told = new boolean[Limits.MOST_COLUMNS];
        for (Sheet.Row row : sheet.rows()) {
            for (int column = 0; column < Math.min(row.cells().size(), told.length); column++) {
                boolean headless = column >= header.size() || header.get(column).isEmpty();
                if (headless && !told[column] && !row.cell(column).isBlank()) {
                    told[column] = true;
                    errors.add(CellErrorKind.HEADER_BLANK, sheet.name(), Sheet.HEADER_ROW,
                            CellPlace.letters(column), new CellPlace(column, row.number()).name());
                }
            }
        }
    }

    /// The same, and errors of a spreadsheet that were exported as text.
    static void ofCsv(Sheet sheet, CellErrors errors) {
        if (sheet.header().stream().allMatch(String::isEmpty) && !sheet.rows().isEmpty()) {
            int first = sheet.rows().getFirst().number();
            errors.add(CellErrorKind.HEADER_NOT_FIRST, sheet.name(), first, "", String.valueOf(first));
            return;
        }
        columnsWithoutHeader(sheet, errors);
        for (Sheet.Row row : sheet.rows()) {
            for (int column = 0; column < row.cells().size(); column++) {
                String text = row.cell(column).strip();
                if (text.startsWith("#") && ERRORS.contains(text)) {
                    String title = column < sheet.header().size() ? sheet.header().get(column) : "";
                    errors.add(CellErrorKind.ERROR_VALUE, sheet.name(), row.number(),
                            title.isEmpty() ? CellPlace.letters(column) : title,
                            new CellPlace(column, row.number()).name(), text);
                }
            }
        }
    }
}
