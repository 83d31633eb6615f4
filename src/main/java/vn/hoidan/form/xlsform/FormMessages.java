package vn.hoidan.form.xlsform;

import vn.hoidan.message.Messages;

/// Texts of this room in Vietnamese and English.
final class FormMessages {
    private static final String BUNDLE = "vn/hoidan/form/xlsform/messages";
    private static final String VIETNAMESE = "vi";
    private static final String ENGLISH = "en";

    private FormMessages() {
    }

    /// @param language tag of the reader's language; others than Vietnamese get English
    static String text(String language, String key, String... details) {
        String ours = language.equals(VIETNAMESE) ? VIETNAMESE : ENGLISH;
        return Messages.of(BUNDLE, ours).get(key, (Object[]) details);
    }

    /// Both languages in one, where it is not yet known who reads it.
    static String inAllLanguages(String key, String... details) {
        return text(VIETNAMESE, key, details) + " / " + text(ENGLISH, key, details);
    }
}
