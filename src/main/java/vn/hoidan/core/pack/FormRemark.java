package vn.hoidan.core.pack;

import vn.hoidan.core.questionnaire.Text;

/// Something wrong or doubtful in a form, told to its author.
///
/// @param sheet  where it stands, as written in the file; empty when it concerns the file or the form as a whole
/// @param row    as the author's spreadsheet shows it, from 1; 0 when it concerns the sheet as a whole
/// @param column its header, or empty when it concerns the row
/// @param place  sheet, row and column in words
/// @param what   is wrong
/// @param mend   how the author can mend it
public record FormRemark(Severity severity, String sheet, int row, String column, Text place, Text what, Text mend) {
    /// How much it matters.
    public enum Severity {
        /// The form cannot be asked.
        ERROR("error"),
        /// The form can be asked; the author should look.
        WARNING("warning");

        private final String code;

        Severity(String code) {
            this.code = code;
        }

        /// The word that message files know it by.
        public String code() {
            return code;
        }
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// Place, fault and remedy in one line.
    public String oneLine(String language) {
        return (place.in(language) + ": " + what.in(language) + " " + mend.in(language)).strip();
    }
}
