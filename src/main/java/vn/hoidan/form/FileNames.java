package vn.hoidan.form;

/// Names of files that come from outside.
final class FileNames {
    /// Characters of a file's name.
    static final int MOST_CHARACTERS = 200;

    private static final int MOST_SHOWN_CHARACTERS = 60;

    private FileNames() {
    }

    /// A name only, never a way to another folder, and one that every system can write.
    static boolean plain(String name) {
        return !name.isBlank() && name.length() <= MOST_CHARACTERS && !name.startsWith(".")
                && name.chars().noneMatch(character -> character < ' ' || "/\\:*?\"<>|".indexOf(character) >= 0);
    }

    /// A name for a message, whatever is in it.
    static String shown(String name) {
        String visible = name.replaceAll("\\p{Cntrl}", "?");
        return visible.length() <= MOST_SHOWN_CHARACTERS ? visible : visible.substring(0, MOST_SHOWN_CHARACTERS) + "…";
    }
}
