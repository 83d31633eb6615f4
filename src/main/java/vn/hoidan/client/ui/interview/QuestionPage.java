package vn.hoidan.client.ui.interview;

import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.question.Answers;
import vn.hoidan.client.ui.question.QuestionField;
import vn.hoidan.client.ui.question.QuestionFields;
import vn.hoidan.client.ui.question.Refusal;
import vn.hoidan.core.questionnaire.Element;

/// One question in focus: its text large, its hint, its field, and why an answer was not taken.
final class QuestionPage extends ScrollPane {
    private final Answers answers;
    private final QuestionFields fields;
    private final Label text = label("question-text");
    private final Label hint = label("question-hint");
    private final Label guidance = label("question-guidance");
    private final Label refusal = label("question-refusal");
    private final StackPane place = new StackPane();
    /// Null until a question is shown.
    private QuestionField field;

    QuestionPage(Answers answers, Language language, ZoneId zone) {
        this.answers = answers;
        this.fields = new QuestionFields(answers, language, zone);
        getStyleClass().add("question-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        place.getStyleClass().add("question-field");
        VBox box = new VBox(text, hint, guidance, place, refusal);
        box.getStyleClass().add("question-box");
        setContent(box);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    /// @param anew it was not on the page before: its field takes the keyboard
    void show(Element.Question question, boolean anew, String requiredMark) {
        boolean marked = question.required() && question.asks();
        text.setText(marked ? question.label() + requiredMark : question.label());
        hint.setText(question.hint());
        guidance.setText(question.guidance());
        QuestionField now = fields.of(question);
        if (now != field) {
            field = now;
            place.getChildren().setAll(now.node());
        }
        now.show(question);
        refusal.setText(answers.refusal(question.path()).map(this::words).orElse(""));
        if (anew) {
            setVvalue(0);
            now.focus();
        }
    }

    private String words(Refusal refused) {
        return refused.text(fields.texts().messages());
    }


    boolean key(KeyEvent event) {
        return field != null && field.key(event);
    }

    boolean commit() {
        return field == null || field.commit();
    }

    boolean types() {
        return field != null && field.types();
    }

    void takeFocus() {
        if (field != null) {
            field.focus();
        }
    }
}
