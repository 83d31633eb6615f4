package vn.hoidan.client.ui.question;

import java.time.ZoneId;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;

/// An answer that is typed. It is given on Enter and when the keyboard goes elsewhere; a text also whenever typing
/// pauses, so that a cut of the power takes a few words at most. Numbers and dates wait for Enter, because half of one
/// may be refused or mean something else.
final class TypedField implements QuestionField {
    /// A pause in typing after which a text is given.
    static final Duration PAUSE = Duration.millis(800);
    /// Longest text that can be typed; a form's own limit is usually far lower.
    static final int MOST_CHARACTERS = 10_000;
    private static final int VISIBLE_LINES = 6;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final Answers answers;
    private final Texts texts;
    private final ZoneId zone;
    private final boolean lines;
    private final TextInputControl input;
    private final Label expected = new Label();
    private final VBox box;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    /// Null until a question is shown.
    private Path shown;
    private QuestionType type = QuestionType.TEXT;
    private Reading reading;
    /// Something was typed since it was last taken. What nobody touched is never given: it may be older than the
    /// answer.
    private boolean touched;

    TypedField(boolean lines, Answers answers, Texts texts, ZoneId zone) {
        this.lines = lines;
        this.answers = answers;
        this.texts = texts;
        this.zone = zone;
        reading = Reading.of(type, zone);
        input = lines ? area() : new TextField();
        input.getStyleClass().add("typed");
        input.setTextFormatter(new TextFormatter<>(change -> change.getControlNewText().length() > MOST_CHARACTERS
                ? null : change));
        expected.getStyleClass().addAll("secondary", "expected");
        expected.managedProperty().bind(expected.textProperty().isNotEmpty());
        box = new VBox(input, expected);
        box.getStyleClass().add("typed-box");
        pause.setOnFinished(finished -> commit());
        input.textProperty().addListener((property, old, now) -> typing());
        input.focusedProperty().addListener((property, old, now) -> {
            if (!now) {
                commit();
            }
        });
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(VISIBLE_LINES);
        return area;
    }

    private void typing() {
        touched = true;
        if (input.isFocused() && type == QuestionType.TEXT) {
            pause.playFromStart();
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question question) {
        input.setAccessibleText(question.label());
        expected.setText(texts.messages().has("expected." + question.type().code())
                ? texts.get("expected." + question.type().code()) : "");
        boolean same = question.path().equals(shown);
        if (same && touched) {
            return;
        }
        if (!same) {
            commit();
            shown = null;
        }
        fill(question);
    }

    private void fill(Element.Question question) {
        type = question.type();
        reading = Reading.of(type, zone);
        input.pseudoClassStateChanged(NARROW, type != QuestionType.TEXT);
        Optional<Refusal> refusal = answers.refusal(question.path());
        String text = refusal.map(Refusal::typed).orElse(question.value().map(reading::typed).orElse(""));
        if (!question.path().equals(shown) || !text.equals(input.getText().strip())) {
            input.setText(text);
            input.end();
        }
        pause.stop();
        touched = refusal.isPresent();
        shown = question.path();
    }

    @Override
    public void focus() {
        // The field gets its skin now and not with the next frame: a new skin selects the text of a field that has the
        // focus, and what was typed before that frame would be replaced by the next letter.
        input.applyCss();
        input.requestFocus();
        input.end();
    }

    /// Enter belongs to the page; with Shift it begins a new line where there are several.
    @Override
    public boolean key(KeyEvent event) {
        if (lines && event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            input.replaceSelection("\n");
            return true;
        }
        return false;
    }

    @Override
    public boolean commit() {
        pause.stop();
        if (shown == null || !touched) {
            return true;
        }
        // still touched meanwhile, so that a pause in typing does not take the last blank away
        touched = !answers.type(shown, input.getText(), reading);
        return !touched;
    }

    @Override
    public boolean types() {
        return true;
    }
}
