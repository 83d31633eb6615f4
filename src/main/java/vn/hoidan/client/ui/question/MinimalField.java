package vn.hoidan.client.ui.question;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
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
    private final KeyTable closedKeys;
    private final KeyTable fewKeys;
    private final KeyTable manyKeys;
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
        closedKeys = new KeyTable(tools.texts(), List.of(
                KeyLine.of("sheet.open", KeyAct.on("Space", this::toggle), KeyAct.on("↓", this::toggle)).once()
                        .inFoot("key.openList"),
                KeyLine.of("sheet.openByLetter", KeyAct.of("1–9, A–Z", code -> ChoiceKeys.index(code).isPresent(),
                        this::toggle)).once()));
        KeyTable closing = new KeyTable(tools.texts(), List.of(
                KeyLine.of("sheet.close", KeyAct.on("Enter", this::close), KeyAct.on("Esc", this::close)).once()));
        fewKeys = few.keys().before(closing);
        manyKeys = many.keys().before(closing);
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
    public KeyTable keys() {
        return !open ? closedKeys : inner() == many ? manyKeys : fewKeys;
    }

    @Override
    public boolean types() {
        return open && inner().types();
    }
}
