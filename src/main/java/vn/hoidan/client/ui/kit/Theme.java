package vn.hoidan.client.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import vn.hoidan.client.app.Look;

/// The looks: AtlantaFX's tokens, our style sheets, our typeface.
public final class Theme {
    private static final String ROOM = "/vn/hoidan/client/ui/kit/";
    private static final List<String> FONTS = List.of("Regular", "Italic", "SemiBold", "Bold");
    /// In pixels, drawn by the installer's own program for icons.
    private static final List<String> ICONS = List.of("32", "128");
    /// Body size at 100 %, in pixels.
    private static final double BODY_PIXELS = 15;
    /// Style class of the root while text is large: icons, whose size is in pixels, grow once.
    private static final String LARGE = "large-text";
    private static final int LARGE_PERCENT = 150;

    private Theme() {
    }

    /// Loads the typeface and the usual colours; once, before the first window.
    ///
    /// @param dark light letters on dark ground
    public static void install(boolean dark) {
        for (String font : FONTS) {
            String file = ROOM + "fonts/BeVietnamPro-" + font + ".ttf";
            try (InputStream stream = Theme.class.getResourceAsStream(file)) {
                if (stream == null || Font.loadFont(stream, BODY_PIXELS) == null) {
                    throw new IllegalStateException("font missing or unreadable: " + file);
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        base(dark);
    }

    /// Gives a window the program's icon, as it stands in bars and lists of windows.
    public static void sign(Stage stage) {
        for (String size : ICONS) {
            stage.getIcons().add(new Image(resource(ROOM + "icon-" + size + ".png")));
        }
    }

    private static void base(boolean dark) {
        String wanted = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!wanted.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(wanted);
        }
    }

    /// Gives a scene the looks of the window and changes them with it.
    public static void dress(Scene scene, Looks looks) {
        wear(scene, looks.now());
        looks.property().addListener((_, _, now) -> wear(scene, now));
    }

    /// The style sheet that sets the colours right for these; see {@link Look.Colours}.
    static String colours(Look.Colours colours) {
        return ROOM + colours.code() + ".css";
    }

    private static void wear(Scene scene, Look look) {
        base(look.colours() == Look.Colours.DARK);
        scene.getStylesheets().setAll(resource(ROOM + "kit.css"), resource(colours(look.colours())));
        scene.getRoot().getStyleClass().remove(LARGE);
        if (look.textPercent() >= LARGE_PERCENT) {
            scene.getRoot().getStyleClass().add(LARGE);
        }
        scene.getRoot().setStyle("-fx-font-size: " + Math.round(BODY_PIXELS * look.textPercent() / 100) + "px;");
    }

    /// Gives a scene our style sheet and text size.
    ///
    /// @param scale of all text, 1 for 100 %
    public static void dress(Scene scene, double scale) {
        wear(scene, Look.USUAL.withText(100 * scale));
    }

    /// Adds a screen's own style sheet to its root.
    ///
    /// @param resource on the class path: `/vn/hoidan/client/ui/home/home.css`
    public static <P extends Parent> P styled(P root, String resource) {
        root.getStylesheets().add(resource(resource));
        return root;
    }

    private static String resource(String resource) {
        var url = Theme.class.getResource(resource);
        if (url == null) {
            throw new IllegalStateException("no file " + resource);
        }
        return url.toExternalForm();
    }
}
