package vn.hoidan.client.ui.kit;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The keys of the screen on top and of the window, over everything else; F1 or Esc puts it away.
public final class KeySheet extends StackPane {
    private final Texts texts;

    /// @param texts with `keys.screen`, in which `{0}` is the screen's title, and `keys.window`
    public KeySheet(Texts texts) {
        this.texts = texts;
        getStyleClass().add("key-sheet-ground");
        setOnMouseClicked(_ -> setVisible(false));
        setVisible(false);
    }

    /// @param title of the screen
    public void show(String title, List<KeyHint> screen, List<KeyHint> window) {
        VBox sheet = new VBox(head(texts.get("keys.screen", title)), grid(screen),
                head(texts.get("keys.window")), grid(window));
        sheet.getStyleClass().add("key-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(sheet);
        setVisible(true);
    }

    private static Label head(String text) {
        Label head = new Label(text);
        head.getStyleClass().add("subheadline");
        return head;
    }

    private static GridPane grid(List<KeyHint> keys) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        for (int row = 0; row < keys.size(); row++) {
            grid.add(Acts.keyCap(keys.get(row).keys()), 0, row);
            grid.add(new Label(keys.get(row).act()), 1, row);
        }
        return grid;
    }
}
