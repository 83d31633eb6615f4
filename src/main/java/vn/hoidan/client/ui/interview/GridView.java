package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.Duration;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.questionnaire.Choice;

/// Rows and levels. The row in focus is a band of colour, twice as tall, its text whole; the band glides to the next
/// row, the rows between give way, and the list scrolls so far that the band and its neighbours are in view.
///
/// Rows are kept and filled anew for the next grid; a key changes one mark and moves two rows.
final class GridView extends Region {
    private static final Duration GLIDE = Duration.millis(150);
    private static final double ROW_HEIGHT = 46;
    private static final double SCROLL_BAR_WIDTH = 14;
    private static final double BODY_PIXELS = 15;
    private static final double HEAD_PADDING = 8;

    private final List<GridRow> rows = new ArrayList<>();
    private final List<Label> heads = new ArrayList<>();
    private final Region band = new Region();
    private final RowsPane rowsPane = new RowsPane();
    private final ScrollPane scroll = new ScrollPane(rowsPane);
    private final DoubleProperty position = new SimpleDoubleProperty(0);
    private final Timeline glide = new Timeline();
    private final Signs signs;
    private final IntConsumer onRow;
    private final LevelPress onLevel;
    private double[] low = new double[0];
    private double[] tall = new double[0];
    private int count;
    private int focus;
    private GridColumns columns = GridColumns.NONE;
    private boolean measured;
    private String measuredWords = "";
    private Font measuredFont = Font.getDefault();
    private double longestWord;

    /// Told a row and a level that were clicked or touched.
    interface LevelPress {
        void pressed(int row, int level);
    }

    GridView(Signs signs, IntConsumer onRow, LevelPress onLevel) {
        this.signs = signs;
        this.onRow = onRow;
        this.onLevel = onLevel;
        getStyleClass().add("grid");
        band.getStyleClass().add("grid-band");
        band.setManaged(false);
        rowsPane.getChildren().add(band);
        scroll.getStyleClass().add("grid-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        position.addListener((property, old, now) -> {
            rowsPane.requestLayout();
            keepInView();
        });
        rowsPane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    /// Fills the rows; the same grid after an answer changes only what differs.
    void show(Stop.Grid grid, int row, boolean jump) {
        boolean reshape = rows(grid.rows().size());
        for (int index = 0; index < count; index++) {
            reshape |= rows.get(index).show(grid.rows().get(index),
                    signs.commented(grid.rows().get(index).path()), signs.alone(grid.rows().get(index).path()));
        }
        reshape |= heads(grid.levels());
        if (reshape) {
            measured = false;
            requestLayout();
        }
        focus(row, jump);
    }

    private boolean rows(int wanted) {
        while (rows.size() < wanted) {
            GridRow row = new GridRow();
            rows.add(row);
            rowsPane.getChildren().add(row);
        }
        for (int index = 0; index < rows.size(); index++) {
            rows.get(index).setVisible(index < wanted);
        }
        boolean changed = count != wanted;
        count = wanted;
        return changed;
    }

    private boolean heads(List<Choice> levels) {
        boolean changed = false;
        while (heads.size() < levels.size()) {
            Label head = new Label();
            head.getStyleClass().add("grid-head");
            head.setWrapText(true);
            head.setAlignment(Pos.BOTTOM_CENTER);
            heads.add(head);
            getChildren().add(head);
        }
        for (int index = 0; index < heads.size(); index++) {
            boolean used = index < levels.size();
            String words = used ? Markup.plain(levels.get(index).label()) : "";
            changed |= !heads.get(index).getText().equals(words);
            heads.get(index).setText(words);
            heads.get(index).setVisible(used);
        }
        return changed || columns.levels() != levels.size();
    }

    /// Moves the band; without a glide when it comes from another grid.
    void focus(int row, boolean jump) {
        focus = Math.clamp(row, 0, Math.max(0, count - 1));
        for (int index = 0; index < rows.size(); index++) {
            rows.get(index).focus(index == focus);
        }
        if (count > 0) {
            setAccessibleText(rows.get(focus).getAccessibleText());
            measureFocus();
        }
        glide.stop();
        boolean still = jump || getScene() == null || getScene().getPreferences().isReducedMotion();
        if (still) {
            position.set(focus);
            rowsPane.requestLayout();
            keepInView();
        } else if (position.get() != focus) {
            glide.getKeyFrames().setAll(new KeyFrame(GLIDE, new KeyValue(position, focus, Interpolator.EASE_OUT)));
            glide.playFromStart();
        }
    }

    private double scale() {
        return heads.isEmpty() ? 1 : heads.getFirst().getFont().getSize() / (BODY_PIXELS * 0.867);
    }

