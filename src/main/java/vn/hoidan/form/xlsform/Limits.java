package vn.hoidan.form.xlsform;

/// Bounds on what is compiled; far above any questionnaire a person can answer.
public final class Limits {
    /// Of one sheet, without its header.
    public static final int MOST_ROWS = 100_000;
    public static final int MOST_COLUMNS = 500;
    /// What one cell of a spreadsheet can hold.
    public static final int MOST_CELL_CHARACTERS = 32_767;
    static final int MOST_NAME_CHARACTERS = 255;
    static final int MOST_FILE_NAME_CHARACTERS = 200;
    /// Groups inside groups.
    static final int MOST_DEPTH = 40;
    /// Errors gathered before the compiler stops looking for more.
    public static final int MOST_ERRORS = 500;
    static final int MOST_LANGUAGES = 50;
    /// Questions, groups and repeats together, those that loops make included. The engine needs some seconds for half
    /// as many.
    static final int MOST_PARTS = 20_000;
    /// Words compared to find what an author may have meant; this costs more than all other checks.
    static final int MOST_COMPARISONS = 200_000;
    /// Brackets inside brackets of an expression.
    static final int MOST_BRACKETS = 100;
    /// Minus signs before one value.
    static final int MOST_SIGNS = 10;
    /// From here on an expression is long: the engine's parser needs time by the square of the length.
    static final int LONG_EXPRESSION = 2_000;
    static final int MOST_LONG_EXPRESSIONS = 50;
    /// Of an expression in an error.
    static final int MOST_SHOWN_CHARACTERS = 200;
    /// Names or rows listed in an error.
    static final int MOST_SHOWN_NAMES = 10;

    private Limits() {
    }
}
