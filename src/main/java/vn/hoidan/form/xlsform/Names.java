package vn.hoidan.form.xlsform;

/// What may name a question, group, repeat or list: an XML name without a colon.
final class Names {
    /// Kept by XForms for what they record themselves.
    static final String META = "meta";

    private Names() {
    }

    static boolean isWellFormed(String name) {
        if (name.isEmpty() || name.length() > Limits.MOST_NAME_CHARACTERS || !isStart(name.codePointAt(0))) {
            return false;
        }
        return name.codePoints().allMatch(letter -> isStart(letter) || Character.isDigit(letter) || letter == '-'
                || letter == '.');
    }

    private static boolean isStart(int letter) {
        return Character.isLetter(letter) || letter == '_';
    }
}
