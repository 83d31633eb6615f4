package vn.hoidan.form.xlsform;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// Texts of this room in Vietnamese and English.
final class FormMessages {
    private static final String NAME = "vn.hoidan.form.xlsform.messages";
    private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final String VIETNAMESE = "vi";
    private static final String ENGLISH = "en";

    private FormMessages() {
    }

    /// The text with its numbered braces filled.
    static String text(String language, String key, String... details) {
        String tag = language.equals(VIETNAMESE) ? VIETNAMESE : ENGLISH;
        String text = ResourceBundle.getBundle(NAME, Locale.forLanguageTag(tag), EXACT).getString(key);
        for (int index = 0; index < details.length; index++) {
            text = text.replace("{" + index + "}", details[index]);
        }
        return text;
    }

    /// Both languages in one, where it is not yet known who reads it.
    static String inAllLanguages(String key, String... details) {
        return text(VIETNAMESE, key, details) + " / " + text(ENGLISH, key, details);
    }
}
