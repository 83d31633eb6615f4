package vn.hoidan.client.ui.question;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import vn.hoidan.core.questionnaire.Choice;

/// Which key chooses which choice: 1 to 9, then a to z. Long lists are searched instead.
public final class ChoiceKeys {
    /// With more choices than this a list is searched by typing.
    public static final int MOST_WITHOUT_SEARCH_CHOICES = 12;
    private static final String KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

    private ChoiceKeys() {
    }

    /// The key of the choice at this place, counted from 0; empty text beyond the last key.
    public static String key(int index) {
        return index < KEYS.length() ? KEYS.substring(index, index + 1) : "";
    }

    /// The place that a key chooses.
    public static OptionalInt index(char key) {
        int index = KEYS.indexOf(Character.toLowerCase(key));
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /// True when the label has all words looked for, however their accents are typed: `ba vi` finds Ba Vì.
    public static boolean matches(Choice choice, String search) {
        String label = plain(choice.label());
        for (String word : plain(search).split("\\s+")) {
            if (!label.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").replace('đ', 'd')
                .replace('Đ', 'd').toLowerCase(Locale.ROOT).trim();
    }
}
