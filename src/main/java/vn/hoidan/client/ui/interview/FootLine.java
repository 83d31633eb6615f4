package vn.hoidan.client.ui.interview;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.KeyOffer;
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
    private final HintBar hints = new HintBar();
    private final Button back = new Button();
    private final Button next = new Button();

    /// @param onBack the act that Backspace has
    /// @param onNext the act that Enter has
    FootLine(Texts texts, ZoneId zone, Runnable onAgain, Runnable onBack, Runnable onNext) {
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
        HBox.setHgrow(hints, Priority.ALWAYS);
        back.setGraphic(Icons.of(Feather.CHEVRON_LEFT));
        back.setOnAction(event -> onBack.run());
        next.setGraphic(Icons.of(Feather.CHEVRON_RIGHT));
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.setOnAction(event -> onNext.run());
        for (Button act : List.of(back, next)) {
            act.setFocusTraversable(false);
            act.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox acts = new HBox(back, next);
        acts.getStyleClass().add("foot-acts");
        acts.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(icon, save, again, hints, acts);
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
        back.setText(texts.get("act.back"));
        next.setText(texts.get("act.next"));
        again.setVisible(failed);
        hints.setVisible(!failed);
        hints.setManaged(!failed);
        save.setWrapText(failed);
        save.setMinWidth(failed ? 0 : Region.USE_PREF_SIZE);
        HBox.setHgrow(save, failed ? Priority.ALWAYS : Priority.NEVER);
        save.pseudoClassStateChanged(FAILED, failed);
        save.pseudoClassStateChanged(SAVING, state instanceof SaveState.Saving);
    }

    /// @param on there is something to go on to
    void goesOn(boolean on) {
        next.setDisable(!on);
    }

    void hints(List<KeyOffer> now) {
        hints.show(now);
    }
}
