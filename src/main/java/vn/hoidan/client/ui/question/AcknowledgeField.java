package vn.hoidan.client.ui.question;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
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
    private final KeyTable keys;
    /// Null until one is shown.
    private Element.Question question;

    AcknowledgeField(FieldTools tools) {
        answers = tools.answers();
        texts = tools.texts();
        row = new ChoiceRow(tools, 0, index -> press());
        box = new VBox(row);
        box.getStyleClass().add("choice-list");
        box.setFocusTraversable(true);
        keys = new KeyTable(texts, List.of(KeyLine.of("sheet.acknowledge", KeyAct.on("1", this::press),
                KeyAct.on("Space", this::press)).once().inFoot("key.acknowledge")));
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
    public KeyTable keys() {
        return keys;
    }
}
