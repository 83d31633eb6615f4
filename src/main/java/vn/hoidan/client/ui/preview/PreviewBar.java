package vn.hoidan.client.ui.preview;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import vn.hoidan.client.app.work.Trial;
import vn.hoidan.client.ui.kit.Icons;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.message.ProblemTexts;

/// The top of the author's window: which form it is, when it was read, and the acts with their keys.
final class PreviewBar extends HBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double WAIT_PIXELS = 18;

    private final PreviewModel model;
    private final Texts texts;
    private final ZoneId zone;
    private final Button open = button("preview-open", Feather.FOLDER);
    private final Button reload = button("preview-reload", Feather.REFRESH_CW);
    private final Button restart = button("preview-restart", Feather.ROTATE_CCW);
    private final Label title = new Label();
    private final Label more = new Label();
    private final ProgressIndicator wait = new ProgressIndicator();
    private final Label formLanguage = new Label();
    private final Button language = button("preview-language", Feather.GLOBE);
    private final Button panel = button("preview-panel-toggle", Feather.SIDEBAR);
    private final Button keys = button("preview-keys", Feather.HELP_CIRCLE);

    /// The acts of the bar that are not the model's.
    record Actions(Runnable open, Runnable language, Runnable keys) {
    }

    PreviewBar(PreviewModel model, Texts texts, ZoneId zone, Actions actions) {
        this.model = model;
        this.texts = texts;
        this.zone = zone;
        getStyleClass().addAll("top-bar", "preview-bar");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("strong");
        title.setId("preview-title");
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        title.setMinWidth(0);
        more.getStyleClass().add("secondary");
        more.setId("preview-more");
        more.setMinWidth(0);
        formLanguage.getStyleClass().add("secondary");
        formLanguage.setMinWidth(Region.USE_PREF_SIZE);
        wait.setMaxSize(WAIT_PIXELS, WAIT_PIXELS);
        wait.visibleProperty().bind(model.reading());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        open.setOnAction(_ -> actions.open().run());
        reload.setOnAction(_ -> model.reload());
        restart.setOnAction(_ -> model.restart());
        language.setOnAction(_ -> actions.language().run());
        panel.setOnAction(_ -> model.togglePanel());
        keys.setOnAction(_ -> actions.keys().run());
        getChildren().addAll(open, reload, restart, title, more, wait, space, formLanguage, language, panel, keys);
        model.state().addListener((_, _, _) -> render());
        model.file().addListener((_, _, _) -> render());
        model.reloaded().addListener((_, _, _) -> render());
        model.problem().addListener((_, _, _) -> render());
        model.changes().addListener((_, _, _) -> renderLanguage());
        render();
    }

    private static Button button(String id, Feather icon) {
        Button button = new Button("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "top-act");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(false);
        return button;
    }

    void render() {
        named(open, texts.get("act.open") + " (Ctrl+O)");
        named(reload, texts.get("act.reload") + " (F5)");
        named(restart, texts.get("act.restart") + " (Ctrl+R)");
        named(panel, texts.get("act.panel") + " (F3)");
        named(keys, texts.get("act.keys") + " (F1)");
        language.setText(texts.get("language.other"));
        named(language, texts.get("act.language") + " (Ctrl+G)");
        reload.setDisable(model.file().get().isEmpty());
        title.setText(heading());
        more.setText(told());
        renderLanguage();
        restart.setDisable(trialShown() == null);
    }

    private void renderLanguage() {
        Trial trial = trialShown();
        formLanguage.setText(trial == null || trial.languages().size() < 2 ? ""
                : texts.get("form.language", trial.language()));
    }

    /// Null while none is shown.
    private Trial trialShown() {
        return switch (model.state().get()) {
            case PreviewState.Filled filled -> filled.trial();
            case PreviewState.Finished finished -> finished.trial();
            case PreviewState.Empty _, PreviewState.Reading _, PreviewState.Refused _ -> null;
        };
    }

    private String heading() {
        Trial trial = trialShown();
        if (trial != null) {
            return trial.questionnaire().version().isBlank() ? trial.questionnaire().title()
                    : texts.get("form.title", trial.questionnaire().title(), trial.questionnaire().version());
        }
        return model.file().get().map(file -> String.valueOf(file.getFileName())).orElse(texts.get("title"));
    }

    private String told() {
        if (model.problem().get().isPresent()) {
            return ProblemTexts.of(model.problem().get().get(), texts.language().now()).what();
        }
        return model.reloaded().get().map(reloaded -> {
            String time = CLOCK.format(reloaded.at().atZone(zone));
            return reloaded.answersNotTaken() == 0 ? texts.get("reloaded", time)
                    : texts.get("reloaded.lost", time, reloaded.answersNotTaken());
        }).orElse("");
    }

    private static void named(Button button, String name) {
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
    }
}
