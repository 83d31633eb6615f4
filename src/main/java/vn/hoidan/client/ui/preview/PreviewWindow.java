package vn.hoidan.client.ui.preview;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.util.Duration;
import vn.hoidan.client.app.work.Trial;
import vn.hoidan.client.ui.interview.InterviewScreens;
import vn.hoidan.client.ui.interview.InterviewViewModel;
import vn.hoidan.client.ui.kit.KeyHint;
import vn.hoidan.client.ui.kit.KeySheet;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;

/// The author's window: on the left the form, filled in with the screen of the field; on the right, when wanted, what
/// the form says of itself. All methods belong to the window's thread.
public final class PreviewWindow {
    private static final String ROOM = "vn/hoidan/client/ui/preview/preview";
    private static final double WIDTH_PIXELS = 1366;
    private static final double HEIGHT_PIXELS = 800;
    /// Between two looks at the file.
    private static final Duration LOOK = Duration.millis(700);
    /// Typing must not wait for the panel.
    private static final Duration STILL = Duration.millis(150);
    /// Share of the window that the form has.
    private static final double FORM_SHARE = 0.66;
    private static final List<KeyCode> TABS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);

    private final Stage stage;
    private final PreviewModel model;
    private final Language language;
    private final InterviewScreens screens;
    private final Texts texts;
    private final PreviewBar bar;
    private final PreviewPanel panel;
    private final RemarkPage refused;
    private final MessagePage message;
    private final KeySheet sheet;
    private final SplitPane split = new SplitPane();
    private final StackPane content = new StackPane();
    private final StackPane root;
    private final PauseTransition still = new PauseTransition(STILL);
    private final Timeline looks;
    private Optional<Shown> shown = Optional.empty();

    /// The form on the screen.
    private record Shown(Trial trial, InterviewViewModel interview, Screen screen) {
    }

    /// @param screens makes the screen on which the form is filled in
    public PreviewWindow(Stage stage, PreviewModel model, Language language, InterviewScreens screens) {
        this.stage = stage;
        this.model = model;
        this.language = language;
        this.screens = screens;
        texts = new Texts(ROOM, language);
        bar = new PreviewBar(model, texts, screens.zone(),
                new PreviewBar.Actions(this::choose, language::next, this::keys));
        panel = new PreviewPanel(model, texts, this::goTo);
        refused = new RemarkPage(texts);
        refused.getStyleClass().add("remark-page-large");
        message = new MessagePage(texts, new MessagePage.Actions(this::choose, model::restart, model::goOn));
        sheet = new KeySheet(texts);
        BorderPane frame = new BorderPane(content);
        frame.setTop(bar);
        root = Theme.styled(new StackPane(frame, sheet), "/" + ROOM + ".css");
        root.getStyleClass().add("preview");
        root.setOnDragOver(this::dragged);
        root.setOnDragDropped(this::dropped);
        looks = new Timeline(new KeyFrame(LOOK, _ -> model.look()));
        looks.setCycleCount(Animation.INDEFINITE);
        listen();
    }

    private void listen() {
        language.property().addListener((_, _, _) -> languageChanged());
        model.state().addListener((_, _, now) -> show(now));
        model.panel().addListener((_, _, _) -> arrange());
        model.changes().addListener((_, _, _) -> still.playFromStart());
        still.setOnFinished(_ -> model.refresh());
    }

    /// Shows the window.
    ///
    /// @param onClosed told when it was closed
    public void show(Runnable onClosed) {
        Rectangle2D room = javafx.stage.Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(root, Math.min(WIDTH_PIXELS, room.getWidth()), Math.min(HEIGHT_PIXELS,
                room.getHeight()));
        Theme.dress(scene, 1);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, sheet::key);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, PreviewWindow::fireFocused);
        stage.setScene(scene);
        stage.setOnHidden(_ -> {
            looks.stop();
            still.stop();
            onClosed.run();
        });
        show(model.state().get());
        stage.show();
        looks.play();
    }

    public Scene scene() {
        return stage.getScene();
    }

    public void close() {
        stage.hide();
    }

    // ---- what is shown

    private void show(PreviewState now) {
        shown.ifPresent(before -> before.screen().left());
        shown = Optional.empty();
        switch (now) {
            case PreviewState.Filled filled -> fill(filled.trial());
            case PreviewState.Refused _ -> refused.show(model.remarks(), true);
            case PreviewState.Empty _ -> message.showEmpty();
            case PreviewState.Reading _ -> message.showReading();
            case PreviewState.Finished finished -> message.showFinished(finished.trial().answers().size());
        }
        arrange();
        title();
        UiThread.later(() -> {
            if (now == model.state().get()) {
                focusForm();
            }
        });
    }

    private void fill(Trial trial) {
        InterviewViewModel interview = new InterviewViewModel(trial, model::goOn);
        Screen screen = screens.open(interview, () -> texts.get("title"));
        shown = Optional.of(new Shown(trial, interview, screen));
        model.onSettle(screen::settle);
    }

    private void arrange() {
        Node left = switch (model.state().get()) {
            case PreviewState.Filled _ -> shown.orElseThrow().screen().node();
            case PreviewState.Refused _ -> refused;
            case PreviewState.Empty _, PreviewState.Reading _, PreviewState.Finished _ -> message;
        };
        boolean beside = model.panel().get() && switch (model.state().get()) {
            case PreviewState.Filled _, PreviewState.Finished _ -> true;
            case PreviewState.Empty _, PreviewState.Reading _, PreviewState.Refused _ -> false;
        };
        if (beside) {
            double share = split.getItems().size() == 2 ? split.getDividerPositions()[0] : FORM_SHARE;
            split.getItems().setAll(left, panel);
            split.setDividerPositions(share);
            content.getChildren().setAll(split);
        } else {
            split.getItems().clear();
            content.getChildren().setAll(left);
        }
    }

    private void focusForm() {
        if (shown.isPresent()) {
            shown.get().screen().shown();
        } else if (model.state().get() instanceof PreviewState.Refused) {
            refused.requestFocus();
        } else {
            message.takeFocus();
        }
    }

    private void title() {
        String file = model.file().get().map(Path::getFileName).map(Path::toString).orElse("");
        stage.setTitle(file.isEmpty() ? texts.get("brand") : file + " – " + texts.get("brand"));
    }

    private void languageChanged() {
        bar.render();
        panel.languageChanged();
        message.languageChanged();
        refused.show(model.remarks(), true);
        shown.ifPresent(now -> now.screen().languageChanged());
        title();
        if (sheet.isVisible()) {
            keys();
        }
    }

    private void goTo(vn.hoidan.core.questionnaire.Path question) {
        shown.ifPresent(now -> {
            now.interview().goTo(question);
            focusForm();
        });
    }

    // ---- keys and files

    private void pressed(KeyEvent event) {
        boolean control = event.isShortcutDown() || event.isControlDown();
        boolean taken = switch (event.getCode()) {
            case F1 -> act(this::keys);
            case F3 -> act(model::togglePanel);
            case F5 -> act(model::reload);
            case O -> control && act(this::choose);
            case R -> control && act(model::restart);
            case G -> control && act(language::next);
            case ESCAPE -> escape();
            default -> control && TABS.contains(event.getCode())
                    && act(() -> openTab(TABS.indexOf(event.getCode())));
        };
        if (taken) {
            event.consume();
        }
    }

    private static boolean act(Runnable action) {
        action.run();
        return true;
    }

    private static void fireFocused(KeyEvent event) {
        if (event.getTarget() instanceof ButtonBase button && event.getCode() == KeyCode.ENTER) {
            button.fire();
            event.consume();
        }
    }

    private void openTab(int index) {
        if (!model.panel().get()) {
            model.togglePanel();
        }
        if (split.getItems().contains(panel)) {
            panel.open(index);
        }
    }

    /// From the panel back to the form; in the form it does nothing, for there is no way
    /// back.
    private boolean escape() {
        focusForm();
        return true;
    }

    private void keys() {
        List<KeyHint> window = new ArrayList<>(List.of(hint("F5", "act.reload"), hint("Ctrl+R", "act.restart"),
                hint("Ctrl+O", "act.open"), hint("F3", "act.panel"), hint("Ctrl+1–4", "act.tabs"),
                hint("Esc", "act.form"), hint("Ctrl+G", "act.language"), hint("F1", "act.keys")));
        sheet.show(texts.get("title"), shown.map(now -> now.screen().keys()).orElse(List.of()), window);
    }

    private KeyHint hint(String key, String act) {
        return new KeyHint(key, texts.get(act));
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("act.open"));
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter(texts.get("choose.forms"), "*.xlsx", "*.xlsm", "*.xml", "*.zip",
                        "survey.csv"),
                new FileChooser.ExtensionFilter(texts.get("choose.all"), "*"));
        model.file().get().map(file -> file.toAbsolutePath().getParent()).map(Path::toFile).filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath).ifPresent(model::open);
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    /// A question for a file takes what is dropped on it; whatever is dropped elsewhere is a form.
    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.open(event.getDragboard().getFiles().getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
