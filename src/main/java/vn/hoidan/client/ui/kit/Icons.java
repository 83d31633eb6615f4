package vn.hoidan.client.ui.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons that stand beside a word and say the same, so that a screen reader need not name them.
public final class Icons {
    private Icons() {
    }

    /// @param styles style classes that colour it
    public static FontIcon of(Feather icon, String... styles) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().addAll(styles);
        node.setFocusTraversable(false);
        return node;
    }
}
