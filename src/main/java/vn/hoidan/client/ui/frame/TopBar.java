package vn.hoidan.client.ui.frame;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.machine.BackupPlace;
import vn.hoidan.client.app.store.StoreStatus;
import vn.hoidan.client.app.sync.SyncStatus;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Shown;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Tips;
import vn.hoidan.core.survey.Person;

/// Survey and area on the left; network, sync, language, person and lock on the right.
final class TopBar extends HBox {
    private static final int TIGHT_PERCENT = 150;

    private final FrameModel model;
    private final ScreenTools tools;
    private final Texts texts;
    /// Bytes of a tenth of a megabyte.
    private static final long BYTES_OF_A_TENTH = 100_000;

    private final Button back = button("frame-back", Feather.ARROW_LEFT);
    private final Label survey = new Label();
    private final Label area = new Label();
    private final Label network = new Label();
    private final Button sync = button("frame-sync", Feather.REFRESH_CW);
    private final Label waiting = new Label();
    private final Button networkSwitch = button("frame-network", Feather.WIFI);
    private final Button language = button("frame-language", Feather.GLOBE);
    private final LookMenu look;
    private final Button keys = button("frame-keys", Feather.HELP_CIRCLE);
    private final Label person = new Label();
    private final Button copies = button("frame-copies", Feather.SAVE);
    private final Button carry = button("frame-carry", Feather.SEND);
    private final Button pin = button("frame-pin", Feather.KEY);
    private final Button lock = button("frame-lock", Feather.LOCK);
    private final Shown parts;
    private final Shown onSync;

    /// The acts of the bar.
    record Actions(Runnable back, Runnable keys, Runnable lock, Runnable pin, Runnable copies,
            Runnable carry) {
    }

    TopBar(FrameModel model, ScreenTools tools, Texts texts, Actions actions) {
        this.model = model;
        this.tools = tools;
        this.texts = texts;
        look = new LookMenu(tools.looks(), texts);
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        survey.getStyleClass().add("strong");
        area.getStyleClass().add("secondary");
        area.setMinWidth(0);
        network.getStyleClass().add("secondary");
        network.setId("network-state");
        network.setMinWidth(Region.USE_PREF_SIZE);
        waiting.getStyleClass().add("waiting-count");
        person.getStyleClass().add("initials");
        person.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox signs = new HBox(6);
        Node round = Icons.of(Feather.REFRESH_CW);
        onSync = new Shown(signs.getChildren(), List.of(round, waiting));
        onSync.show(round, true);
        sync.setGraphic(signs);
        back.setOnAction(_ -> actions.back().run());
        sync.setOnAction(_ -> model.sync());
        networkSwitch.setOnAction(_ -> model.switchNetwork());
        language.setOnAction(_ -> tools.language().next());
        keys.setOnAction(_ -> actions.keys().run());
        copies.setOnAction(_ -> actions.copies().run());
        carry.setOnAction(_ -> actions.carry().run());
        pin.setOnAction(_ -> actions.pin().run());
        lock.setOnAction(_ -> actions.lock().run());
        parts = new Shown(getChildren(), List.of(back, survey, area, space, network, sync, networkSwitch, look,
                language, keys, person, copies, carry, pin, lock));
        List.of(survey, space, look, language, keys).forEach(always -> parts.show(always, true));
        model.workplace().addListener((_, _, _) -> render());
        tools.looks().property().addListener((_, _, _) -> render());
        model.copies().addListener((_, _, _) -> renderCopies());
        model.status().addListener((_, _, _) -> renderSync());
        model.survey().addListener((_, _, _) -> render());
        model.networkOn().addListener((_, _, _) -> render());
    }

