package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Texts;

/// The sections on the left, with what is done, open and to mend, and the end below them.
final class SectionList extends ScrollPane {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private final Texts texts;
    private final IntConsumer onSection;
    private final VBox box = new VBox();
    private final List<Line> lines = new ArrayList<>();
    private final Line end;

    /// @param onSection told the place of a section that was clicked; the number of sections for the end
    SectionList(Texts texts, IntConsumer onSection) {
        this.texts = texts;
        this.onSection = onSection;
        this.end = new Line(() -> onSection.accept(lines.size()));
        getStyleClass().add("sections");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setContent(box);
        box.getStyleClass().add("section-box");
        box.getChildren().add(end);
    }

    void show(List<? extends SectionLine> shown, boolean atEnd) {
        while (lines.size() < shown.size()) {
            int index = lines.size();
            Line line = new Line(() -> onSection.accept(index));
            lines.add(line);
            box.getChildren().add(index, line);
        }
        while (lines.size() > shown.size()) {
            box.getChildren().remove(lines.removeLast());
        }
        for (int index = 0; index < shown.size(); index++) {
            lines.get(index).show(shown.get(index));
        }
        end.showEnd(atEnd);
    }

    /// One line; its parts are made once.
    private final class Line extends HBox {
        private final Label name = new Label();
        private final Label comments = new Label();
        private final Label count = new Label();
        private final StackPane tick = new StackPane(Icons.of(Feather.CHECK, "section-tick"));
        private final StackPane warning = new StackPane(Icons.of(Feather.ALERT_CIRCLE, "section-warning"));
        /// Null until one is shown.
        private SectionLine line;

        Line(Runnable onPress) {
            getStyleClass().add("section");
            name.getStyleClass().add("section-name");
            name.setWrapText(true);
            name.setMaxWidth(Double.MAX_VALUE);
            count.getStyleClass().add("section-count");
            count.setMinWidth(USE_PREF_SIZE);
            comments.getStyleClass().add("section-comments");
            comments.setGraphic(Icons.of(Feather.MESSAGE_SQUARE, "quiet"));
            comments.managedProperty().bind(comments.textProperty().isNotEmpty());
            comments.visibleProperty().bind(comments.textProperty().isNotEmpty());
            VBox words = new VBox(name, comments);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            setAlignment(Pos.CENTER_LEFT);
            StackPane mark = new StackPane(tick, warning);
            mark.getStyleClass().add("section-mark");
            tick.setVisible(false);
            warning.setVisible(false);
            getChildren().addAll(words, count, mark);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setOnMouseClicked(event -> onPress.run());
        }

        void show(SectionLine now) {
            if (now.equals(line)) {
                return;
            }
            line = now;
            name.setText(now.label());
            count.setText(now.progress().asked() == 0 || now.done() ? ""
                    : now.progress().answered() + "/" + now.progress().asked());
            if (now.toMend() > 0) {
                count.setText(texts.get("section.mend", now.toMend()));
            }
            comments.setText(now.comments() == 0 ? "" : texts.get("section.comments", now.comments()));
            tick.setVisible(now.done());
            warning.setVisible(now.toMend() > 0);
            pseudoClassStateChanged(CURRENT, now.current());
            setAccessibleText(now.label() + ", " + now.progress().answered() + "/" + now.progress().asked()
                    + (now.toMend() == 0 ? "" : ", " + count.getText())
                    + (now.comments() == 0 ? "" : ", " + comments.getText()));
            if (now.current()) {
                reveal();
            }
        }

        void showEnd(boolean current) {
            name.setText(texts.get("section.end"));
            setAccessibleText(name.getText());
            pseudoClassStateChanged(CURRENT, current);
            if (current) {
                reveal();
            }
        }

        private void reveal() {
            double room = box.getHeight() - getViewportBounds().getHeight();
            if (room > 0) {
                double middle = getBoundsInParent().getCenterY() - getViewportBounds().getHeight() / 2;
                setVvalue(Math.clamp(middle / room, 0, 1));
            }
        }
    }
}
