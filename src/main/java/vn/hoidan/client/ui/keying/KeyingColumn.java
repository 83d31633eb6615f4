package vn.hoidan.client.ui.keying;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// The form as one narrow column. The row in focus stays at one height of the screen and the others move past it, so
/// that eyes need not look for it.
final class KeyingColumn extends Region {
    private static final int MOST_BEFORE = 10;
    private static final int MOST_AFTER = 16;
    /// Height of the focus, in parts of the column's.
    private static final double FOCUS_HEIGHT = 0.34;

    private final EntryBand band;
    private final VBox before = new VBox();
    private final VBox after = new VBox();
    private final List<RowNode> rowsBefore = new ArrayList<>();
    private final List<RowNode> rowsAfter = new ArrayList<>();

    KeyingColumn(EntryBand band, KeyedText keyedText) {
        this.band = band;
        getStyleClass().add("keying-column");
        before.setAlignment(Pos.BOTTOM_LEFT);
        IntStream.range(0, MOST_BEFORE).forEach(_ -> rowsBefore.add(new RowNode(keyedText)));
        IntStream.range(0, MOST_AFTER).forEach(_ -> rowsAfter.add(new RowNode(keyedText)));
        getChildren().addAll(before, after, band);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    void show(KeyingRows rows, int place) {
        show(rows, Math.max(0, place - MOST_BEFORE), place, rowsBefore, before);
        show(rows, place + 1, Math.min(rows.end(), place + 1 + MOST_AFTER), rowsAfter, after);
        requestLayout();
    }

    private static void show(KeyingRows rows, int from, int to, List<RowNode> nodes, VBox into) {
        List<RowNode> used = nodes.subList(0, Math.max(0, to - from));
        for (int row = from; row < to; row++) {
            used.get(row - from).show(rows.at(row), row == 0 ? List.of() : rows.at(row - 1).headings());
        }
        if (!into.getChildren().equals(used)) {
            into.getChildren().setAll(used);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double bandHeight = Math.min(band.prefHeight(width), getHeight());
        double top = snapPositionY(Math.clamp(getHeight() * FOCUS_HEIGHT, 0, getHeight() - bandHeight));
        band.resizeRelocate(snappedLeftInset(), top, width, bandHeight);
        double beforeHeight = before.prefHeight(width);
        before.resizeRelocate(snappedLeftInset(), top - beforeHeight, width, beforeHeight);
        double bottom = top + bandHeight;
        after.resizeRelocate(snappedLeftInset(), bottom, width, after.prefHeight(width));
    }
}
