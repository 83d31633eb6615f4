package vn.hoidan.client.ui.frame;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import vn.hoidan.client.ui.kit.Looks;
import vn.hoidan.client.ui.kit.Theme;

/// How large the window is at first and how small it may become; never larger than the display has room for.
final class WindowSize {
    private static final double WIDTH_PIXELS = 1366;
    private static final double HEIGHT_PIXELS = 800;
    private static final double NARROWEST_PIXELS = 960;
    private static final double LOWEST_PIXELS = 600;

    private WindowSize() {
    }

    /// Gives the window a scene of that size, with these looks.
    static Scene fit(Stage stage, Parent root, Looks looks) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        Scene scene = Theme.scene(root, Math.min(WIDTH_PIXELS, room.getWidth()),
                Math.min(HEIGHT_PIXELS, room.getHeight()), looks);
        stage.setScene(scene);
        stage.setMinWidth(Math.min(NARROWEST_PIXELS, room.getWidth()));
        stage.setMinHeight(Math.min(LOWEST_PIXELS, room.getHeight()));
        return scene;
    }
}
