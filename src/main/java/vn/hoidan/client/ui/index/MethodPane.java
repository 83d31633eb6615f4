package vn.hoidan.client.ui.index;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import vn.hoidan.core.index.IndexReport;

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
        method(report, words).forEach(this::line);
        if (!report.troubles().isEmpty()) {
            head(words.printed("troubles"));
            report.troubles().forEach(trouble -> line(words.printed("trouble." + trouble.kind().code(),
                    trouble.where(), words.count(trouble.count()))));
        }
    }

    private static List<String> method(IndexReport report, IndexWords words) {
        List<String> texts = new ArrayList<>();
        texts.add(words.printed("method.rule", report.rule().name(), report.rule().version()));
        texts.add(words.printed("method.item." + report.rule().item().code()));
        texts.add(words.printed("method.blanks." + report.rule().blanks().code()));
        texts.add(words.printed("method.aggregation." + report.rule().aggregation().code()));
        texts.add(words.printed("method.weights"));
        if (!report.data().raked().isEmpty()) {
            texts.add(words.printed("method.raked", String.join(", ", report.data().raked())));
        }
        texts.add(words.printed("method.error", words.whole(report.rule().confidence())));
        texts.add(words.printed("method.lonely." + report.rule().lonely().code()));
        texts.add(words.printed("method.small", report.rule().smallestBase()));
        report.data().seed().ifPresent(seed -> texts.add(words.printed("method.seed", String.valueOf(seed))));
        new TreeMap<>(report.data().forms()).forEach((form, count) ->
                texts.add(words.printed("method.form", form, words.count(count))));
        new TreeMap<>(report.data().waiting()).forEach((reason, count) ->
                texts.add(words.printed("method.waiting", words.count(count), reason)));
        texts.add(words.printed("method.fingerprint", report.data().fingerprint()));
        return texts;
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
