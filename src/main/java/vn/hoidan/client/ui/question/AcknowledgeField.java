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
    private final ChoiceRow row;
    private final VBox box;
    /// Null until one is shown.
    private Element.Question question;

    AcknowledgeField(FieldTools tools) {
        answers = tools.answers();
        texts = tools.texts();
        row = new ChoiceRow(tools, 0, index -> press());
        box = new VBox(row);
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
        box.setAccessibleText(Markup.plain(now.label()));
        row.show(new Choice(READ, texts.get("acknowledge")), new ChoiceRow.Look("1", true, now.answered(), "", false));
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
