package vn.hoidan.form.spreadsheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.hoidan.form.xlsform.CellErrorKind;
import vn.hoidan.form.xlsform.CellErrors;
import vn.hoidan.form.xlsform.CellPlace;
import vn.hoidan.form.xlsform.Limits;
import vn.hoidan.form.xlsform.Sheet;

/// Reads the cells of one worksheet. What a sheet says of its own size is not believed.
final class SheetPart {
    private static final int LAST_ROW_OF_A_SPREADSHEET = 1_048_576;

    private final XmlCursor cursor;
    private final CellReader cells;
    private final CellErrors errors;
    private final String name;
    private final SheetMarks marks;
    private final List<Sheet.Row> rows = new ArrayList<>();
    private List<String> header = List.of();
    private int headerRow;
    private int row;

    private SheetPart(XmlCursor cursor, CellReader cells, CellErrors errors, String name) {
        this.cursor = cursor;
        this.cells = cells;
        this.errors = errors;
        this.name = name;
        this.marks = new SheetMarks(name);
    }

    /// The sheet, or empty if no cell has anything in it.
    static Optional<Sheet> read(XmlCursor cursor, CellReader cells, CellErrors errors, String name)
            throws FaultException {
        return new SheetPart(cursor, cells, errors, name).read();
    }

    private Optional<Sheet> read() throws FaultException {
        while (rows.size() <= Limits.MOST_ROWS && cursor.next()) {
            if (cursor.isStart("col") && cursor.flag("hidden")) {
                marks.hideColumns(cursor.number("min"), cursor.number("max"));
            } else if (cursor.isStart("row")) {
                readRow();
            } else if (cursor.isStart("mergeCell")) {
                marks.merge(cursor.attribute("ref"));
            }
        }
        if (headerRow == 0) {
            return Optional.empty();
        }
        int last = rows.isEmpty() ? headerRow : rows.getLast().number();
        marks.report(header, last, errors);
        return Optional.of(new Sheet(name, header, rows));
    }

    private void readRow() throws FaultException {
        int number = cursor.number("r");
        int previous = row;
        row = number < 0 ? previous + 1 : number;
        if (row <= previous || row > LAST_ROW_OF_A_SPREADSHEET) {
            throw cursor.damaged();
        }
        boolean hidden = cursor.flag("hidden");
        List<String> texts = new ArrayList<>();
        int column = -1;
        while (cursor.next() && !cursor.isEnd("row")) {
            if (cursor.isStart("c")) {
                column = CellPlace.of(cursor.attribute("r")).map(CellPlace::column).orElse(column + 1);
                take(texts, column, cells.read(cursor));
            }
        }
        if (texts.isEmpty()) {
            return;
        }
        if (hidden) {
            marks.hideRow(row);
        }
        if (headerRow == 0) {
            headerRow = row;
            header = texts;
            if (row > Sheet.HEADER_ROW) {
                errors.add(CellErrorKind.HEADER_NOT_FIRST, name, row, "", String.valueOf(row));
            }
        } else {
            rows.add(new Sheet.Row(row, texts));
        }
    }

    private void take(List<String> texts, int column, CellReader.Cell cell) {
        String place = new CellPlace(column, row).name();
        String title = titleOf(column);
        switch (cell.origin()) {
            case TYPED -> {
            }
            case INEXACT -> errors.add(CellErrorKind.NUMBER_INEXACT, name, row, title, place, cell.text());
            case FORMULA -> marks.formula(column, row);
            case FORMULA_WITHOUT_VALUE -> errors.add(CellErrorKind.FORMULA_NOT_CALCULATED, name, row, title, place);
            case ERROR -> errors.add(CellErrorKind.ERROR_VALUE, name, row, title, place, cell.text());
        }
        if (cell.text().isEmpty()) {
            return;
        }
        if (column >= Limits.MOST_COLUMNS) {
            errors.add(CellErrorKind.TOO_MANY_COLUMNS, name, row, title, String.valueOf(Limits.MOST_COLUMNS));
            return;
        }
        if (column >= texts.size()) {
            texts.addAll(Collections.nCopies(column + 1 - texts.size(), ""));
        }
        texts.set(column, cell.text());
    }

    /// What the author knows the column by: its header, without one its letters.
    private String titleOf(int column) {
        return SheetMarks.title(header, column);
    }
}
