package vn.hoidan.form.xlsform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Something wrong, or merely doubtful, in one cell of a form.
///
/// @param sheet   as written in the file
/// @param row     as the spreadsheet shows it, from 1; 0 when it concerns the sheet as a whole
/// @param column  the column's header, or empty when it concerns the row
/// @param details what fills the text's numbered braces
public record CellError(CellErrorKind kind, String sheet, int row, String column, List<String> details) {
    /// Those whose second detail is a similar word that is known, or empty.
    private static final Set<CellErrorKind> SUGGESTING = EnumSet.of(CellErrorKind.COLUMN_UNKNOWN,
            CellErrorKind.TYPE_UNKNOWN, CellErrorKind.LIST_UNKNOWN, CellErrorKind.EXTERNAL_LIST_UNKNOWN,
            CellErrorKind.REFERENCE_UNKNOWN);

    public CellError {
        details = List.copyOf(details);
    }

    /// Where it is: `survey, hàng 12, cột relevant`.
    ///
    /// @param language tag of the reader's language; others than Vietnamese get English
    public String place(String language) {
        String key = row == 0 ? "place.sheet" : column.isEmpty() ? "place.row" : "place.cell";
        return FormMessages.text(language, key, sheet, String.valueOf(row), column);
    }

    /// What is wrong there, with the known word that was probably meant if there is one.
    public String what(String language) {
        String what = FormMessages.text(language, "cell." + kind.code() + ".what", details.toArray(String[]::new));
        String meant = SUGGESTING.contains(kind) && details.size() > 1 ? details.get(1) : "";
        return meant.isEmpty() ? what : what + " " + FormMessages.text(language, "cell.meant", meant);
    }

    /// How the author can mend it.
    public String mend(String language) {
        return FormMessages.text(language, "cell." + kind.code() + ".mend", details.toArray(String[]::new));
    }

    /// Place, fault and remedy in one line.
    public String text(String language) {
        return place(language) + ": " + what(language) + " " + mend(language);
    }
}
