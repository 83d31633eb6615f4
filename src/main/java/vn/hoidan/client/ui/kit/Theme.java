package vn.hoidan.client.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import vn.hoidan.client.app.machine.Look;

/// The looks: AtlantaFX's tokens, our style sheets, our typeface.
public final class Theme {
    private static final String ROOM = "/vn/hoidan/client/ui/kit/";
    /// Of the first page, then of the others.
    private static final List<String> FIRST_FONTS = List.of("Regular", "SemiBold");
    private static final List<String> OTHER_FONTS = List.of("Italic", "Bold");
    /// In pixels, drawn by the installer's own program for icons.
    private static final List<String> ICONS = List.of("32", "128");
    /// Body size at 100 %, in pixels.
    private static final double BODY_PIXELS = 15;
    /// Style class of the root while text is large: icons, whose size is in pixels, grow once.
    private static final String LARGE = "large-text";
    private static final int LARGE_PERCENT = 150;
    /// The sheet that all controls wear; null before the first.
    private static String worn;

    private Theme() {
    }

    /// Loads the typeface and the usual colours; once, before the first window.
    public static void install() {
        sheet(Look.USUAL);
        firstFonts();
        otherFonts();
    }

    /// Says which sheet will be worn, before the toolkit can read it: a control that is made while none is named makes
    /// the toolkit read its own, which nobody wears here. It also makes all ready that nodes need to be made.
    static void announce(Look look) {
        try {
            Application.setUserAgentStylesheet(sheetOf(look));
        } catch (IllegalStateException readOnceItRuns) {
            return;
        }
    }

    /// Reads the sheet that all controls wear.
    public static void sheet(Look look) {
        String wanted = sheetOf(look);
        if (!wanted.equals(worn)) {
            Application.setUserAgentStylesheet(wanted);
            worn = wanted;
        }
    }

    private static String sheetOf(Look look) {
        boolean dark = look.colours() == Look.Colours.DARK;
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    /// Loads what the first page cannot be drawn without; {@link #otherFonts} is to follow once it is drawn.
    public static void firstFonts() {
        load(FIRST_FONTS);
    }

    public static void otherFonts() {
        load(OTHER_FONTS);
    }

    private static void load(List<String> fonts) {
        for (String font : fonts) {
            String file = ROOM + "fonts/BeVietnamPro-" + font + ".ttf";
            try (InputStream stream = Theme.class.getResourceAsStream(file)) {
                if (stream == null || Font.loadFont(stream, BODY_PIXELS) == null) {
                    throw new IllegalStateException("font missing or unreadable: " + file);
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /// Gives a window the program's icon, as it stands in bars and lists of windows.
    public static void sign(Stage stage) {
        for (String size : ICONS) {
            stage.getIcons().add(new Image(resource(ROOM + "icon-" + size + ".png")));
        }
    }

    /// A scene with the looks of the window, which change with it. It is dressed before anything stands in it: all
    /// that is there would else be styled a second time.
    public static Scene scene(Parent root, double width, double height, Looks looks) {
        Scene scene = new Scene(new Group(), width, height);
        wear(scene, root, looks.now());
        scene.setRoot(root);
        looks.property().addListener((_, _, now) -> wear(scene, root, now));
        return scene;
    }

    /// The style sheet that sets the colours right for these; see {@link Look.Colours}.
    static String colours(Look.Colours colours) {
        return ROOM + colours.code() + ".css";
    }

    private static void wear(Scene scene, Parent root, Look look) {
        sheet(look);
        scene.getStylesheets().setAll(resource(ROOM + "kit.css"), resource(colours(look.colours())));
        root.getStyleClass().remove(LARGE);
        if (look.textPercent() >= LARGE_PERCENT) {
            root.getStyleClass().add(LARGE);
        }
        root.setStyle("-fx-font-size: " + Math.round(BODY_PIXELS * look.textPercent() / 100) + "px;");
    }

    /// Gives a scene our style sheet and text size.
    ///
    /// @param scale of all text, 1 for 100 %
    public static void dress(Scene scene, double scale) {
        wear(scene, scene.getRoot(), Look.USUAL.withText(100 * scale));
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
