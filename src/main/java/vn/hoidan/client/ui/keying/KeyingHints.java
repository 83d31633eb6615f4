package vn.hoidan.client.ui.keying;

import java.util.List;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.Texts;

/// The keys of keying, for the sheet that F1 shows.
final class KeyingHints {
    private KeyingHints() {
    }

    static List<KeyHint> all(Texts texts) {
        return List.of(hint("1–9, a–z", "key.choose", texts), hint("1–9 … Enter", "key.several", texts),
                hint("Enter", "key.enter", texts), hint("*", "key.blank", texts), hint("F3", "key.unusable", texts),
                hint("+", "key.repeat", texts), hint("- , Backspace, ↑", "key.back", texts),
                hint(". , Delete", "key.empty", texts), hint("/ 14 Enter", "key.jump", texts),
                hint("/ 14 +", "key.jumpRepeat", texts), hint("/ 14 *", "key.jumpBlank", texts),
                hint("F2", "key.note", texts), hint("F4", "key.open", texts),
                hint("PageDown, PageUp", "key.sections", texts), hint("Ctrl+End", "key.end", texts),
                hint("Ctrl+Enter", "key.complete", texts), hint("F8", "key.language", texts),
                hint("F9, Esc", "key.pause", texts), hint("Ctrl+S", "key.save", texts));
    }

    private static KeyHint hint(String keys, String key, Texts texts) {
        return new KeyHint(keys, texts.get(key));
    }
}
