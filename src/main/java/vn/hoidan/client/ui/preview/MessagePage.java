package vn.hoidan.client.ui.preview;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Texts;

/// A page with one message and what can be done: no form yet, being read, filled in to its end.
final class MessagePage extends VBox {
    private final Texts texts;
    private final Actions actions;
    private final Label title = new Label();
    private final Label lead = new Label();
    private final HBox acts = new HBox();
    private Runnable shown = () -> { };

    /// What can be done from here.
    record Actions(Runnable open, Runnable restart, Runnable goOn) {
    }

    MessagePage(Texts texts, Actions actions) {
        this.texts = texts;
        this.actions = actions;
        getStyleClass().add("message-page");
        setAlignment(Pos.CENTER);
        title.getStyleClass().add("headline");
        title.setWrapText(true);
        lead.getStyleClass().add("message-lead");
        lead.setWrapText(true);
        acts.getStyleClass().add("message-acts");
        acts.setAlignment(Pos.CENTER);
        getChildren().addAll(title, lead, acts);
    }

    void showEmpty() {
        shown = this::showEmpty;
        tell("empty.title", texts.get("empty.lead"), act("preview-choose", "act.open", "Ctrl+O", Feather.FOLDER,
                actions.open(), "accent"));
    }

    void showReading() {
        shown = this::showReading;
        tell("reading.title", "");
    }

    /// @param answers given
    void showFinished(int answers) {
        shown = () -> showFinished(answers);
        tell("finished.title", texts.get("finished.lead", answers),
                act("preview-again", "act.restart", "Ctrl+R", Feather.ROTATE_CCW, actions.restart(), "accent"),
                act("preview-back", "finished.back", "", Feather.ARROW_LEFT, actions.goOn()));
    }

    private Button act(String id, String key, String keys, Feather icon, Runnable action, String... styles) {
        return Acts.button(id, texts.get(key), keys, icon, action, styles);
    }

    private void tell(String titleKey, String more, Button... buttons) {
        title.setText(texts.get(titleKey));
        lead.setText(more);
        acts.getChildren().setAll(buttons);
    }

    void languageChanged() {
        shown.run();
    }

    void takeFocus() {
        if (acts.getChildren().isEmpty()) {
            requestFocus();
        } else {
            acts.getChildren().getFirst().requestFocus();
        }
    }
}
