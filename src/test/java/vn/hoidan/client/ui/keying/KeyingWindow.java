package vn.hoidan.client.ui.keying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.kit.Formats;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Looks;
import vn.hoidan.client.ui.kit.Navigator;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.ScreenTools;
import vn.hoidan.client.ui.kit.Snapshot;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.Samples;

/// A window with the screens of this room, worked by key presses; every one of them is counted.
final class KeyingWindow implements Navigator, AutoCloseable {
    static final int WIDTH = 1366;
    static final int HEIGHT = 686;

    final FxRobot robot = new FxRobot();
    final Language language = new Language("vi");
    private final PaperBench bench;
    private final StackPane ground = new StackPane();
    private Stage stage;
    private Screen top;
    private KeyingModel model;
    private int keys;
    private int beeps;
    private int left;

    /// @param scale of all text, 1 for 100 %
    KeyingWindow(PaperBench bench, double scale) throws TimeoutException {
        this.bench = bench;
        UiThread.start();
        UiThread.runAndWait(() -> Theme.install());
        stage = FxToolkit.registerPrimaryStage();
        UiThread.runAndWait(() -> {
            Scene scene = new Scene((Parent) ground, WIDTH, HEIGHT);
            Theme.dress(scene, scale);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> keys++);
            stage.setScene(scene);
            stage.show();
        });
        FxToolkit.setupFixture(() -> { });
    }

    /// Shows the screen on which the paper form of a household is taken up.
    void takeUp(int household) {
        UiThread.runAndWait(() -> open(new PaperStartScreen(bench.field(), Samples.LIST, household,
                new ScreenTools(language, new Formats(language, bench::zone), bench, new ImmediateBackground(), this,
                        Looks.usual()),
                this::key)));
        settle();
    }

    /// Shows the screen on which a form is keyed.
    void show(InterviewWork work) {
        UiThread.runAndWait(() -> key(work));
        settle();
    }

    private void key(InterviewWork work) {
        model = new KeyingModel(work.keying(), bench, () -> left++);
        open(new KeyingScreen(model, language, new Formats(language, bench::zone), () -> beeps++));
    }

    @Override
    public void open(Screen screen) {
        top = screen;
        ground.getChildren().setAll(screen.node());
        UiThread.later(screen::shown);
    }

    @Override
    public void replace(Screen screen) {
        open(screen);
    }

    @Override
    public void back() {
        ground.getChildren().clear();
    }

    @Override
    public void tell(Problem problem) {
        throw new AssertionError(problem.toString());
    }

    Screen top() {
        return top;
    }

    KeyingModel model() {
        return model;
    }

    int keys() {
        return keys;
    }

    int beeps() {
        return beeps;
    }

    int left() {
        return left;
    }

    void press(KeyCode... codes) {
        for (KeyCode code : codes) {
            robot.type(code);
            settle();
        }
    }

    /// Presses the keys of digits, signs and small letters without accents, one after the other.
    void keys(String characters) {
        characters.chars().forEach(character -> press(code((char) character)));
    }

    private static KeyCode code(char character) {
        return switch (character) {
            case '+' -> KeyCode.ADD;
            case '-' -> KeyCode.MINUS;
            case '*' -> KeyCode.MULTIPLY;
            case '/' -> KeyCode.SLASH;
            case '.' -> KeyCode.PERIOD;
            case ' ' -> KeyCode.SPACE;
            // not of the number block, whose keys type nothing on the headless platform
            default -> KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(character)));
        };
    }

    /// Lets the window do what it put off.
    void settle() {
        for (int round = 0; round < 3; round++) {
            UiThread.runAndWait(() -> { });
        }
    }

    String fieldInFocus() {
        return stage.getScene().getFocusOwner() instanceof TextInputControl field ? field.getText() : "none";
    }

    boolean says(String text) {
        boolean[] found = new boolean[1];
        UiThread.runAndWait(() -> found[0] = robot.lookup(node -> node instanceof Labeled labeled && labeled.isVisible()
                && String.valueOf(labeled.getText()).contains(text)).tryQuery().isPresent());
        return found[0];
    }

    /// Leaves a picture for people to look at.
    void picture(String name) {
        UiThread.runAndWait(() -> {
            try {
                Snapshot.write(stage.getScene(), Path.of("target", "screens", name + ".png"));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    @Override
    public void close() throws TimeoutException {
        robot.release(new KeyCode[0]);
        FxToolkit.cleanupStages();
    }
}
