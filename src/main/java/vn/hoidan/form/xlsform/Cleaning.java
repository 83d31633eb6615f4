package vn.hoidan.form.xlsform;

/// Mends what word processors do to names and expressions. Texts that are shown keep their typographic quotes.
final class Cleaning {
    private Cleaning() {
    }

    /// Curved quotes become straight ones, which expressions need.
    static String quotes(String text) {
        return text.replace('\u2018', '\'').replace('\u2019', '\'').replace('\u201C', '"').replace('\u201D', '"');
    }

    /// Straight quotes, and one space where there were several.
    static String expression(String text) {
        return spaces(quotes(text));
    }

    /// One space where there were several.
    static String spaces(String text) {
        return text.replaceAll(" {2,}", " ");
    }
}
