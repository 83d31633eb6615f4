package vn.hoidan.client.ui.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.pack.FormRemark;

/// Errors and warnings of a form with their cells, grouped by sheet: the whole page when the form cannot be asked, else
/// a list beside it.
final class RemarkPage extends ScrollPane {
    /// More are not shown: nobody mends hundreds at once, and each is several controls.
    private static final int MOST_SHOWN = 200;

    private final Texts texts;
    private final VBox box = new VBox();

    RemarkPage(Texts texts) {
        this.texts = texts;
        getStyleClass().add("remark-page");
        box.getStyleClass().add("remark-box");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
    }

    /// @param refused the form cannot be asked at all
    void show(List<FormRemark> remarks, boolean refused) {
        box.getChildren().clear();
        long errors = remarks.stream().filter(FormRemark::isError).count();
        Label title = new Label(refused ? texts.get("remarks.refused") : remarks.isEmpty()
                ? texts.get("remarks.none") : texts.get("remarks.some"));
        title.getStyleClass().add(refused ? "headline" : "subheadline");
        title.setWrapText(true);
        box.getChildren().add(title);
        if (refused) {
            Label lead = new Label(texts.get("remarks.count", errors, remarks.size() - errors));
            lead.getStyleClass().add("secondary");
            lead.setWrapText(true);
            box.getChildren().add(lead);
        }
        Map<String, VBox> sheets = new LinkedHashMap<>();
        remarks.stream().limit(MOST_SHOWN).forEach(remark -> sheets
                .computeIfAbsent(remark.sheet(), this::sheet).getChildren().add(line(remark)));
        if (remarks.size() > MOST_SHOWN) {
            box.getChildren().add(new Label(texts.get("remarks.more", remarks.size() - MOST_SHOWN)));
        }
        setVvalue(0);
        setAccessibleText(title.getText());
    }

    private VBox sheet(String name) {
        Label head = new Label(name.isEmpty() ? texts.get("remarks.form") : texts.get("remarks.sheet", name));
        head.getStyleClass().add("subheadline");
        VBox lines = new VBox(head);
        lines.getStyleClass().add("remark-sheet");
        box.getChildren().add(lines);
        return lines;
    }

    private HBox line(FormRemark remark) {
        String language = texts.language().now();
        String kind = texts.get("remark." + remark.severity().code());
        Label sign = new Label(kind, remark.isError() ? Icons.of(Feather.ALERT_OCTAGON, "bad")
                : Icons.of(Feather.ALERT_TRIANGLE, "waiting"));
        sign.getStyleClass().add("remark-kind");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        Label place = words(remark.place().in(language), "secondary");
        Label what = words(remark.what().in(language), "strong");
        Label mend = words(remark.mend().in(language), "remark-mend");
        VBox column = new VBox(place, what, mend);
        column.getStyleClass().add("remark-words");
        HBox.setHgrow(column, Priority.ALWAYS);
        HBox line = new HBox(sign, column);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("remark");
        line.setAccessibleRole(AccessibleRole.LIST_ITEM);
        line.setAccessibleText(kind + ": " + remark.oneLine(language));
        return line;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
