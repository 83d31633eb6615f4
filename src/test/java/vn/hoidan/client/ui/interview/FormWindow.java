package vn.hoidan.client.ui.interview;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.support.ImmediateBackground;

/// An interview by a questionnaire in a window, and hands to hold it.
final class FormWindow {
    final FxRobot robot = new FxRobot();
    final InterviewBench bench;
    final Language language = new Language("vi");
    InterviewViewModel model;
    InterviewScreen screen;
    int left;
    private final Stage stage;

    FormWindow(Questionnaire questionnaire) throws TimeoutException {
        this(new InterviewBench(questionnaire, new ImmediateBackground()));
    }

    FormWindow(InterviewBench bench) throws TimeoutException {
        UiThread.start();
        UiThread.runAndWait(() -> Theme.install());
        this.bench = bench;
        stage = FxToolkit.registerPrimaryStage();
        UiThread.runAndWait(this::show);
        FxToolkit.setupFixture(() -> { });
    }

    private void show() {
        model = new InterviewViewModel(bench.open(), () -> left++);
        screen = new InterviewScreen(model, () -> "", language, InterviewBench.HANOI);
        Scene scene = new Scene((Parent) screen.node(), 1366, 686);
        Theme.dress(scene, 1);
        stage.setScene(scene);
        stage.show();
        screen.shown();
    }

    void close() throws TimeoutException {
        robot.release(new KeyCode[0]);
        FxToolkit.cleanupStages();
    }

    void goTo(String path) {
        robot.interact(() -> model.goTo(EveryType.path(path)));
    }

    void press(KeyCode... codes) {
        for (KeyCode code : codes) {
            robot.type(code);
        }
    }

    /// Puts text where an input method would put it.
    void type(String text) {
        robot.interact(() -> input().replaceSelection(text));
    }

    Node focused() {
        return stage.getScene().getFocusOwner();
    }

    TextInputControl input() {
        return (TextInputControl) focused();
    }

    /// Texts in view of the labels with this style.
    List<String> seen(String selector) {
        return robot.lookup(selector).queryAllAs(Labeled.class).stream().filter(FormWindow::showing)
                .map(Labeled::getText).filter(text -> !text.isEmpty()).toList();
    }

    static boolean showing(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// The answer that the store holds.
    Optional<String> answer(String path) {
        List<String> saved = bench.saved(EveryType.path(path));
        return saved.isEmpty() ? Optional.empty() : Optional.of(saved.getLast());
    }

    /// Name of the question in focus; empty at the end.
    String here() {
        return switch (model.stop().get()) {
            case Stop.Single single -> single.question().path().name();
            case Stop.Page page -> page.question(model.row().get()).path().name();
            case Stop.Grid grid -> grid.rows().get(model.row().get()).path().name();
            case Stop.Roster _, Stop.End _ -> "";
        };
    }
}
