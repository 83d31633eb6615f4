package vn.hoidan.client.ui.interview;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Acts;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.question.QuestionField;
import vn.hoidan.core.questionnaire.Element;

/// In the place of a question's field: the respondent answers it alone, or has done so.
final class GateField implements QuestionField {
    private final Signs signs;
    private final Label title = new Label();
    private final Label words = new Label();
    private final FlowPane acts = new FlowPane();
    private final VBox box = new VBox(title, words, acts);

    GateField(Signs signs) {
        this.signs = signs;
        box.getStyleClass().add("gate");
        box.setFocusTraversable(true);
        title.getStyleClass().add("gate-title");
        words.getStyleClass().add("gate-words");
        words.setWrapText(true);
        acts.getStyleClass().add("gate-acts");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question question) {
        boolean answered = signs.cover(question.path()) == Cover.ANSWERED_ALONE;
        String key = answered ? "private.answered" : "private.asked";
        title.setText(signs.texts().get(key));
        title.setGraphic(Icons.of(answered ? Feather.CHECK_CIRCLE : Feather.LOCK, answered ? "good" : "waiting"));
        words.setText(signs.texts().get(key + ".more"));
        box.setAccessibleText(title.getText() + ". " + words.getText());
        acts.getChildren().setAll(act("gate-turn", answered ? "private.again" : "private.turn", "F5",
                Feather.USER, signs.model().respondent()::turn, answered ? "" : "accent"));
        if (!answered) {
            acts.getChildren().add(act("gate-open", "private.open", "F6", Feather.UNLOCK,
                    signs.model().respondent()::togglePrivate, ""));
        }
    }

    private Button act(String id, String text, String key, Feather icon, Runnable act, String style) {
        Button button = style.isEmpty() ? Acts.button(id, signs.texts().get(text), key, icon, act)
                : Acts.button(id, signs.texts().get(text), key, icon, act, style);
        button.setFocusTraversable(false);
        return button;
    }

    @Override
    public void focus() {
        box.requestFocus();
    }
}
