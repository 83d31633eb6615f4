package vn.hoidan.client.ui.frame;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import vn.hoidan.client.ui.kit.Looks;
import vn.hoidan.client.ui.kit.Theme;

/// How large the window is at first and how small it may become; never larger than the display has room for. A display
/// without room for it, as most borrowed laptops have, is filled: the title or the foot would be outside else.
///
/// @param width  of what stands in the window, in pixels
/// @param height of the same
/// @param fills  whether the window is to fill the display; the size is then what it has when a person makes it smaller
record WindowSize(double width, double height, boolean fills) {
    private static final double WIDTH_PIXELS = 1366;
    private static final double HEIGHT_PIXELS = 800;
    private static final double NARROWEST_PIXELS = 960;
    private static final double LOWEST_PIXELS = 600;
    /// What the title and the edges of a window may take.
    private static final double FRAME_PIXELS = 40;

    /// @param room of the display without bars of the system, in pixels
    static WindowSize in(Rectangle2D room) {
        double width = room.getWidth() - FRAME_PIXELS;
        double height = room.getHeight() - FRAME_PIXELS;
        return new WindowSize(Math.min(WIDTH_PIXELS, width), Math.min(HEIGHT_PIXELS, height),
                width < WIDTH_PIXELS || height < HEIGHT_PIXELS);
    }

    /// Gives the window a scene of the size that fits the display, with these looks.
    static Scene fit(Stage stage, Parent root, Looks looks) {
        WindowSize size = in(Screen.getPrimary().getVisualBounds());
        Scene scene = Theme.scene(root, size.width(), size.height(), looks);
        stage.setScene(scene);
        stage.setMinWidth(Math.min(NARROWEST_PIXELS, size.width()));
        stage.setMinHeight(Math.min(LOWEST_PIXELS, size.height()));
        stage.setMaximized(size.fills());
        return scene;
    }
}
