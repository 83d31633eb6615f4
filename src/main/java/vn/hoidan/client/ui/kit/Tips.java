package vn.hoidan.client.ui.kit;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Words that come up under the pointer. Each is a window of its own, so it is only made when the pointer is there:
/// a bar full of them would cost a good part of the start.
public final class Tips {
    private static final String WORDS = "vn.hoidan.tip";

    private Tips() {
    }

    /// From now on these words are told.
    public static void say(Control control, String words) {
        boolean first = control.getProperties().put(WORDS, words) == null;
        if (control.getTooltip() != null) {
            control.getTooltip().setText(words);
        } else if (first) {
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> bring(control));
        }
    }

    private static void bring(Control control) {
        if (control.getTooltip() == null) {
            control.setTooltip(new Tooltip(String.valueOf(control.getProperties().get(WORDS))));
        }
    }
}
