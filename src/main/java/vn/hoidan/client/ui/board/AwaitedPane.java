package vn.hoidan.client.ui.board;

import java.time.Instant;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.quota.Board;

/// Files that interviews name and the office does not have: whose laptop has them, since when, and what to do. Nothing
/// is there while none is awaited.
final class AwaitedPane extends VBox {
    private final ScreenTools tools;
    private final Texts texts;

    AwaitedPane(ScreenTools tools, Texts texts) {
        this.tools = tools;
        this.texts = texts;
        getStyleClass().add("device-rows");
    }

    /// @param laptops longest awaited first
    void show(List<Board.Awaited> laptops) {
        setVisible(!laptops.isEmpty());
        setManaged(!laptops.isEmpty());
        Label head = new Label(texts.get("awaited",
                tools.formats().number(laptops.stream().mapToLong(Board.Awaited::interviews).sum())));
        head.getStyleClass().add("subheadline");
        head.setGraphic(Icons.of(Feather.PAPERCLIP, "waiting"));
        Instant now = tools.clock().now();
        getChildren().setAll(head);
        laptops.forEach(laptop -> getChildren().add(row(laptop, now)));
    }

    private VBox row(Board.Awaited laptop, Instant now) {
        Label person = new Label(laptop.person());
        person.getStyleClass().add("strong");
        Label counts = secondary(texts.get("awaited.counts", tools.formats().number(laptop.interviews()),
                tools.formats().number(laptop.files()), tools.formats().moment(laptop.since(), now)));
        Label device = secondary(texts.get("awaited.laptop", laptop.laptop()));
        Label advice = new Label(texts.get(laptop.replaced() ? "awaited.replaced" : "awaited.ask"));
        advice.setWrapText(true);
        VBox row = new VBox(person, counts, device, advice);
        row.getStyleClass().add("device-row");
        return row;
    }

    private static Label secondary(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("secondary");
        label.setWrapText(true);
        return label;
    }
}
