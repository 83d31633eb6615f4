package vn.hoidan.client.ui.home;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Texts;

/// Stands above every page of a trial and says that nothing of it counts.
final class TrialBand extends HBox {
    private final Texts texts;
    private final Label name = new Label("", Icons.of(Feather.EDIT_3));
    private final Label says = new Label();

    TrialBand(Texts texts) {
        this.texts = texts;
        getStyleClass().add("trial-band");
        setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("strong");
        name.setMinWidth(USE_PREF_SIZE);
        says.setWrapText(true);
        says.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(says, Priority.ALWAYS);
        getChildren().addAll(name, says, Acts.keyCap("Esc"));
        render();
    }

    void render() {
        name.setText(texts.get("trial.band"));
        says.setText(texts.get("trial.band.says"));
        setAccessibleText(name.getText() + ": " + says.getText());
    }
}
