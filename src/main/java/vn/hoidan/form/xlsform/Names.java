package vn.hoidan.form.xlsform;

/// What may name a question, group, repeat or list: an XML name without a colon.
final class Names {
    /// Kept by XForms for what they record themselves.
    static final String META = "meta";

    private static final String FILE_SEPARATORS = "/\\:*?\"<>|";

    private Names() {
    }

    static boolean isWellFormed(String name) {
        if (name.isEmpty() || name.length() > Limits.MOST_NAME_CHARACTERS || !isStart(name.codePointAt(0))) {
            return false;
        }
        return name.codePoints().allMatch(letter -> isStart(letter) || Character.isDigit(letter) || letter == '-'
                || letter == '.');
    }

    /// True for a file's name that every system can write and that leads to no other folder.
    static boolean isFileName(String name) {
        return !name.isBlank() && name.length() <= Limits.MOST_FILE_NAME_CHARACTERS && !name.startsWith(".")
                && name.chars().noneMatch(letter -> letter < ' ' || FILE_SEPARATORS.indexOf(letter) >= 0);
    }

    private static boolean isStart(int letter) {
        return Character.isLetter(letter) || letter == '_';
    }
}
