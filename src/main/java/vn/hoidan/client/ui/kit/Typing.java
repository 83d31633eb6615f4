package vn.hoidan.client.ui.kit;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;

/// What a field takes while somebody types or pastes. A change that it does not take leaves the field as it was.
public final class Typing {

    private Typing() {
    }

    /// @param characters how many it holds at most, in UTF-16 units
    public static void atMost(int characters, TextInputControl field) {
        takes(field, text -> text.length() <= characters);
    }

    /// @param whole a pattern that the whole text matches at any time, also half typed
    public static void only(Pattern whole, TextInputControl field) {
        takes(field, whole.asMatchPredicate());
    }

    private static void takes(TextInputControl field, Predicate<String> good) {
        field.setTextFormatter(new TextFormatter<>(change -> good.test(change.getControlNewText()) ? change : null));
    }
}
