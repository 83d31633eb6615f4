package vn.hoidan.client.ui.interview;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Texts;

/// Between two pairs of hands: nothing but the request to take the laptop, or to give it back.
final class HandOverPage extends StackPane {
    private static final double WIDEST_PIXELS = 900;

    private final Texts texts;
    private final StackPane sign = new StackPane();
    private final Label title = new Label();
    private final Label words = new Label();
    private final Button act = new Button();

    /// @param onAct told that the laptop changed hands
    HandOverPage(Texts texts, Runnable onAct) {
        this.texts = texts;
        getStyleClass().add("hand-over");
        title.getStyleClass().add("hand-over-title");
        title.setWrapText(true);
        words.getStyleClass().add("hand-over-words");
        words.setWrapText(true);
        act.getStyleClass().addAll("respondent-act", "accent");
        act.setOnAction(event -> onAct.run());
        VBox box = new VBox(sign, title, words, act);
        box.getStyleClass().add("hand-over-box");
        box.setMaxWidth(WIDEST_PIXELS);
        getChildren().add(box);
    }

    void show(Facing facing) {
        boolean invited = facing == Facing.INVITED;
        String key = invited ? "handover.take" : "handover.give";
        sign.getChildren().setAll(Icons.of(invited ? Feather.USER : Feather.CHECK_CIRCLE, invited ? "waiting" : "good",
                "hand-over-icon"));
        title.setText(texts.get(key));
        words.setText(texts.get(key + ".more"));
        act.setText(texts.get(key + ".act"));
    }

    void takeFocus() {
        act.requestFocus();
    }
}
