package vn.hoidan.client.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;

/// The keys of a screen or field. They are dispatched by this table, and the sheet that F1 shows and the keys in the
/// foot are drawn from it, so that what is told is what happens. The first line that knows a key and is of use now has
/// it.
public final class KeyTable {
    /// No keys at all.
    public static final KeyTable NONE = new KeyTable(key -> key, List.of());

    private final UnaryOperator<String> texts;
    private final List<KeyLine> lines;

    /// @param texts with the texts of all lines
    public KeyTable(Texts texts, List<KeyLine> lines) {
        this(texts::get, lines);
    }

    private KeyTable(UnaryOperator<String> texts, List<KeyLine> lines) {
        this.texts = texts;
        this.lines = List.copyOf(lines);
    }

    /// These keys, and behind them others.
    public KeyTable before(KeyTable others) {
        return new KeyTable(texts, Stream.concat(lines.stream(), others.lines.stream()).toList());
    }

    /// Does what a key means.
    ///
    /// @param again the key is held down
    /// @return false when it means nothing here
    public boolean press(KeyEvent event, boolean again) {
        for (KeyLine line : lines) {
            for (KeyAct key : line.keys()) {
                Optional<Runnable> act = key.takes().apply(event);
                if (act.isPresent() && key.here().getAsBoolean()) {
                    if (!again || key.repeats()) {
                        act.get().run();
                    }
                    return true;
                }
            }
        }
        return false;
    }

    /// All lines, for the sheet.
    public List<KeyHint> sheet() {
        return lines.stream().map(line -> new KeyHint(line.keys().stream().map(key -> key.name().get())
                .distinct().collect(Collectors.joining(", ")), texts.apply(line.act()), line.here())).toList();
    }

    /// The lines of the moment, each with the first of its keys that is of use.
    public List<KeyOffer> foot() {
        List<KeyOffer> offers = new ArrayList<>();
        for (KeyLine line : lines) {
            if (!line.foot().isEmpty()) {
                line.keys().stream().filter(key -> key.here().getAsBoolean()).findFirst().ifPresent(key -> offers.add(
                        new KeyOffer(new KeyHint(key.name().get(), texts.apply(line.foot())), key.touch())));
            }
        }
        return offers;
    }
}
