package vn.hoidan.form.spreadsheet;

/// Bounds on a workbook, far above any questionnaire: the largest known example has 1.2 MB. Those on rows, columns and
/// single cells are the compiler's ({@link vn.hoidan.form.xlsform.Limits}).
final class Bounds {
    static final int BYTES_OF_A_MEGABYTE = 1024 * 1024;
    /// Of the file as it lies on the disk.
    static final int MOST_FILE_MEGABYTES = 32;
    /// Parts of a workbook: sheets, pictures, printer settings.
    static final int MOST_PARTS = 5_000;
    /// Characters of a part's name.
    static final int MOST_NAME_CHARACTERS = 255;
    /// Of all parts together when unpacked.
    static final int MOST_UNPACKED_MEGABYTES = 256;
    /// How often larger than packed a part may be. Rows that are all alike reach some 100; nothing honest more than
    /// this once it is large.
    static final int MOST_RATIO = 250;
    /// Parts below this size may have any ratio.
    static final int SMALL_PART_BYTES = 4 * BYTES_OF_A_MEGABYTE;
    /// XML elements inside each other; a workbook needs about ten.
    static final int MOST_DEPTH = 100;
    /// XML elements of one part. 100,000 rows of twenty cells with something in them have six million.
    static final int MOST_ELEMENTS = 10_000_000;
    /// Characters of one tag, comment or run of text, so that no parser has to hold more.
    static final int MOST_MARKUP_CHARACTERS = 1024 * 1024;
    /// Cells of all sheets of the form that have something in them.
    static final int MOST_CELLS = 2_000_000;
    /// Different texts in a workbook.
    static final int MOST_SHARED_STRINGS = 2_000_000;
    /// Of all texts together, each counted once.
    static final int MOST_TEXT_MILLIONS = 64;
    static final int MILLION = 1_000_000;
    /// Sheets, styles and relations of a workbook.
    static final int MOST_SHEETS = 1_000;
    static final int MOST_STYLES = 100_000;

    private Bounds() {
    }
}
