package vn.hoidan.client.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A page that scrolls once large text or a small window leave no room for it. Before that there is nothing around it:
/// the bars of a pane that can scroll are made and styled even where nobody sees them.
public final class RoomyPage extends StackPane {
    private final Region page;
    private boolean scrolls;

    public RoomyPage(Region page) {
        this.page = page;
        setAlignment(Pos.TOP_CENTER);
        setMinSize(0, 0);
        getChildren().add(page);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!scrolls && getHeight() > 0 && page.prefHeight(getWidth()) > getHeight()) {
            scrolls = true;
            // not while it is being laid out
            UiThread.later(this::wrap);
        }
    }

    /// What had the keyboard keeps it: whatever leaves the window hands it on, even to a button of the bar.
    private void wrap() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        getChildren().setAll(new Scrolling(page));
        // only with its skin does the pane take the page into the scene
        applyCss();
        if (focused != null && focused.getScene() == getScene()) {
            focused.requestFocus();
        }
    }
}
