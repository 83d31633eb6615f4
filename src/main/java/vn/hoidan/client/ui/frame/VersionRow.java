package vn.hoidan.client.ui.frame;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.release.Version;

/// One line that a newer version of the program waits for the next start. It asks for nothing and takes no key; it
/// goes when it is put away.
final class VersionRow extends HBox {
    private final Texts texts;
    private final Label say = new Label("", Icons.of(Feather.DOWNLOAD));
    private final Button away = new Button("", Icons.of(Feather.X));
    private String version = "";

    /// @param putAway when it was read
    VersionRow(Texts texts, Runnable putAway) {
        this.texts = texts;
        getStyleClass().add("version-row");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(say, Priority.ALWAYS);
        say.setMaxWidth(Double.MAX_VALUE);
        say.setMinWidth(0);
        say.setWrapText(true);
        away.setId("version-away");
        away.getStyleClass().add("flat");
        away.setOnAction(_ -> putAway.run());
        getChildren().addAll(say, away);
        languageChanged();
    }

    void waits(Version waiting) {
        version = waiting.text();
        languageChanged();
    }

    void languageChanged() {
        say.setText(texts.get("version.waits", version));
        away.setAccessibleText(texts.get("problem.away"));
    }
}
