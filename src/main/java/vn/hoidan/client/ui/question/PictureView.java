package vn.hoidan.client.ui.question;

import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import vn.hoidan.core.sync.Bytes;

/// A picture of the form, no larger than it is allowed to be; without one it takes no room.
final class PictureView extends StackPane {
    private final FieldTools tools;
    private final int width;
    private final int height;
    private final ImageView view = new ImageView();
    /// Name of the picture that is wanted; empty for none.
    private String wanted = "";

    /// @param width  most pixels
    /// @param height most pixels
    PictureView(FieldTools tools, int width, int height) {
        this.tools = tools;
        this.width = width;
        this.height = height;
        getChildren().add(view);
        getStyleClass().add("picture");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// @param name of one of the questionnaire's files
    /// @param words that say the same, for a screen reader
    void show(Optional<String> name, String words) {
        view.setAccessibleText(words);
        String now = name.orElse("");
        if (now.equals(wanted)) {
            return;
        }
        wanted = now;
        put(Optional.empty());
        name.flatMap(tools.answers()::picture).ifPresent(content -> load(now, content));
    }

    private void load(String name, Bytes content) {
        tools.pictures().load(name, content, width, height, image -> {
            if (name.equals(wanted)) {
                put(image);
            }
        });
    }

    private void put(Optional<Image> image) {
        image.ifPresentOrElse(view::setImage, () -> view.setImage(null));
        setVisible(image.isPresent());
    }
}
