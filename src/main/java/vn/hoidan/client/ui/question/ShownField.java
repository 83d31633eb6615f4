package vn.hoidan.client.ui.question;

import java.time.ZoneId;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;

/// What is shown and not asked: a note, a computed value, or a clear word on what this program cannot ask.
final class ShownField implements QuestionField {
    private final Texts texts;
    private final ZoneId zone;
    private final Label value = new Label();
    private final VBox box = new VBox(value);

    ShownField(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        value.setWrapText(true);
        box.setFocusTraversable(true);
        box.getStyleClass().add("shown");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question question) {
        String text = switch (question.type()) {
            case FILE, IMAGE -> texts.get("unsupported.file");
            case UNSUPPORTED -> texts.get("unsupported");
            case NOTE -> "";
            case SELECT_ONE, SELECT_MULTIPLE, RANK -> String.join(", ", question.choices().stream()
                    .filter(choice -> chosen(question, choice)).map(Choice::label).toList());
            case TEXT, INTEGER, DECIMAL, RANGE, DATE, TIME, DATE_TIME, GEOPOINT, BARCODE, ACKNOWLEDGE ->
                    question.value().map(Reading.of(question.type(), zone)::typed).orElse("–");
        };
        value.setText(text);
        value.setVisible(!text.isEmpty());
        value.setManaged(!text.isEmpty());
        box.setAccessibleText(question.label() + " " + text);
    }

    private static boolean chosen(Element.Question question, Choice choice) {
        return (" " + question.value().orElse("") + " ").contains(" " + choice.code() + " ");
    }

    @Override
    public void focus() {
        box.requestFocus();
    }
}
