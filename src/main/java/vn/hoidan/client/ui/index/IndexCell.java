package vn.hoidan.client.ui.index;

import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vn.hoidan.client.ui.kit.Figures;

/// A line of the index: label, chart, numbers, a note.
final class IndexCell extends ListCell<IndexLine> {
    private static final double INDENT_PIXELS = 18;

    private final Supplier<Axis> axis;
    private final Label label = new Label();
    private final Lane lane = new Lane();
    private final Figures figure = figures("index-figure");
    private final Figures interval = figures("index-interval");
    private final Figures base = figures("index-base");
    private final Label note = new Label();
    private final HBox row;

    /// @param axis   of the page
    /// @param charts the page has a chart
    /// @param wide   there is room for every column
    IndexCell(Supplier<Axis> axis, ObservableBooleanValue charts, ObservableBooleanValue wide) {
        this.axis = axis;
        label.getStyleClass().add("index-label");
        label.setWrapText(true);
        note.getStyleClass().addAll("index-note", "secondary");
        note.setWrapText(true);
        lane.setMaxHeight(Double.MAX_VALUE);
        lane.visibleProperty().bind(charts);
        lane.managedProperty().bind(charts);
        base.visibleProperty().bind(wide);
        base.managedProperty().bind(wide);
        note.visibleProperty().bind(wide);
        note.managedProperty().bind(wide);
        HBox.setHgrow(lane, Priority.ALWAYS);
        row = new HBox(label, lane, figure, interval, base, note);
        row.getStyleClass().add("index-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        row.setPrefWidth(1);
    }

    private static Figures figures(String style) {
        Figures figures = new Figures();
        figures.getStyleClass().add(style);
        return figures;
    }

    @Override
    protected void updateItem(IndexLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        label.setText(line.label());
        label.setPadding(new Insets(0, 0, 0, line.depth() * INDENT_PIXELS));
        label.getStyleClass().remove("strong");
        if (line.depth() == 0) {
            label.getStyleClass().add("strong");
        }
        lane.show(axis.get(), line.dot());
        figure.show(line.figure());
        interval.show(line.interval());
        base.show(line.base());
        note.setText(line.note());
        setAccessibleText(line.detail());
        setGraphic(row);
    }
}
