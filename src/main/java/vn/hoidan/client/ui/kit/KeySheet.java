package vn.hoidan.client.ui.kit;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The keys of the screen on top and of the window, over everything else. While it is shown it has all keys: arrows
/// move in it, any other puts it away, and none reaches the screen that it covers.
public final class KeySheet extends StackPane {
    /// Part of the window that it may cover.
    private static final double MOST_OF_WINDOW = 0.94;
    private static final double MARGIN_PIXELS = 20;
    private static final double SCROLL_STEP = 0.15;
    private static final double SCROLL_PAGE = 0.8;

    private final Texts texts;
    private final FlowPane groups = new FlowPane();
    private final ScrollPane scroll = new ScrollPane(groups);

    /// @param texts with `keys.screen`, in which `{0}` is the screen's title, `keys.elsewhere` and `keys.window`
    public KeySheet(Texts texts) {
        this.texts = texts;
        getStyleClass().add("key-sheet-ground");
        groups.getStyleClass().add("key-groups");
        scroll.getStyleClass().add("key-sheet");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.maxWidthProperty().bind(widthProperty().multiply(MOST_OF_WINDOW));
        scroll.setMaxHeight(Region.USE_PREF_SIZE);
        setPadding(new Insets(MARGIN_PIXELS));
        groups.prefWrapLengthProperty().bind(widthProperty().multiply(MOST_OF_WINDOW - 2 * (1 - MOST_OF_WINDOW)));
        StackPane.setAlignment(scroll, Pos.CENTER);
        setOnMouseClicked(_ -> setVisible(false));
        setVisible(false);
    }

    /// @param title of the screen
    public void show(String title, List<KeyHint> screen, List<KeyHint> window) {
        groups.getChildren().setAll(group(texts.get("keys.screen", title), screen.stream().filter(KeyHint::here)
                .toList()));
        List<KeyHint> elsewhere = screen.stream().filter(hint -> !hint.here()).toList();
        if (!elsewhere.isEmpty()) {
            groups.getChildren().add(group(texts.get("keys.elsewhere"), elsewhere));
        }
        groups.getChildren().add(group(texts.get("keys.window"), window));
        scroll.setVvalue(0);
        getChildren().setAll(scroll);
        setVisible(true);
    }

    /// A key pressed anywhere while it is shown.
    public void key(KeyEvent event) {
        if (!isVisible() || event.getCode().isModifierKey()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> scroll(SCROLL_STEP);
            case UP -> scroll(-SCROLL_STEP);
            case PAGE_DOWN, SPACE -> scroll(SCROLL_PAGE);
            case PAGE_UP -> scroll(-SCROLL_PAGE);
            default -> setVisible(false);
        }
        event.consume();
    }

    private void scroll(double by) {
        scroll.setVvalue(Math.clamp(scroll.getVvalue() + by, 0, 1));
    }

    private static VBox group(String title, List<KeyHint> keys) {
        Label head = new Label(title);
        head.getStyleClass().add("subheadline");
        head.setWrapText(true);
        VBox group = new VBox(head, grid(keys));
        group.getStyleClass().add("key-group");
        return group;
    }

    private static GridPane grid(List<KeyHint> keys) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("key-grid");
        for (int row = 0; row < keys.size(); row++) {
            Label cap = Acts.keyCap(keys.get(row).keys());
            cap.setMinWidth(Region.USE_PREF_SIZE);
            Label act = new Label(keys.get(row).act());
            act.setWrapText(true);
            grid.add(cap, 0, row);
            grid.add(act, 1, row);
        }
        return grid;
    }
}
