package vn.hoidan.client.ui.keying;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.hoidan.client.ui.kit.Figures;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.interview.Keyed;

/// A row that is not in focus: its number, its words on one line, what was keyed; a heading above it where one begins.
final class RowNode extends VBox {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final KeyedText keyedText;
    private final Label heading = new Label();
    private final Figures number = new Figures();
    private final Label words = new Label();
    private final Label value = new Label();

    RowNode(KeyedText keyedText) {
        this.keyedText = keyedText;
        getStyleClass().add("keying-row");
        heading.getStyleClass().add("keying-heading");
        heading.managedProperty().bind(heading.visibleProperty());
        number.getStyleClass().add("keying-number");
        words.getStyleClass().add("keying-words");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        value.getStyleClass().add("keying-row-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(number, words, value);
        line.getStyleClass().add("keying-line");
        getChildren().addAll(heading, line);
    }

    /// @param before headings of the row above
    void show(KeyingRow row, List<String> before) {
        String added = heading(row.headings(), before);
        heading.setText(added);
        heading.setVisible(!added.isEmpty());
        switch (row) {
            case KeyingRow.Ask ask -> {
                number.show(String.valueOf(ask.number()));
                words.setText(Markup.plain(ask.question().label()));
                value.setText(keyedText.row(ask.question(), ask.keyed()));
                value.pseudoClassStateChanged(MARKED, ask.keyed() instanceof Keyed.Marked);
                pseudoClassStateChanged(OPEN, !ask.isKeyed());
            }
            case KeyingRow.More more -> {
                number.show("");
                words.setText(keyedText.texts().get("row.more",
                        Markup.plain(more.repeat().label())));
                value.setText("");
                pseudoClassStateChanged(OPEN, true);
            }
        }
    }

    /// Headings on one line, outermost first.
    static String trail(List<String> headings) {
        return String.join("  ›  ", headings.stream().map(Markup::plain).toList());
    }

    /// The headings that the row above does not stand under; the whole of them where the section changes.
    static String heading(List<String> now, List<String> before) {
        int same = 0;
        while (same < now.size() && same < before.size() && now.get(same).equals(before.get(same))) {
            same++;
        }
        return same == now.size() ? "" : trail(now.subList(same, now.size()));
    }
}
