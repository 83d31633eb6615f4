package vn.hoidan.form.spreadsheet;

import java.util.List;
import vn.hoidan.message.Messages;

/// Why a file as a whole cannot be read as a form.
///
/// @param file    its name without folders
/// @param details what fills the text's numbered braces
public record FileFault(FileFaultKind kind, String file, List<String> details) {
    private static final String BUNDLE = "vn/hoidan/form/spreadsheet/messages";

    public FileFault {
        details = List.copyOf(details);
    }

    /// What is wrong with it.
    ///
    /// @param language tag of the reader's language; others than Vietnamese get English
    public String what(String language) {
        return text(language, "file." + kind.code() + ".what");
    }

    /// How the author can mend it.
    public String mend(String language) {
        return text(language, "file." + kind.code() + ".mend");
    }

    /// File, fault and remedy in one line.
    public String text(String language) {
        return file + ": " + what(language) + " " + mend(language);
    }

    private String text(String language, String key) {
        String ours = Messages.LANGUAGES.contains(language) ? language : Messages.LANGUAGES.getLast();
        return Messages.of(BUNDLE, ours).get(key, details.toArray());
    }
}