    /// Heights of all rows out of focus; only when texts or width change.
    private void measure() {
        double scale = scale();
        low = new double[count];
        tall = new double[count];
        for (int index = 0; index < count; index++) {
            GridRow row = rows.get(index);
            row.columns(columns);
            row.focus(false);
            low[index] = Math.max(ROW_HEIGHT * scale, row.wholeHeight());
            tall[index] = low[index];
            row.focus(index == focus);
        }
        measured = true;
        measureFocus();
    }

    private void measureFocus() {
        if (measured && focus < tall.length) {
            tall[focus] = Math.max(2 * ROW_HEIGHT * scale(), rows.get(focus).wholeHeight());
        }
    }

    private double height(int index) {
        double nearness = Math.max(0, 1 - Math.abs(position.get() - index));
        return low[index] + (tall[index] - low[index]) * nearness;
    }

    /// Top of the band: between two rows while it glides.
    private double bandTop() {
        double top = 0;
        int whole = (int) Math.floor(position.get());
        for (int index = 0; index < whole && index < low.length; index++) {
            top += height(index);
        }
        return whole < low.length ? top + (position.get() - whole) * height(whole) : top;
    }

    private double bandHeight() {
        int whole = Math.min((int) Math.floor(position.get()), low.length - 1);
        int next = Math.min(whole + 1, low.length - 1);
        double part = position.get() - whole;
        return tall[whole] * (1 - part) + tall[next] * part;
    }

    private void keepInView() {
        double viewport = scroll.getViewportBounds().getHeight();
        double room = rowsPane.getHeight() - viewport;
        if (!measured || low.length == 0 || room <= 0 || viewport <= 0) {
            return;
        }
        double shown = scroll.getVvalue() * room;
        double margin = Math.min(ROW_HEIGHT * scale(), Math.max(0, (viewport - bandHeight()) / 2));
        double top = bandTop();
        double wanted = Math.max(Math.min(shown, top - margin), top + bandHeight() + margin - viewport);
        scroll.setVvalue(Math.clamp(wanted / room, 0, 1));
    }

    private void clicked(MouseEvent event) {
        double top = 0;
        for (int index = 0; index < Math.min(count, low.length); index++) {
            double bottom = top + height(index);
            if (event.getY() >= top && event.getY() < bottom) {
                int level = columns.at(event.getX());
                if (level >= 0) {
                    onLevel.pressed(index, level);
                } else {
                    onRow.accept(index);
                }
                return;
            }
            top = bottom;
        }
    }

    /// Width of the longest word above the levels; measured again only for other words or other type.
    private double longestWord(int levels) {
        String words = String.join(" ", heads.subList(0, levels).stream().map(Label::getText).toList());
        Font font = levels == 0 ? Font.getDefault() : heads.getFirst().getFont();
        if (!words.equals(measuredWords) || !font.equals(measuredFont)) {
            measuredWords = words;
            measuredFont = font;
            longestWord = 0;
            for (String word : words.split("\\s+")) {
                Text text = new Text(word);
                text.setFont(font);
                longestWord = Math.max(longestWord, Math.ceil(text.getLayoutBounds().getWidth()) + 1);
            }
        }
        return longestWord;
    }

    @Override
    protected void layoutChildren() {
        int levels = (int) heads.stream().filter(Label::isVisible).count();
        GridColumns now = GridColumns.of(getWidth() - SCROLL_BAR_WIDTH, Math.max(1, levels), scale(),
                longestWord(levels) + HEAD_PADDING);
        if (!now.equals(columns) || !measured) {
            columns = now;
            measure();
        }
        double headHeight = 0;
        for (int index = 0; index < levels; index++) {
            headHeight = Math.max(headHeight, heads.get(index).prefHeight(columns.level() - HEAD_PADDING));
        }
        headHeight += HEAD_PADDING;
        for (int index = 0; index < levels; index++) {
            heads.get(index).resizeRelocate(columns.middle(index) - (columns.level() - HEAD_PADDING) / 2, 0,
                    columns.level() - HEAD_PADDING, headHeight - HEAD_PADDING / 2);
        }
        scroll.resizeRelocate(0, headHeight, getWidth(), Math.max(0, getHeight() - headHeight));
        rowsPane.requestLayout();
    }

    /// Lays rows and band out by the position of the focus.
    private final class RowsPane extends Pane {
        @Override
        protected double computePrefHeight(double width) {
            double sum = 0;
            for (int index = 0; index < low.length; index++) {
                sum += low[index];
            }
            return focus < low.length ? sum - low[focus] + tall[focus] : sum;
        }

        @Override
        protected void layoutChildren() {
            if (!measured || count == 0 || low.length != count) {
                return;
            }
            double top = 0;
            for (int index = 0; index < count; index++) {
                double height = height(index);
                rows.get(index).resizeRelocate(0, top, getWidth(), height);
                top += height;
            }
            band.resizeRelocate(0, bandTop(), getWidth(), bandHeight());
            keepInView();
        }
    }
}