    private static Button button(String id, Feather icon) {
        Button button = new Button("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "top-act");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    void canGoBack(boolean possible) {
        parts.show(back, possible);
    }

    void render() {
        survey.setText(model.survey().get().map(known -> known.name().in(tools.language().now()))
                .orElse(texts.get("brand")));
        area.setText(model.workplace().get().map(now -> now.profile().person().areaName()).orElse(""));
        named(back, texts.get("back"));
        named(keys, texts.get("keys") + " (F1)");
        named(carry, texts.get("carry") + " (Ctrl+K)");
        named(pin, texts.get("pin") + " (Ctrl+P)");
        named(lock, texts.get("lock") + " (Ctrl+L)");
        look.render();
        language.setText(texts.get("language.other"));
        named(language, texts.get("language.say") + " (Ctrl+G)");
        boolean on = model.networkOn().get();
        networkSwitch.setText(tight() ? "" : texts.get(on ? "practice.networkOn" : "practice.networkOff"));
        networkSwitch.setGraphic(Icons.of(on ? Feather.TOGGLE_RIGHT : Feather.TOGGLE_LEFT, on ? "good" : "quiet"));
        named(networkSwitch, texts.get("practice.networkSay") + " (Ctrl+M)");
        boolean working = model.workplace().get().isPresent();
        parts.show(networkSwitch, model.isPractice());
        List.of(area, network, sync, person, copies, carry, pin, lock).forEach(each -> parts.show(each, working));
        model.workplace().get().map(Workplace::profile).ifPresent(profile -> {
            Person who = profile.person();
            person.setText(profile.initials());
            Tips.say(person, who.name());
            person.setAccessibleText(who.name());
        });
        renderCopies();
        renderSync();
    }

    /// Large text leaves room for signs only; their words are told by the pointer and to a screen reader.
    private boolean tight() {
        return tools.looks().now().textPercent() >= TIGHT_PERCENT;
    }

    private static void named(Button button, String name) {
        Tips.say(button, name);
        button.setAccessibleText(name);
    }

    /// When the newest copy was made, and by its sign whether it is where it protects.
    private void renderCopies() {
        StoreStatus status = model.copies().get();
        Optional<Instant> last = status.place().flatMap(BackupPlace::newest);
        Optional<String> at = last.map(time -> tools.formats().moment(time, tools.clock().now()));
        boolean elsewhere = status.place().flatMap(BackupPlace::chosen).isPresent();
        copies.setGraphic(Icons.of(Feather.SAVE, status.problem().isPresent() ? "waiting"
                : elsewhere && last.isPresent() ? "good" : "quiet"));
        copies.setText(tight() ? "" : at.orElse(""));
        named(copies, at.map(time -> texts.get("copies.last", time)).orElse(texts.get("copies.never")) + " (Ctrl+B)");
    }

    private void renderSync() {
        model.status().get().ifPresent(status -> {
            String state = texts.get(switch (status.network()) {
                case UNKNOWN -> "network.unknown";
                case REACHED -> "network.reached";
                case NOT_REACHED -> "network.notReached";
            });
            String last = status.lastSync()
                    .map(at -> texts.get("sync.last", tools.formats().moment(at, tools.clock().now())))
                    .orElse(texts.get("sync.never"));
            network.setText(tight() ? state : state + " · " + last);
            Tips.say(network, state + " · " + last);
            network.setGraphic(switch (status.network()) {
                case UNKNOWN -> Icons.of(Feather.WIFI, "quiet");
                case REACHED -> Icons.of(Feather.WIFI, "good");
                case NOT_REACHED -> Icons.of(Feather.WIFI_OFF, "waiting");
            });
            sync.setText(tight() ? "" : texts.get(status.running() ? "sync.running" : "sync"));
            sync.setDisable(status.running());
            waiting.setText(waiting(status));
            onSync.show(waiting, !waiting.getText().isEmpty());
            String what = status.files().count() == 0 ? texts.get("sync.say", status.waiting())
                    : texts.get("sync.say.files", status.waiting(), status.files().count());
            Tips.say(waiting, what);
            named(sync, what + " (Ctrl+D)");
        });
    }

    private String waiting(SyncStatus status) {
        return status.progress().filter(_ -> status.running())
                .map(progress -> texts.get("sync.progress", progress.sent(), progress.toSend()))
                .orElse(status.waiting() > 0 ? tools.formats().number(status.waiting()) : files(status));
    }

    /// Files go after the records, so they are told of only when no record waits.
    private String files(SyncStatus status) {
        return status.files().count() == 0 ? "" : texts.get(status.running() ? "sync.files.running" : "sync.files",
                status.files().count(), tools.formats().exact(
                        BigDecimal.valueOf(status.files().bytes() / BYTES_OF_A_TENTH, 1)));
    }
}
