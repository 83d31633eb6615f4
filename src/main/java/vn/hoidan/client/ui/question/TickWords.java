package vn.hoidan.client.ui.question;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import vn.hoidan.core.questionnaire.Choice;

/// The words that an author put at steps of a range, each beside its step. They take no room where there are none.
final class TickWords extends Pane {
    private final boolean vertical;
    private final List<Label> words = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private int count = 1;

    TickWords(boolean vertical) {
        this.vertical = vertical;
        getStyleClass().add("range-words");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// @param told the words, each with the value of its step
    void show(List<Choice> told, RangeSteps range) {
        words.clear();
        steps.clear();
        count = Math.max(1, range.count());
        for (Choice each : told) {
            range.step(each.code()).filter(step -> !each.label().isBlank()).ifPresent(step -> {
                Label word = new Label(Markup.plain(each.label()));
                word.getStyleClass().add("secondary");
                word.setWrapText(!vertical);
                words.add(word);
                steps.add(step);
            });
        }
        getChildren().setAll(words);
        setVisible(!words.isEmpty());
        requestLayout();
    }

    /// Room of one word: as much as lies between two of them.
    private double room(double width) {
        return vertical ? width : width / Math.max(1, words.size());
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = room(width > 0 ? width : getWidth());
        return vertical ? 0 : words.stream().mapToDouble(word -> word.prefHeight(Math.max(1, room))).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return vertical ? words.stream().mapToDouble(word -> word.prefWidth(-1)).max().orElse(0) : 0;
    }

    @Override
    protected void layoutChildren() {
        for (int index = 0; index < words.size(); index++) {
            Label word = words.get(index);
            double part = (double) steps.get(index) / count;
            double width = Math.min(word.prefWidth(-1), room(getWidth()));
            double height = word.prefHeight(width);
            double x = vertical ? 0 : Math.clamp(part * getWidth() - width / 2, 0, Math.max(0, getWidth() - width));
            double y = vertical ? Math.clamp((1 - part) * getHeight() - height / 2, 0,
                    Math.max(0, getHeight() - height)) : 0;
            word.resizeRelocate(x, y, width, height);
        }
    }
}
