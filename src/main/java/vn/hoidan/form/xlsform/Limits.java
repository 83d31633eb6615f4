package vn.hoidan.form.xlsform;

/// Bounds on what is compiled; far above any questionnaire a person can answer.
public final class Limits {
    /// Of one sheet, without its header.
    public static final int MOST_ROWS = 100_000;
    public static final int MOST_COLUMNS = 500;
    /// What one cell of a spreadsheet can hold.
    public static final int MOST_CELL_CHARACTERS = 32_767;
    static final int MOST_NAME_CHARACTERS = 255;
    /// Groups inside groups.
    static final int MOST_DEPTH = 40;
    /// Errors gathered before the compiler stops looking for more.
    public static final int MOST_ERRORS = 500;
    static final int MOST_LANGUAGES = 50;
    /// Questions, groups and repeats together, those that loops make included. The engine needs some seconds for half
    /// as many.
    static final int MOST_PARTS = 20_000;
    /// Searches for what an author may have meant; they cost more than all other checks.
    static final int MOST_SUGGESTIONS = 100;
    /// References in all expressions together.
    static final int MOST_REFERENCES = 1_000_000;

    private Limits() {
    }
}
