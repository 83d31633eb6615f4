package vn.hoidan.client.ui.interview;

/// Where the columns of a grid stand, in pixels.
///
/// @param number width of the column of row numbers
/// @param text   width of the column of texts
/// @param from   left end of the first level
/// @param level  width of one level
/// @param levels how many there are
record GridColumns(double number, double text, double from, double level, int levels) {
    static final GridColumns NONE = new GridColumns(0, 0, 0, 0, 0);
    private static final double NUMBER_WIDTH = 48;
    private static final double NARROWEST_LEVEL = 64;
    /// The mark of the row in focus, which grows with the text.
    private static final double MARK_WIDTH = 46;
    private static final double WIDEST_LEVEL = 104;
    /// Part of the width that the levels take at most.
    private static final double LEVELS_SHARE = 0.5;
    /// Part that they may take so that no word above them is broken.
    private static final double MOST_LEVELS_SHARE = 0.62;
    private static final double GAP = 24;

    /// @param scale of the type, 1 for 100 %
    /// @param word  width that the longest word above the levels needs
    static GridColumns of(double width, int levels, double scale, double word) {
        double least = Math.max(Math.max(NARROWEST_LEVEL, MARK_WIDTH * scale),
                Math.min(word, width * MOST_LEVELS_SHARE / levels));
        double level = Math.clamp(width * LEVELS_SHARE / levels, least, Math.max(least, WIDEST_LEVEL * scale));
        double number = NUMBER_WIDTH * scale;
        double from = width - level * levels;
        return new GridColumns(number, Math.max(0, from - number - GAP), from, level, levels);
    }

    double middle(int index) {
        return from + level * (index + 0.5);
    }

    /// The level at a place from the left, or -1 for the text.
    int at(double x) {
        int index = (int) Math.floor((x - from) / level);
        return index >= 0 && index < levels ? index : -1;
    }
}
