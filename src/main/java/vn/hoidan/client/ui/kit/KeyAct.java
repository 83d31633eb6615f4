package vn.hoidan.client.ui.kit;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// One key of a {@link KeyLine} and what it does.
///
/// @param name    as printed on the keyboard, or of a row of keys: `1–5`
/// @param takes   what a press does, if it is this key
/// @param touch   the same for mouse and finger, where it is one key and not a row of them
/// @param here    it does something as the screen stands now
/// @param repeats held down it goes on; else it acts once, so that rows do not fill by themselves
public record KeyAct(Supplier<String> name, Function<KeyEvent, Optional<Runnable>> takes, Optional<Runnable> touch,
        BooleanSupplier here, boolean repeats) {
    /// @param press see {@link KeyPress#of}
    public static KeyAct on(String press, Runnable act) {
        KeyPress key = KeyPress.of(press);
        Optional<Runnable> done = Optional.of(act);
        return new KeyAct(() -> press, event -> key.matches(event) ? done : Optional.empty(), done, () -> true, true);
    }

    /// Any of several keys that do the same.
    ///
    /// @param name as they are told: `1–9, A–Z`
    public static KeyAct of(String name, Predicate<KeyCode> keys, Runnable act) {
        return new KeyAct(() -> name, event -> KeyPress.plain(event, false, false) && keys.test(event.getCode())
                ? Optional.of(act) : Optional.empty(), Optional.empty(), () -> true, true);
    }

    /// A row of keys of which each means a place.
    ///
    /// @param name  as it reads now: `1–5`
    /// @param place of a key, counted from 0
    /// @param count places that there are now
    public static KeyAct places(Supplier<String> name, Function<KeyCode, OptionalInt> place, IntSupplier count,
            IntConsumer act) {
        return new KeyAct(name, event -> {
            OptionalInt at = KeyPress.plain(event, false, false) ? place.apply(event.getCode()) : OptionalInt.empty();
            return at.isPresent() && at.getAsInt() < count.getAsInt() ? Optional.of(() -> act.accept(at.getAsInt()))
                    : Optional.empty();
        }, Optional.empty(), () -> count.getAsInt() > 0, false);
    }

    /// A key that the toolkit or the field in focus looks after; it is only told.
    public static KeyAct told(String name) {
        return new KeyAct(() -> name, _ -> Optional.empty(), Optional.empty(), () -> true, true);
    }

    public KeyAct when(BooleanSupplier condition) {
        return new KeyAct(name, takes, touch, () -> here.getAsBoolean() && condition.getAsBoolean(), repeats);
    }

    public KeyAct once() {
        return new KeyAct(name, takes, touch, here, false);
    }
}
