package vn.hoidan.form.xlsform;

/// Bounds on what is compiled; far above any questionnaire a person can answer.
final class Limits {
    static final int MOST_ROWS = 100_000;
    static final int MOST_COLUMNS = 500;
    /// What one cell of a spreadsheet can hold.
    static final int MOST_CELL_CHARACTERS = 32_767;
    static final int MOST_NAME_CHARACTERS = 255;
    /// Groups inside groups.
    static final int MOST_DEPTH = 40;
    /// Errors gathered before the compiler stops looking for more.
    static final int MOST_ERRORS = 500;
    static final int MOST_LANGUAGES = 50;

    private Limits() {
    }
}
