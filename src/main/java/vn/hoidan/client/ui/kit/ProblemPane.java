package vn.hoidan.client.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.message.ProblemTexts;

/// Tells a problem: what happened, what is safe, what to do next, and the number to quote. Takes no room while there is
/// nothing to tell.
public final class ProblemPane extends HBox {
    private final Language language;
    private final Label what = label("problem-what");
    private final Label safe = label("problem-safe");
    private final Label next = label("problem-next");
    private final Label number = label("problem-number");
    private final VBox texts = new VBox(what, safe, next);
    private Problem shown;

    public ProblemPane(Language language) {
        this.language = language;
        getStyleClass().add("problem");
        setAlignment(Pos.TOP_LEFT);
        texts.getStyleClass().add("problem-texts");
        HBox.setHgrow(texts, Priority.ALWAYS);
        number.setMinWidth(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        clear();
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }

    public void show(Problem problem) {
        shown = problem;
        if (getChildren().isEmpty()) {
            getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE, "problem-icon"), texts, number);
        }
        ProblemTexts words = ProblemTexts.of(problem, language.now());
        what.setText(words.what());
        safe.setText(words.safe());
        next.setText(words.next());
        number.setText(String.valueOf(words.number()));
        setAccessibleText(words.oneLine());
        setVisible(true);
        setManaged(true);
    }

    public void clear() {
        shown = null;
        setVisible(false);
        setManaged(false);
    }

    /// Texts what is shown again after the language changed.
    public void languageChanged() {
        if (shown != null) {
            show(shown);
        }
    }
}
