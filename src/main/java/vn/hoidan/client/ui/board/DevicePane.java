package vn.hoidan.client.ui.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.quota.Board;

/// The enumerators' devices, those silent longest first, below the files that are awaited.
final class DevicePane extends VBox {
    /// A device silent this long is marked.
    static final Duration LONG_SILENCE = Duration.ofDays(2);

    private final ScreenTools tools;
    private final Texts texts;
    private final Label head = new Label();
    private final VBox rows = new VBox();
    private final AwaitedPane awaited;

    DevicePane(ScreenTools tools, Texts texts) {
        this.tools = tools;
        this.texts = texts;
        getStyleClass().add("devices");
        head.getStyleClass().add("subheadline");
        rows.getStyleClass().add("device-rows");
        awaited = new AwaitedPane(tools, texts);
        VBox all = new VBox(awaited, head, rows);
        all.getStyleClass().add("device-parts");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    void show(List<Board.Device> devices, List<Board.Awaited> laptops) {
        awaited.show(laptops);
        head.setText(texts.get("devices"));
        Instant now = tools.clock().now();
        rows.getChildren().setAll(devices.stream().map(device -> row(device, now)).toList());
    }

    private HBox row(Board.Device device, Instant now) {
        Label person = new Label(device.person());
        person.getStyleClass().add("strong");
        Label area = new Label(device.area() + " · " + texts.get("device.counts",
                tools.formats().number(device.accepted()), tools.formats().number(device.inWork())));
        area.getStyleClass().add("secondary");
        Label sync = new Label(sync(device, now));
        sync.getStyleClass().add("secondary");
        boolean silent = device.lastSync().map(at -> Duration.between(at, now).compareTo(LONG_SILENCE) > 0)
                .orElse(true);
        sync.setGraphic(silent ? Icons.of(Feather.ALERT_TRIANGLE, "waiting") : Icons.of(Feather.CHECK, "good"));
        VBox texts = new VBox(person, area, sync);
        HBox row = new HBox(texts);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("device-row");
        return row;
    }

    private String sync(Board.Device device, Instant now) {
        return device.lastSync().map(at -> {
            long days = tools.formats().daysBetween(at, now);
            return days >= LONG_SILENCE.toDays()
                    ? texts.get("device.silent", days, tools.formats().moment(at, now))
                    : texts.get("device.synced", tools.formats().moment(at, now));
        }).orElse(texts.get("device.never"));
    }
}
