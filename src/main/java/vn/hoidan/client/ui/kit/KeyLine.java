package vn.hoidan.client.ui.kit;

import java.util.List;
import java.util.function.BooleanSupplier;

/// A line of a {@link KeyTable}: keys that belong together and what they do.
///
/// @param act  key of the text on the sheet of keys
/// @param foot key of the short text in the foot; empty for a line that does not stand there
public record KeyLine(List<KeyAct> keys, String act, String foot) {
    public KeyLine {
        keys = List.copyOf(keys);
    }

    /// @param act key of the text on the sheet of keys
    public static KeyLine of(String act, KeyAct... keys) {
        return new KeyLine(List.of(keys), act, "");
    }

    /// @param text key of the short text
    public KeyLine inFoot(String text) {
        return new KeyLine(keys, act, text);
    }

    public KeyLine when(BooleanSupplier condition) {
        return new KeyLine(keys.stream().map(key -> key.when(condition)).toList(), act, foot);
    }

    /// Held down, its keys act once.
    public KeyLine once() {
        return new KeyLine(keys.stream().map(KeyAct::once).toList(), act, foot);
    }

    boolean here() {
        return keys.stream().anyMatch(key -> key.here().getAsBoolean());
    }
}
