package vn.hoidan.form.spreadsheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import vn.hoidan.form.xlsform.CellErrorKind;
import vn.hoidan.form.xlsform.CellErrors;
import vn.hoidan.form.xlsform.CellPlace;
import vn.hoidan.form.xlsform.Limits;
import vn.hoidan.form.xlsform.Sheet;

/// What an author may not see in a sheet, or see otherwise than it is: formulas, merged and hidden cells. Told once
/// the header is known, and gathered so that a column of formulas is one warning.
final class SheetMarks {
    /// Runs of hidden rows named in one warning.
    private static final int MOST_RUNS = 20;

    private final String sheet;
    private final Map<Integer, Formulas> formulas = new LinkedHashMap<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<String> merged = new ArrayList<>();

    /// @param first row of the first one
    private record Formulas(int first, int count) {
    }

    SheetMarks(String sheet) {
        this.sheet = sheet;
    }

    void formula(int column, int row) {
        formulas.merge(column, new Formulas(row, 1), (before, one) ->
                new Formulas(before.first(), before.count() + 1));
    }

    void hideRow(int row) {
        hiddenRows.set(row);
    }

    /// @param first column from 1
    /// @param last  the last one hidden
    void hideColumns(int first, int last) {
        if (first > 0 && last >= first && first <= Limits.MOST_COLUMNS) {
            hiddenColumns.set(first - 1, Math.min(last, Limits.MOST_COLUMNS));
        }
    }

    void merge(String area) {
        if (merged.size() < Limits.MOST_ERRORS) {
            merged.add(area);
        }
    }

    /// @param lastRow the last one with something in it
    void report(List<String> header, int lastRow, CellErrors errors) {
        formulas.forEach((column, found) -> errors.add(CellErrorKind.FORMULA_VALUE, sheet, found.first(),
                title(header, column), new CellPlace(column, found.first()).name(), String.valueOf(found.count())));
        merged.forEach(area -> reportMerged(area, header, lastRow, errors));
        if (!hiddenRows.isEmpty()) {
            errors.add(CellErrorKind.ROWS_HIDDEN, sheet, hiddenRows.nextSetBit(0), "",
                    runs(hiddenRows, String::valueOf));
        }
        for (int column = 0; column < hiddenColumns.length(); column++) {
            if (column >= header.size() || header.get(column).isEmpty()) {
                hiddenColumns.clear(column);
            }
        }
        if (!hiddenColumns.isEmpty()) {
            errors.add(CellErrorKind.COLUMNS_HIDDEN, sheet, Sheet.HEADER_ROW, "",
                    runs(hiddenColumns, CellPlace::letters));
        }
    }

    private void reportMerged(String area, List<String> header, int lastRow, CellErrors errors) {
        Optional<CellPlace> first = CellPlace.of(area.split(":", 2)[0]);
        boolean inUse = first.isPresent() && first.get().row() <= lastRow && first.get().column() < header.size();
        if (inUse) {
            errors.add(CellErrorKind.CELLS_MERGED, sheet, first.get().row(), title(header, first.get().column()), area);
        }
    }

    /// The header of a column, or its letters where it has none.
    static String title(List<String> header, int column) {
        String title = column < header.size() ? header.get(column) : "";
        return title.isEmpty() ? CellPlace.letters(column) : title;
    }

    /// `5, 7–9, …`
    private static String runs(BitSet set, IntFunction<String> name) {
        StringJoiner joined = new StringJoiner(", ");
        int count = 0;
        for (int start = set.nextSetBit(0); start >= 0; start = set.nextSetBit(set.nextClearBit(start))) {
            if (++count > MOST_RUNS) {
                joined.add("…");
                break;
            }
            int last = set.nextClearBit(start) - 1;
            joined.add(last == start ? name.apply(start) : name.apply(start) + "–" + name.apply(last));
        }
        return joined.toString();
    }
}
