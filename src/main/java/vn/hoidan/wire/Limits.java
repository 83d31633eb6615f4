package vn.hoidan.wire;

/// Bounds of what is read. Generous beside real surveys, small beside the memory of a laptop.
final class Limits {
    /// Objects and lists inside each other.
    static final int DEEPEST_NESTING = 24;
    /// Values in one message, counted before it is parsed: each costs some hundred bytes of memory.
    static final int MOST_VALUES = 400_000;
    /// Characters of one text or answer.
    static final int LONGEST_TEXT_CHARACTERS = 100_000;
    /// Entries of a list of areas, constraints, cells, devices or households.
    static final int MOST_ENTRIES = 50_000;
    /// Answers of one interview.
    static final int MOST_ANSWERS = 20_000;
    /// Languages of one text.
    static final int MOST_LANGUAGES = 20;
    /// Details of one problem.
    static final int MOST_DETAILS = 20;
    /// Down-items in one reply; far more than a server sends.
    static final int MOST_ITEMS = 1_000;
    /// Screening questions that one quota looks at.
    static final int MOST_CONDITIONS = 20;
    /// Cells of one lease.
    static final int MOST_CELLS_OF_A_LEASE = 20;

    /// Units of one lease of a free quota.
    static final int MOST_UNITS_OF_A_LEASE = 10_000;

    private Limits() {
    }
}
