package vn.hoidan.client.ui.kit;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.machine.Look;

/// How the window looks now. Whoever changes it changes it for the laptop.
public final class Looks {
    private final ReadOnlyObjectWrapper<Look> now;
    private final DoubleBinding scale;
    private final Consumer<Look> keep;

    /// @param keep told each change, to keep it for the next time
    public Looks(Look first, Consumer<Look> keep) {
        now = new ReadOnlyObjectWrapper<>(this, "look", first);
        scale = Bindings.createDoubleBinding(() -> now.get().textPercent() / 100.0, now);
        this.keep = keep;
    }

    /// Looks as usual, which nobody keeps.
    public static Looks usual() {
        return new Looks(Look.USUAL, _ -> { });
    }

    public Look now() {
        return now.get();
    }

    public ReadOnlyObjectProperty<Look> property() {
        return now.getReadOnlyProperty();
    }

    /// Size of text, 1 for 100 %: what is measured in pixels and holds text grows by it.
    public DoubleBinding scale() {
        return scale;
    }

    public void choose(Look look) {
        if (!look.equals(now.get())) {
            now.set(look);
            keep.accept(look);
        }
    }

    public void nextColours() {
        choose(now().in(now().colours().next()));
    }

    public void larger() {
        choose(now().larger());
    }

    public void smaller() {
        choose(now().smaller());
    }

    public void usualText() {
        choose(now().withText(Look.USUAL.textPercent()));
    }
}
