package vn.hoidan.client.ui.question;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.KeyAct;
import vn.hoidan.client.ui.kit.KeyLine;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.core.questionnaire.Element;

/// A number on a scale: drawn with the pointer, stepped with arrows, or typed. There is no value before it was touched.
final class RangeField implements QuestionField {
    private static final PseudoClass UNTOUCHED = PseudoClass.getPseudoClass("untouched");
    private static final double LENGTH_PIXELS = 520;
    private static final double HEIGHT_PIXELS = 280;

    private final FieldTools tools;
    private final TypedField typed;
    private final Slider slider = new Slider();
    private final Label start = new Label();
    private final Label end = new Label();
    private final Label value = new Label();
    private final TickWords words;
    private final VBox box;
    private final KeyTable keys;
    /// Null until one is shown.
    private Element.Question question;
    private RangeSteps steps;
    private boolean showing;

    RangeField(boolean vertical, FieldTools tools) {
        this.tools = tools;
        words = new TickWords(vertical);
        typed = new TypedField(TypedField.Manner.LINE, tools.answers(), tools.texts(), tools.zone());
        slider.setFocusTraversable(false);
        slider.getStyleClass().add("range-slider");
        slider.valueProperty().addListener((property, old, now) -> {
            if (!showing) {
                tell(steps.value((int) Math.round(now.doubleValue())));
            }
        });
        slider.setOnMouseReleased(event -> choose((int) Math.round(slider.getValue())));
        value.getStyleClass().add("range-value");
        for (Label side : new Label[] {start, end}) {
            side.getStyleClass().add("range-end");
            side.setMinWidth(Region.USE_PREF_SIZE);
        }
        typed.beside(value);
        box = new VBox(vertical ? upright() : lying(), typed.node());
        box.getStyleClass().add("range");
        keys = new KeyTable(tools.texts(), List.of(
                KeyLine.of("sheet.step", KeyAct.on("↑", () -> step(1)), KeyAct.on("↓", () -> step(-1)),
                        KeyAct.on("→", () -> step(1)).when(() -> !typed.touched()),
                        KeyAct.on("←", () -> step(-1)).when(() -> !typed.touched())).inFoot("key.step"),
                KeyLine.of("sheet.range.ends", KeyAct.on("Home", () -> choose(0)),
                        KeyAct.on("End", () -> choose(steps.count()))).when(() -> !typed.touched())));
    }

    private Node lying() {
        VBox scale = new VBox(slider, words);
        HBox line = new HBox(start, scale, end);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("range-line");
        HBox.setHgrow(scale, Priority.ALWAYS);
        slider.setPrefWidth(LENGTH_PIXELS);
        return line;
    }

    private Node upright() {
        slider.setOrientation(Orientation.VERTICAL);
        slider.setPrefHeight(HEIGHT_PIXELS);
        slider.setMinHeight(HEIGHT_PIXELS);
        VBox line = new VBox(end, new HBox(slider, words), start);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("range-line");
        return line;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(Element.Question now) {
        question = now;
        steps = new RangeSteps(now.range().orElseThrow());
        Optional<Integer> step = now.value().flatMap(steps::step);
        showing = true;
        slider.setMin(0);
        slider.setMax(steps.count());
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(Math.max(1, steps.count()));
        slider.setMinorTickCount(Math.clamp(steps.count() - 1, 0, 50));
        slider.setSnapToTicks(steps.count() <= 50);
        slider.setShowTickMarks(steps.count() <= 20);
        slider.setValue(step.orElse(0));
        showing = false;
        slider.setAccessibleText(Markup.plain(now.label()));
        slider.pseudoClassStateChanged(UNTOUCHED, step.isEmpty());
        start.setText(told(steps.value(0)));
        end.setText(told(steps.value(steps.count())));
        words.show(now.choices(), steps);
        value.setText(step.isEmpty() ? tools.texts().get("range.none") : word(steps.value(step.get())));
        typed.show(now);
    }

    private String told(String number) {
        return new Numbers(false, Appearance.of(question).has("thousands-sep")).typed(number);
    }

    private void tell(String number) {
        String word = word(number);
        value.setText(word.isEmpty() ? told(number) : told(number) + " · " + word);
    }

    /// The author's word at this value, or empty.
    private String word(String number) {
        Optional<Integer> step = steps.step(number);
        return question.choices().stream().filter(each -> step.isPresent() && steps.step(each.code()).equals(step))
                .map(each -> Markup.plain(each.label())).findFirst().orElse("");
    }

    private void choose(int step) {
        typed.forget();
        tools.answers().set(question.path(), steps.value(Math.clamp(step, 0, steps.count())));
    }

    @Override
    public void focus() {
        typed.focus();
    }

    /// Arrows step, unless something is being typed, where they move in the text.
    @Override
    public KeyTable keys() {
        return keys;
    }

    private void step(int by) {
        Optional<Integer> now = question.value().flatMap(steps::step);
        choose(now.map(step -> step + by).orElse(by > 0 ? 0 : steps.count()));
    }

    @Override
    public boolean commit() {
        return typed.commit();
    }

    @Override
    public boolean types() {
        return true;
    }
}
