package vn.hoidan.client.ui.question;

import javafx.scene.control.Label;

/// The size of type where it stands, for what is measured in pixels and has to grow with the text. It shows nothing and
/// takes no room; what is not shown at all would not be told the size.
final class TextSize extends Label {
    /// Body type at 100 %, in pixels.
    private static final double BODY_PIXELS = 15;

    /// @param onChange told when the size changed
    TextSize(Runnable onChange) {
        setManaged(false);
        setMouseTransparent(true);
        fontProperty().addListener((property, old, now) -> {
            if (old.getSize() != now.getSize()) {
                onChange.run();
            }
        });
    }

    /// 1 for 100 %, never less.
    double scale() {
        return Math.max(1, getFont().getSize() / BODY_PIXELS);
    }
}
