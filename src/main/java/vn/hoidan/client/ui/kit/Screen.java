package vn.hoidan.client.ui.kit;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// One screen in the window. The window has a stack of them and shows the one on top.
public interface Screen {
    /// What is shown; always the same node.
    Node node();

    /// Its name in the window's language.
    String title();

    /// Its keys in the window's language, for the sheet that F1 shows.
    List<KeyHint> keys();

    /// True while it wants the window for itself, without the bar at the top.
    default ObservableValue<Boolean> fillsWindow() {
        return new ReadOnlyBooleanWrapper(false);
    }

    /// It came on top, for the first time or again: take the focus, read again what may have changed.
    default void shown() {
    }

    /// Esc was pressed or the back button. A screen that goes back a step within itself, or that leaves in a way of its
    /// own, says true; for false the window takes it from the stack.
    default boolean back() {
        return false;
    }

    /// The window's language changed: text everything again without losing place or anything typed.
    default void languageChanged() {
    }

    /// A round of sync ended while this screen is on top: the store may hold something new.
    default void synced() {
    }

    /// The window is about to be locked or closed. Give what is typed to the store and call back once it is durable,
    /// or do not call back and show why it cannot be.
    default void settle(Runnable whenSaved) {
        whenSaved.run();
    }

    /// It was taken from the stack and will not come again: stop listening. Called also when the window is locked,
    /// after which nothing more may be asked of the store.
    default void left() {
    }
}
