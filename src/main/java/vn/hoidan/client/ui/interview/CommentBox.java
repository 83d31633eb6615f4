package vn.hoidan.client.ui.interview;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Typing;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// A few lines for the enumerator's own words on a question. What is typed is kept whenever typing pauses and however
/// the box is left; there is no way of leaving that loses it.
final class CommentBox extends VBox {
    private static final Duration PAUSE = Duration.millis(800);
    private static final int VISIBLE_LINES = 3;

    private final Texts texts;
    private final BiConsumer<Path, String> onKeep;
    private final Runnable onClose;
    private final Label title = new Label();
    private final TextArea area = new TextArea();
    private final Label hint = new Label();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final KeyTable keys;
    /// Null while the box is closed.
    private Path path;

    /// @param onKeep  told the question and its comment
    /// @param onClose told when the keyboard is to go back to the question
    CommentBox(Texts texts, BiConsumer<Path, String> onKeep, Runnable onClose) {
        this.texts = texts;
        this.onKeep = onKeep;
        this.onClose = onClose;
        getStyleClass().add("comment-box");
        title.getStyleClass().add("comment-title");
        title.setLabelFor(area);
        area.setId("comment");
        area.setWrapText(true);
        area.setPrefRowCount(VISIBLE_LINES);
        Typing.atMost(Fact.CommentSet.MOST_CHARACTERS, area);
        hint.getStyleClass().add("secondary");
        hint.setWrapText(true);
        getChildren().addAll(title, area, hint);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        pause.setOnFinished(finished -> keep());
        area.textProperty().addListener((property, old, now) -> {
            if (path != null) {
                pause.playFromStart();
            }
        });
        area.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                lostFocus();
            }
        });
        keys = new KeyTable(texts, List.of(
                KeyLine.of("comment.keep", KeyAct.on("Enter", this::close), KeyAct.on("F2", this::close),
                        KeyAct.told("Esc")).once().inFoot("comment.keep"),
                KeyLine.of("comment.line", KeyAct.on("Shift+Enter", () -> area.replaceSelection("\n")))
                        .inFoot("comment.line")));
    }

    boolean isOpen() {
        return path != null;
    }

    void open(Element.Question question, String comment) {
        area.setText(comment);
        path = question.path();
        languageChanged(question.label());
        setVisible(true);
        area.applyCss();
        area.requestFocus();
        area.end();
    }

    /// @param label of the question as it reads now
    void languageChanged(String label) {
        title.setText(texts.get("comment.title", Markup.plain(label)));
        hint.setText(texts.get("comment.hint"));
        area.setAccessibleText(title.getText());
    }

    /// Another window may have come to the front: then the box stays.
    private void lostFocus() {
        keep();
        if (path != null && getScene() != null && getScene().getFocusOwner() != area) {
            putAway();
        }
    }

    /// Gives what is typed, and goes on.
    void keep() {
        pause.stop();
        if (path != null) {
            onKeep.accept(path, area.getText());
        }
    }

    /// Gives what is typed and takes the box away.
    void close() {
        if (path != null) {
            keep();
            putAway();
            onClose.run();
        }
    }

    private void putAway() {
        path = null;
        setVisible(false);
    }

    KeyTable keys() {
        return keys;
    }
}
