package vn.hoidan.client.ui.index;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.index.ReportNotes;

/// How the index was counted, from what, and what is not in order: each a line to read.
final class MethodPane extends ScrollPane {
    private final VBox lines = new VBox();

    MethodPane() {
        setId("method");
        lines.getStyleClass().add("index-method");
        setContent(lines);
        setFitToWidth(true);
    }

    void show(IndexReport report, IndexWords words) {
        lines.getChildren().clear();
        head(words.printed("method"));
        ReportNotes.method(report).forEach(note -> line(words.say(note)));
        if (!report.troubles().isEmpty()) {
            head(words.printed("troubles"));
            ReportNotes.troubles(report).forEach(note -> line(words.say(note)));
        }
    }

    private void head(String text) {
        Label head = new Label(text);
        head.getStyleClass().add("subheadline");
        lines.getChildren().add(head);
    }

    private void line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        lines.getChildren().add(line);
    }
}
