package vn.hoidan.client.ui.question;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;

/// "I have read it": one large mark, set and taken away with 1 or Space.
final class AcknowledgeField implements QuestionField {
    private static final String READ = "OK";

    private final Answers answers;
    private final Texts texts;
    private final ChoiceRow row = new ChoiceRow(0, index -> press());
    private final VBox box = new VBox(row);
    /// Null until one is shown.
    private Element.Question question;

    AcknowledgeField(Answers answers, Texts texts) {
        this.answers = answers;
        this.texts = texts;
        box.getStyleClass().add("choice-list");
        box.setFocusTraversable(true);
    }

    private void press() {
        if (question.answered()) {
            answers.clear(question.path());
        } else {
            answers.set(question.path(), READ);
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question now) {
        question = now;
        box.setAccessibleText(now.label());
        row.show(new Choice(READ, texts.get("acknowledge")), "1", true, now.answered(), "", false);
    }

    @Override
    public void focus() {
        box.requestFocus();
    }

    @Override
    public boolean key(KeyEvent event) {
        return switch (event.getCode()) {
            case DIGIT1, NUMPAD1, SPACE -> {
                press();
                yield true;
            }
            default -> false;
        };
    }
}
