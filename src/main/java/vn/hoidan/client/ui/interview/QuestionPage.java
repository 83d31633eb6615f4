package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.client.ui.question.Answers;
import vn.hoidan.client.ui.question.QuestionFields;
import vn.hoidan.core.questionnaire.Path;

/// One question in focus, or several on one page with one of them in focus. Boxes are used again; while a page stays,
/// each question keeps its box, so that nothing typed is lost when questions appear or go.
final class QuestionPage extends ScrollPane {
    private static final double MARGIN_PIXELS = 16;

    private final Answers answers;
    private final QuestionFields fields;
    private final Signs signs;
    private final IntConsumer onFocus;
    private final VBox column = new VBox();
    /// All boxes ever made; those shown are the column's children.
    private final List<QuestionBox> boxes = new ArrayList<>();
    private List<QuestionBox> shown = List.of();
    private int row;
    private boolean showing;

    /// @param onFocus told the place of a question that took the keyboard by itself, as after Tab or a click
    QuestionPage(Answers answers, QuestionFields fields, Signs signs, IntConsumer onFocus) {
        this.signs = signs;
        this.answers = answers;
        this.fields = fields;
        this.onFocus = onFocus;
        getStyleClass().add("question-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        column.getStyleClass().add("question-column");
        setContent(column);
    }

    /// @param focus place of the part in focus
    /// @param anew  it was not on the page before: its field takes the keyboard
    void show(List<Stop.Page.Part> parts, int focus, boolean anew) {
        showing = true;
        List<QuestionBox> now = boxes(parts);
        shown = now;
        put(now);
        for (int index = 0; index < parts.size(); index++) {
            now.get(index).show(parts.get(index), parts.size() > 1);
        }
        row = Math.clamp(focus, 0, now.size() - 1);
        mark();
        showing = false;
        if (anew) {
            setVvalue(0);
            takeFocus();
        }
    }

    /// For each part the box that shows it already, else one that nobody needs.
    private List<QuestionBox> boxes(List<Stop.Page.Part> parts) {
        Map<Path, QuestionBox> kept = new HashMap<>();
        for (Stop.Page.Part part : parts) {
            Path path = part.question().path();
            boxes.stream().filter(box -> box.shows(path)).findFirst().ifPresent(box -> kept.put(path, box));
        }
        List<QuestionBox> free = new ArrayList<>(boxes);
        free.removeAll(kept.values());
        return parts.stream().map(part -> kept.computeIfAbsent(part.question().path(),
                path -> free.isEmpty() ? box() : free.removeFirst())).toList();
    }

    private QuestionBox box() {
        QuestionBox box = new QuestionBox(answers, fields, signs);
        box.focusWithinProperty().addListener((property, was, is) -> {
            int index = shown.indexOf(box);
            if (is && !showing && index >= 0 && index != row) {
                onFocus.accept(index);
            }
        });
        boxes.add(box);
        return box;
    }

    /// A box that stays is not taken out even for a moment, because it would lose the keyboard.
    private void put(List<QuestionBox> now) {
        column.getChildren().removeIf(node -> !now.contains(node));
        for (int index = 0; index < now.size(); index++) {
            if (index >= column.getChildren().size() || column.getChildren().get(index) != now.get(index)) {
                column.getChildren().remove(now.get(index));
                column.getChildren().add(index, now.get(index));
            }
        }
    }

    private void mark() {
        for (int index = 0; index < shown.size(); index++) {
            shown.get(index).at(index == row && shown.size() > 1);
        }
    }

    /// Another part of the same page is in focus now.
    void focus(int part) {
        row = Math.clamp(part, 0, shown.size() - 1);
        mark();
        if (!here().isFocusWithin()) {
            takeFocus();
        }
        reveal(here());
    }

    private QuestionBox here() {
        return shown.get(row);
    }

    private void reveal(Node node) {
        column.applyCss();
        layout();
        double viewport = getViewportBounds().getHeight();
        double room = column.getHeight() - viewport;
        if (room <= 0 || viewport <= 0) {
            return;
        }
        Bounds bounds = column.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double from = getVvalue() * room;
        double top = Math.max(0, bounds.getMinY() - MARGIN_PIXELS);
        double bottom = bounds.getMaxY() + MARGIN_PIXELS;
        double wanted = bottom - top > viewport ? top : Math.max(Math.min(from, top), bottom - viewport);
        setVvalue(Math.clamp(wanted / room, 0, 1));
    }

    /// The keys of the field in focus.
    KeyTable keys() {
        return shown.isEmpty() ? KeyTable.NONE : here().field().keys();
    }

    /// @param again the key is held down
    boolean key(KeyEvent event, boolean again) {
        if (shown.isEmpty()) {
            return false;
        }
        QuestionBox box = here();
        boolean used = box.field().keys().press(event, again);
        if (used && shown.contains(box) && box == here()) {
            reveal(box.field().focused());
        }
        return used;
    }

    boolean commit() {
        return shown.isEmpty() || here().field().commit();
    }

    boolean types() {
        return !shown.isEmpty() && here().field().types();
    }

    boolean keepsKeys() {
        return !shown.isEmpty() && here().field().keepsKeys();
    }

    void takeFocus() {
        if (!shown.isEmpty()) {
            here().field().focus();
        }
    }
}
