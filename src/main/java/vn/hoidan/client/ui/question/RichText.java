package vn.hoidan.client.ui.question;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text of the form. Plain words, which most are, are one label; a text with emphasis is set line by line. Empty, it
/// takes no room.
public final class RichText extends VBox {
    private final Label label = new Label();
    private final String style;
    private String shown = "";

    /// @param style style class of the words, whether plain or with emphasis
    public RichText(String style) {
        this.style = style;
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(label);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    public void show(String text) {
        setVisible(!text.isBlank());
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        List<Markup.Line> lines = Markup.lines(text);
        if (lines.stream().allMatch(Markup.Line::plain)) {
            label.setText(String.join("\n", lines.stream().map(Markup.Line::text).toList()));
            if (getChildren().size() != 1 || getChildren().getFirst() != label) {
                getChildren().setAll(label);
            }
        } else {
            List<Node> flows = new ArrayList<>();
            lines.forEach(line -> flows.add(flow(line)));
            getChildren().setAll(flows);
        }
    }

    private TextFlow flow(Markup.Line line) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().addAll(style, "rich");
        if (line.heading() > 0) {
            flow.getStyleClass().add("rich-heading-" + Math.min(3, line.heading()));
        }
        for (Markup.Span span : line.spans()) {
            Text text = new Text(span.text());
            text.getStyleClass().add("rich-words");
            if (span.strong()) {
                text.getStyleClass().add("rich-strong");
            }
            if (span.slanted()) {
                text.getStyleClass().add("rich-slanted");
            }
            flow.getChildren().add(text);
        }
        if (line.spans().isEmpty()) {
            flow.getChildren().add(new Text(" "));
        }
        flow.setAccessibleText(line.text());
        return flow;
    }
}
