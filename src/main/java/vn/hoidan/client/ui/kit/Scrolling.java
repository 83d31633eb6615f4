package vn.hoidan.client.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// A page that fills the window and scrolls when large text or a small window leave no room. Whatever takes the
/// keyboard comes into view.
public final class Scrolling extends ScrollPane {
    private static final double MARGIN_PIXELS = 16;

    private final ChangeListener<Node> onFocus = (_, _, owner) -> reveal(owner);

    public Scrolling(Region content) {
        super(content);
        getStyleClass().add("scrolling");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        sceneProperty().addListener((_, old, now) -> move(old, now));
    }

    private void move(Scene old, Scene now) {
        if (old != null) {
            old.focusOwnerProperty().removeListener(onFocus);
        }
        if (now != null) {
            now.focusOwnerProperty().addListener(onFocus);
        }
    }

    private void reveal(Node owner) {
        double room = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
        if (owner == null || room <= 0 || !isInside(owner)) {
            return;
        }
        Bounds bounds = getContent().sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        double from = getVvalue() * room;
        double top = Math.max(0, bounds.getMinY() - MARGIN_PIXELS);
        double bottom = bounds.getMaxY() + MARGIN_PIXELS;
        double wanted = Math.min(Math.max(from, bottom - getViewportBounds().getHeight()), top);
        setVvalue(Math.clamp(wanted / room, 0, 1));
    }

    private boolean isInside(Node owner) {
        Node each = owner;
        while (each != null && each != getContent()) {
            each = each.getParent();
        }
        return each != null && owner != getContent();
    }
}
