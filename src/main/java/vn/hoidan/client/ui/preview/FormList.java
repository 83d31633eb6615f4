package vn.hoidan.client.ui.preview;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/// A list of lines about the form, each as high as its words need. Enter or a double click goes to what a line is
/// about, Ctrl+C copies its words.
final class FormList<T> extends ListView<T> {
    private static final double SCROLL_BAR_PIXELS = 16;

    private final Function<T, String> words;
    private final Consumer<T> open;

    /// @param looks what a line shows
    /// @param words of a line, to be read out and copied
    /// @param open  goes to what the line is about
    FormList(ObservableList<T> lines, String empty, Function<T, Node> looks, Function<T, String> words,
            Consumer<T> open) {
        super(lines);
        this.words = words;
        this.open = open;
        getStyleClass().add("form-list");
        say(empty);
        setCellFactory(_ -> new Line(looks));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// What is said while there are no lines.
    void say(String empty) {
        Label label = new Label(empty);
        label.getStyleClass().add("secondary");
        label.setWrapText(true);
        setPlaceholder(label);
    }

    private void pressed(KeyEvent event) {
        T chosen = getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            open.accept(chosen);
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(words.apply(chosen));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    private final class Line extends ListCell<T> {
        private final Function<T, Node> looks;

        Line(Function<T, Node> looks) {
            this.looks = looks;
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            // as wide as the list and never wider, so that long words go to the next line
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !isEmpty()) {
                    open.accept(getItem());
                }
            });
        }

        /// A cell of its own accord does not ask its content how high it is at the width there is.
        @Override
        protected double computePrefHeight(double width) {
            double room = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR_PIXELS;
            return getGraphic() == null ? super.computePrefHeight(width)
                    : snappedTopInset() + getGraphic().prefHeight(Math.max(0, room)) + snappedBottomInset();
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : looks.apply(item));
            setAccessibleText(empty || item == null ? "" : words.apply(item));
        }
    }
}
