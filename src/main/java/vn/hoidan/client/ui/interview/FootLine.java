package vn.hoidan.client.ui.interview;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.SaveState;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.message.ProblemTexts;

/// The foot of the screen: is everything on the disk, and the keys of the moment.
final class FootLine extends HBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass SAVING = PseudoClass.getPseudoClass("saving");

    private final Texts texts;
    private final ZoneId zone;
    private final Label save = new Label();
    private final StackPane icon = new StackPane();
    private final Region savedIcon = new StackPane(Icons.of(Feather.CHECK, "foot-saved"));
    private final Region savingIcon = new Region();
    private final Region failedIcon = new StackPane(Icons.of(Feather.ALERT_TRIANGLE, "bad"));
    private final Button again = new Button();
    private final HBox hints = new HBox();
    private List<KeyHint> shownHints = List.of();

    FootLine(Texts texts, ZoneId zone, Runnable onAgain) {
        this.texts = texts;
        this.zone = zone;
        getStyleClass().add("foot");
        setAlignment(Pos.CENTER_LEFT);
        save.getStyleClass().add("foot-save");
        save.setAccessibleRole(AccessibleRole.TEXT);
        icon.getStyleClass().add("foot-icon");
        savingIcon.getStyleClass().add("foot-dot");
        again.getStyleClass().addAll("danger", "small");
        again.setFocusTraversable(false);
        again.setOnAction(event -> onAgain.run());
        again.managedProperty().bind(again.visibleProperty());
        hints.getStyleClass().add("foot-hints");
        hints.setAlignment(Pos.CENTER_RIGHT);
        hints.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(icon, save, again, gap, hints);
    }

    void show(SaveState state) {
        boolean failed = state instanceof SaveState.Failed;
        switch (state) {
            case SaveState.Saved saved -> {
                save.setText(texts.get("save.saved", CLOCK.format(saved.at().atZone(zone))));
                icon.getChildren().setAll(savedIcon);
            }
            case SaveState.Saving _ -> {
                save.setText(texts.get("save.saving"));
                icon.getChildren().setAll(savingIcon);
            }
            case SaveState.NotKept _ -> {
                save.setText(texts.get("save.notkept"));
                icon.getChildren().setAll(Icons.of(Feather.EYE, "quiet"));
            }
            case SaveState.Failed problem -> {
                ProblemTexts told = ProblemTexts.of(problem.problem(), texts.language().now());
                save.setText(texts.get("save.failed", told.what(), told.next()));
                icon.getChildren().setAll(failedIcon);
            }
        }
        again.setText(texts.get("save.again"));
        again.setVisible(failed);
        hints.setVisible(!failed);
        hints.setManaged(!failed);
        save.setWrapText(failed);
        save.pseudoClassStateChanged(FAILED, failed);
        save.pseudoClassStateChanged(SAVING, state instanceof SaveState.Saving);
    }

    void hints(List<KeyHint> now) {
        if (now.equals(shownHints)) {
            return;
        }
        shownHints = now;
        hints.getChildren().clear();
        for (KeyHint hint : now) {
            Label keys = new Label(hint.keys());
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Label act = new Label(hint.act());
            act.getStyleClass().add("secondary");
            act.setMinWidth(Region.USE_PREF_SIZE);
            HBox pair = new HBox(keys, act);
            pair.getStyleClass().add("foot-hint");
            pair.setAlignment(Pos.CENTER_LEFT);
            hints.getChildren().add(pair);
        }
    }
}
