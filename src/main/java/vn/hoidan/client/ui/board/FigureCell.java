package vn.hoidan.client.ui.board;

import javafx.scene.control.TableCell;
import vn.hoidan.client.ui.kit.Figures;
import vn.hoidan.client.ui.kit.Formats;

/// A figure at the right of its cell.
final class FigureCell extends TableCell<BoardTable.Entry, Integer> {
    private final Formats formats;
    private final Figures figures = new Figures();

    FigureCell(Formats formats) {
        this.formats = formats;
    }

    @Override
    protected void updateItem(Integer value, boolean empty) {
        super.updateItem(value, empty);
        setGraphic(empty || value == null ? null : figures);
        if (value != null) {
            figures.show(formats.number(value));
        }
    }
}
