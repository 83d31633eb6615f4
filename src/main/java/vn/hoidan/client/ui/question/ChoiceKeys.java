package vn.hoidan.client.ui.question;

import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;

/// Which key chooses which choice: 1 to 9, then a to z. Long lists are searched instead.
public final class ChoiceKeys {
    /// With more choices than this a list is searched by typing.
    public static final int MOST_WITHOUT_SEARCH_CHOICES = 12;
    private static final int DIGITS = 9;
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

    /// The keys of so many choices as they are told: `1–5`, `1–9, A–C`.
    static String keys(int count) {
        return count <= DIGITS ? digits(count)
                : digits(DIGITS) + ", A–" + key(Math.min(count, KEYS.length()) - 1).toUpperCase(Locale.ROOT);
    }

    /// So many places by digits alone, as they are told: `1–5`; all digits where there are none now.
    public static String digits(int count) {
        return count == 1 ? "1" : "1–" + (count < 1 ? DIGITS : Math.min(count, DIGITS));
    }

    /// The place that a digit chooses, of both blocks of the keyboard and whatever layout is on.
    public static OptionalInt digit(KeyCode code) {
        return code.isDigitKey() ? index(code) : OptionalInt.empty();
    }

    /// The place that a key of the keyboard chooses: digits of both blocks and letters, whatever layout is on.
    static OptionalInt index(KeyCode code) {
        if (code.isDigitKey() || code.isLetterKey()) {
            String name = code.getName();
            return index(name.charAt(name.length() - 1));
        }
        return OptionalInt.empty();
    }
}
