package vn.hoidan.client.ui.kit;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Callback;

/// Lists of equal rows that fill the room below them. Their rows grow with the text, and they keep room for a few of
/// them, whatever stands above.
public final class Rows {
    private static final int FEWEST_IN_VIEW = 4;

    private Rows() {
    }

    /// @param id     of the list
    /// @param pixels height of a row at 100 %
    public static <T> void prepare(ListView<T> list, String id, double pixels, Looks looks,
            Callback<ListView<T>, ListCell<T>> cells) {
        list.setId(id);
        list.getStyleClass().add("rows");
        list.fixedCellSizeProperty().bind(looks.scale().multiply(pixels));
        list.minHeightProperty().bind(looks.scale().multiply(pixels * FEWEST_IN_VIEW));
        list.setCellFactory(cells);
        VBox.setVgrow(list, Priority.ALWAYS);
    }
}
