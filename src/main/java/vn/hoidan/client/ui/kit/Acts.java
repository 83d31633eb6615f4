package vn.hoidan.client.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Buttons for the main acts: an icon, a word and the key that does the same.
public final class Acts {
    /// Caps of one character are equally wide, so that what stands beside them lines up.
    private static final double KEY_PIXELS = 26;

    private Acts() {
    }

    /// @param key as printed on the keyboard; empty for none
    public static Button button(String id, String text, String key, Feather icon, Runnable action, String... styles) {
        HBox before = new HBox(Icons.of(icon));
        before.setAlignment(Pos.CENTER);
        before.getStyleClass().add("act-before");
        if (!key.isEmpty()) {
            before.getChildren().addFirst(keyCap(key));
        }
        Button button = new Button(text, before);
        button.setId(id);
        button.getStyleClass().add("act");
        button.getStyleClass().addAll(styles);
        button.setAccessibleText(key.isEmpty() ? text : text + " (" + key + ")");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static Label keyCap(String key) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key");
        if (key.length() <= 1) {
            cap.setMinWidth(KEY_PIXELS);
        } else {
            cap.setMinWidth(Region.USE_PREF_SIZE);
        }
        return cap;
    }
}
