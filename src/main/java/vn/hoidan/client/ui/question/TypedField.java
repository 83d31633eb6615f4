package vn.hoidan.client.ui.question;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Typing;
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
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    /// How the text is shown.
    enum Manner {
        LINE,
        LINES,
        /// Each letter as a dot, against eyes in the room.
        MASKED
    }

    private final Answers answers;
    private final Texts texts;
    private final ZoneId zone;
    private final TextInputControl input;
    private final Label echo = new Label();
    private final Label expected = new Label();
    private final HBox line;
    private final VBox box;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final KeyTable keys;
    /// Null until a question is shown.
    private Path shown;
    private QuestionType type = QuestionType.TEXT;
    private Reading reading = Reading.Outcome.Value::new;
    /// Something was typed since it was last taken. What nobody touched is never given: it may be older than the
    /// answer.
    private boolean touched;

    TypedField(Manner manner, Answers answers, Texts texts, ZoneId zone) {
        this.answers = answers;
        this.texts = texts;
        this.zone = zone;
        input = switch (manner) {
            case LINE -> new TextField();
            case LINES -> area();
            case MASKED -> new PasswordField();
        };
        input.getStyleClass().add("typed");
        Typing.atMost(MOST_CHARACTERS, input);
        echo.getStyleClass().add("echo");
        echo.setWrapText(true);
        echo.managedProperty().bind(echo.visibleProperty());
        expected.getStyleClass().addAll("secondary", "expected");
        expected.setWrapText(true);
        expected.managedProperty().bind(expected.textProperty().isNotEmpty());
        line = new HBox(input);
        line.getStyleClass().add("typed-line");
        HBox.setHgrow(input, Priority.ALWAYS);
        box = new VBox(line, echo, expected);
        box.getStyleClass().add("typed-box");
        pause.setOnFinished(finished -> commit());
        keys = manner != Manner.LINES ? KeyTable.NONE : new KeyTable(texts, List.of(KeyLine.of("sheet.newline",
                KeyAct.on("Shift+Enter", () -> input.replaceSelection("\n"))).inFoot("key.newline")));
        input.textProperty().addListener((property, old, now) -> typing());
        input.focusedProperty().addListener((property, old, now) -> {
            if (!now) {
                commit();
            }
        });
    }

    /// Puts something beside the line that is typed in.
    void beside(Node node) {
        line.getChildren().add(node);
    }

    /// Puts something below what is typed.
    void below(Node node) {
        box.getChildren().add(1, node);
    }

    /// What is typed does not count any more: the answer comes another way.
    void forget() {
        pause.stop();
        touched = false;
    }

    boolean touched() {
        return touched;
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
        expected.setText(expected(question));
        Optional<Echo> told = answers.refusal(question.path()).isPresent() ? Optional.empty()
                : Echo.of(question, texts);
        echo.setVisible(told.isPresent());
        told.ifPresent(this::tell);
        boolean same = question.path().equals(shown);
        if (same && touched) {
            return;
        }
        if (!same) {
            giveLast();
        }
        if (same || !question.path().equals(shown)) {
            fill(question);
        }
    }

    /// Another question comes: what was typed for the one before is given first. That shows the page anew, this field
    /// included, which must not come back here with the same text.
    private void giveLast() {
        Path last = shown;
        boolean given = last == null || !touched;
        forget();
        shown = null;
        if (!given) {
            answers.type(last, input.getText(), reading);
        }
    }

    private void tell(Echo told) {
        echo.setText(told.text());
        echo.setGraphic(told.doubtful() ? Icons.of(Feather.ALERT_TRIANGLE, "waiting")
                : Icons.of(Feather.CHECK, "good"));
        echo.pseudoClassStateChanged(DOUBTFUL, told.doubtful());
    }

    private String expected(Element.Question question) {
        String key = question.type() == QuestionType.DATE ? Dates.Part.of(Appearance.of(question)).expected()
                : "expected." + question.type().code();
        return texts.messages().has(key) ? texts.get(key) : "";
    }

    private void fill(Element.Question question) {
        type = question.type();
        reading = Reading.of(question, zone);
        boolean narrow = type != QuestionType.TEXT && type != QuestionType.GEOPOINT;
        input.pseudoClassStateChanged(NARROW, narrow);
        Optional<Refusal> refusal = answers.refusal(question.path());
        String text = refusal.map(Refusal::typed).orElse(question.value().map(reading::typed).orElse(""));
        // the same text composed another way stays as it is, or what an input method is composing would be lost
        if (!question.path().equals(shown) || !text.equals(Normalizer.normalize(input.getText().strip(),
                Normalizer.Form.NFC))) {
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
    public KeyTable keys() {
        return keys;
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
