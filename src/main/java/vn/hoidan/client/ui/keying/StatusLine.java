package vn.hoidan.client.ui.keying;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.client.ui.kit.Formats;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.interview.KeyingRates;
import vn.hoidan.message.ProblemTexts;

/// The foot: is everything on the disk, how fast hands are, what is still open, how often two keyings differed.
final class StatusLine extends HBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final int HUNDREDTHS = 100;

    private final Texts texts;
    private final Formats formats;
    private final ZoneId zone;
    private final Label save = new Label();
    private final Label open = figure();
    private final Label perHour = figure();
    private final Label perField = figure();
    private final Label rate = figure();
    private final FlowPane figures = new FlowPane(open, perHour, perField, rate);

    StatusLine(Texts texts, Formats formats, ZoneId zone) {
        this.texts = texts;
        this.formats = formats;
        this.zone = zone;
        getStyleClass().add("keying-foot");
        save.setAccessibleRole(AccessibleRole.TEXT);
        save.setWrapText(true);
        save.getStyleClass().add("keying-save");
        figures.getStyleClass().add("keying-figures");
        HBox.setHgrow(figures, Priority.ALWAYS);
        getChildren().addAll(save, figures);
    }

    private static Label figure() {
        Label label = new Label();
        label.getStyleClass().add("secondary");
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    void show(KeyingModel model) {
        save(model.saveState());
        KeyStrokes strokes = model.strokes();
        open.setText(texts.get("status.open", model.rows().open()));
        perHour.setText(strokes.perHour() == 0 ? texts.get("status.keys", formats.number(strokes.keys()))
                : texts.get("status.perHour", formats.number(strokes.perHour())));
        perField.setText(strokes.fields() == 0 ? "" : texts.get("status.perField", hundredths(strokes.perField())));
        rate.setText(model.surroundings().map(known -> rate(known.overview().rates())).orElse(""));
    }

    private String rate(KeyingRates rates) {
        return rates.forms() == 0 ? texts.get("status.noRate")
                : texts.get("status.rate", formats.share(rates.share()), rates.forms());
    }

    /// `1.04`, with a comma in Vietnamese.
    private String hundredths(double value) {
        long rounded = Math.round(value * HUNDREDTHS);
        String comma = texts.language().now().equals("vi") ? "," : ".";
        return rounded / HUNDREDTHS + comma + "%02d".formatted(rounded % HUNDREDTHS);
    }

    private void save(SaveState state) {
        boolean failed = state instanceof SaveState.Failed;
        switch (state) {
            case SaveState.Saved saved -> {
                save.setText(texts.get("save.saved", CLOCK.format(saved.at().atZone(zone))));
                save.setGraphic(Icons.of(Feather.CHECK, "good"));
            }
            case SaveState.Saving _ -> {
                save.setText(texts.get("save.saving"));
                save.setGraphic(Icons.of(Feather.CIRCLE, "quiet"));
            }
            case SaveState.NotKept _ -> throw new IllegalStateException("paper is keyed to be kept");
            case SaveState.Failed problem -> {
                ProblemTexts told = ProblemTexts.of(problem.problem(), texts.language().now());
                save.setText(texts.get("save.failed", told.what(), told.next()));
                save.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "bad"));
            }
        }
        save.pseudoClassStateChanged(FAILED, failed);
        figures.setVisible(!failed);
        figures.setManaged(!failed);
    }
}
