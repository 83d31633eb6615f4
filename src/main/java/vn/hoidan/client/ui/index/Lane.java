package vn.hoidan.client.ui.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import vn.hoidan.core.index.Interval;

/// A line of the chart: a dot where the figure is, a bar where it may truly be, the target across. Numbers stand beside
/// it; it never tells anything alone.
final class Lane extends Region {
    private static final double SHORTEST_PIXELS = 120;
    private static final double RANGE_PIXELS = 5;
    private static final double DOT_PIXELS = 12;
    private static final double TARGET_PIXELS = 2;
    private static final double LINE_PIXELS = 1;
    private static final double GAP_PIXELS = 4;

    private final List<Region> ticks = new ArrayList<>();
    private final List<Label> numbers = new ArrayList<>();
    private final Region line = part("index-line");
    private final Region target = part("index-target");
    private final Region range = part("index-range");
    private final Region dot = part("index-dot");
    private Axis axis = Axis.NONE;
    private Optional<IndexLine.Dot> shown = Optional.empty();

    Lane() {
        getStyleClass().add("index-lane");
        setMinWidth(SHORTEST_PIXELS);
        for (int tick = 0; tick <= Axis.TICKS; tick++) {
            ticks.add(part("index-tick"));
        }
        getChildren().addAll(ticks);
        getChildren().addAll(line, target, range, dot);
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        return part;
    }

    void show(Axis on, Optional<IndexLine.Dot> what) {
        axis = on;
        shown = what;
        ticks.forEach(tick -> tick.setVisible(what.isPresent()));
        line.setVisible(what.isPresent());
        target.setVisible(what.isPresent() && on.target().isPresent());
        dot.setVisible(what.isPresent());
        range.setVisible(what.flatMap(IndexLine.Dot::interval).isPresent());
        requestLayout();
    }

    /// The axis itself, with its numbers.
    void showAxis(Axis on, List<String> texts) {
        axis = on;
        getChildren().removeAll(numbers);
        numbers.clear();
        texts.forEach(text -> {
            Label number = new Label(text);
            number.getStyleClass().addAll("secondary", "index-number");
            number.setManaged(false);
            numbers.add(number);
        });
        getChildren().addAll(numbers);
        List.of(line, target, range, dot).forEach(part -> part.setVisible(false));
        ticks.forEach(tick -> tick.setVisible(false));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        double taken = 0;
        for (int tick = 0; tick <= Axis.TICKS; tick++) {
            double at = x(axis.tick(tick));
            ticks.get(tick).resizeRelocate(at, 0, LINE_PIXELS, getHeight());
            if (tick < numbers.size()) {
                Label number = numbers.get(tick);
                number.autosize();
                double left = Math.clamp(at - number.getWidth() / 2, 0, Math.max(0, getWidth() - number.getWidth()));
                number.relocate(left, (getHeight() - number.getHeight()) / 2);
                // where there is no room for all, the first ones stay
                number.setVisible(left >= taken);
                taken = number.isVisible() ? left + number.getWidth() + GAP_PIXELS : taken;
            }
        }
        line.resizeRelocate(0, middle, getWidth(), LINE_PIXELS);
        axis.target().ifPresent(at -> target.resizeRelocate(x(at), 0, TARGET_PIXELS, getHeight()));
        shown.flatMap(IndexLine.Dot::interval).ifPresent(interval -> layRange(interval, middle));
        shown.ifPresent(each -> dot.resizeRelocate(x(each.value()) - DOT_PIXELS / 2, middle - DOT_PIXELS / 2,
                DOT_PIXELS, DOT_PIXELS));
    }

    private void layRange(Interval interval, double middle) {
        double from = x(interval.low());
        range.resizeRelocate(from, middle - RANGE_PIXELS / 2, Math.max(LINE_PIXELS, x(interval.high()) - from),
                RANGE_PIXELS);
    }

    private double x(double value) {
        return axis.place(value) * getWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return SHORTEST_PIXELS;
    }
}
