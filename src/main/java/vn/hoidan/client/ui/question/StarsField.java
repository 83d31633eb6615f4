package vn.hoidan.client.ui.question;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.core.questionnaire.Element;

/// A range as stars, from its start to its end; the number is told beside them. A digit or the arrows choose.
final class StarsField implements QuestionField {
    /// More stars are not counted at a glance.
    static final int MOST_STARS = 10;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final String STAR = "M12 1.8l3.1 6.4 7 1-5.1 4.9 1.2 7L12 17.8l-6.2 3.3 1.2-7L1.9 9.2l7-1z";

    private final FieldTools tools;
    private final List<StackPane> stars = new ArrayList<>();
    private final Label told = new Label();
    private final HBox row = new HBox();
    private final KeyTable keys;
    /// Null until one is shown.
    private Element.Question question;
    private RangeSteps steps;

    StarsField(FieldTools tools) {
        this.tools = tools;
        row.getStyleClass().addAll("choice-list", "stars");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.SLIDER);
        told.getStyleClass().add("range-value");
        keys = new KeyTable(tools.texts(), List.of(
                KeyLine.of("sheet.stars", KeyAct.places(() -> ChoiceKeys.digits(count()), ChoiceKeys::digit,
                        this::count, this::go)).inFoot("key.choose"),
                KeyLine.of("sheet.step", KeyAct.on("←", () -> step(-1)), KeyAct.on("↓", () -> step(-1)),
                        KeyAct.on("→", () -> step(1)), KeyAct.on("↑", () -> step(1))).inFoot("key.step")));
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public void show(Element.Question now) {
        question = now;
        steps = new RangeSteps(now.range().orElseThrow());
        while (stars.size() <= steps.count()) {
            stars.add(star(stars.size()));
        }
        row.getChildren().setAll(stars.subList(0, steps.count() + 1));
        row.getChildren().add(told);
        int chosen = now.value().flatMap(steps::step).orElse(-1);
        for (int index = 0; index <= steps.count(); index++) {
            stars.get(index).pseudoClassStateChanged(CHOSEN, index <= chosen);
        }
        Numbers numbers = new Numbers(false, false);
        told.setText(chosen < 0 ? tools.texts().get("range.none") : numbers.typed(steps.value(chosen)) + " / "
                + numbers.typed(steps.value(steps.count())));
        row.setAccessibleText(Markup.plain(now.label()) + ". " + told.getText());
    }

    private StackPane star(int step) {
        SVGPath shape = new SVGPath();
        shape.setContent(STAR);
        shape.getStyleClass().add("star-shape");
        StackPane star = new StackPane(shape);
        star.getStyleClass().add("star");
        star.setOnMouseClicked(event -> go(step));
        return star;
    }

    private int count() {
        return steps == null ? 0 : steps.count() + 1;
    }

    private void step(int by) {
        int now = question.value().flatMap(steps::step).orElse(-1);
        go(now < 0 && by < 0 ? steps.count() : now + by);
    }

    private void go(int step) {
        tools.answers().set(question.path(), steps.value(Math.clamp(step, 0, steps.count())));
    }

    @Override
    public void focus() {
        row.requestFocus();
    }

    @Override
    public KeyTable keys() {
        return keys;
    }
}
