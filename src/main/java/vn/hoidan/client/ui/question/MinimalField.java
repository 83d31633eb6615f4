package vn.hoidan.client.ui.question;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;

/// A closed list: one line with what is chosen, which opens by Space, the arrow down or a touch, and closes again when
/// one was chosen. It opens in its place and not over the page, so that nothing is covered.
final class MinimalField implements QuestionField {
    /// Rows that fit below the closed line on a small screen; half a row says that there are more.
    private static final double ROWS_IN_VIEW = 6.5;
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final FieldTools tools;
    private final ChoiceField few;
    private final SearchField many;
    private final Label chosen = new Label();
    private final StackPane arrow = new StackPane(Icons.of(Feather.CHEVRON_DOWN, "quiet"));
    private final HBox head = new HBox(chosen, arrow);
    private final VBox box = new VBox(head);
    /// Null until one is shown.
    private Element.Question question;
    private boolean open;

    MinimalField(FieldTools tools) {
        this.tools = tools;
        few = new ChoiceField(tools);
        many = new SearchField(tools, ROWS_IN_VIEW);
        box.getStyleClass().add("minimal");
        head.getStyleClass().add("minimal-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setFocusTraversable(true);
        head.setAccessibleRole(AccessibleRole.COMBO_BOX);
        chosen.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(chosen, Priority.ALWAYS);
        head.setOnMouseClicked(event -> toggle());
    }

    private QuestionField inner() {
        return question.choices().size() > ChoiceKeys.MOST_WITHOUT_SEARCH_CHOICES
                || Appearance.of(question).searched() ? many : few;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question now) {
        boolean other = question == null || !question.path().equals(now.path());
        boolean answered = !other && !question.value().equals(now.value()) && now.answered();
        question = now;
        List<String> words = Chosen.words(now);
        chosen.setText(words.isEmpty() ? tools.texts().get("minimal.prompt") : String.join(", ", words));
        chosen.pseudoClassStateChanged(EMPTY, words.isEmpty());
        head.setAccessibleText(Markup.plain(now.label()) + ". " + chosen.getText());
        if (other) {
            open = false;
        } else if (open && answered && now.type() != QuestionType.SELECT_MULTIPLE) {
            close();
        }
        arrange();
    }

    private void arrange() {
        head.pseudoClassStateChanged(OPEN, open);
        arrow.setRotate(open ? 180 : 0);
        if (!open) {
            box.getChildren().setAll(head);
            return;
        }
        inner().show(question);
        if (box.getChildren().size() < 2) {
            box.getChildren().add(inner().node());
        }
    }

    private void toggle() {
        if (open) {
            close();
        } else {
            open = true;
            arrange();
            inner().focus();
        }
    }

    private void close() {
        open = false;
        head.requestFocus();
        arrange();
    }

    @Override
    public void focus() {
        head.requestFocus();
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        if (open) {
            return inner().key(event) || closes(event);
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.SPACE || code == KeyCode.DOWN) {
            toggle();
            return true;
        }
        if (code.isLetterKey() || code.isDigitKey()) {
            toggle();
            // a letter typed goes on into the search; in a list of few it chooses nothing before it was seen
            return !inner().types();
        }
        return false;
    }

    private boolean closes(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE) {
            close();
            return true;
        }
        return false;
    }

    @Override
    public boolean types() {
        return open && inner().types();
    }
}
