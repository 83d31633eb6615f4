package vn.hoidan.client.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import vn.hoidan.client.app.FormSource;
import vn.hoidan.client.app.Trial;
import vn.hoidan.client.ui.interview.InterviewScreens;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.form.author.AuthorForms;
import vn.hoidan.support.FormFolder;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;

/// The author's window, with the keyboard alone.
class PreviewWindowTest {
    @TempDir
    private java.nio.file.Path folder;
    private final FxRobot robot = new FxRobot();
    private final AuthorForms forms = new AuthorForms();
    private final SettableClock clock = new SettableClock(Samples.MORNING);
    private final Language language = new Language("vi");
    private final PreviewModel model = new PreviewModel(new FormSource() {
        @Override
        public FormReading read(java.nio.file.Path form) {
            return forms.read(form);
        }

        @Override
        public String stamp(java.nio.file.Path form) {
            return forms.stamp(form);
        }
    }, new Trial.Surroundings(new ImmediateBackground(), clock), "vi");
    private PreviewWindow window;
    private FormFolder form;

    @BeforeAll
    static void toolkit() {
        UiThread.start();
        UiThread.runAndWait(() -> Theme.install(false));
    }

    @BeforeEach
    void open() throws TimeoutException {
        form = FormFolder.small(folder.resolve("Mẫu phiếu"));
        Stage stage = FxToolkit.registerPrimaryStage();
        UiThread.runAndWait(() -> {
            window = new PreviewWindow(stage, model, language, new InterviewScreens(language, clock.zone()));
            window.show(() -> { });
        });
        FxToolkit.setupFixture(() -> { });
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]);
        UiThread.runAndWait(window::close);
        FxToolkit.cleanupStages();
    }

    private void openForm() {
        robot.interact(() -> model.open(form.path()));
        robot.interact(() -> { });
    }

    private List<String> seen(String selector) {
        return robot.lookup(selector).queryAllAs(Labeled.class).stream().filter(PreviewWindowTest::showing)
                .map(Labeled::getText).toList();
    }

    private static boolean showing(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void refreshed() {
        robot.interact(model::refresh);
    }

    @Test
    void saysWhatToDoWhileNoFormIsOpen() {
        assertEquals(List.of("Chưa mở mẫu phiếu nào"), seen(".message-page .headline"));
        robot.type(KeyCode.F5);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        robot.push(KeyCode.CONTROL, KeyCode.G);
        assertEquals(List.of("No form is open"), seen(".message-page .headline"));
    }

    @Test
    void fillsInTheFormByKeysAndShowsItsAnswersAndHiddenParts() {
        openForm();
        assertEquals(List.of("Đồng ý không? *"), seen(".question-text"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertTrue(seen(".form-line .secondary").getFirst().contains("ok («Đồng ý không?»): chưa có câu trả lời"));
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.DIGIT1, KeyCode.ENTER);
        refreshed();
        assertEquals(List.of("Vì sao? *"), seen(".question-text"));
        assertEquals(List.of(), model.hidden());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertEquals(List.of("/data/ok"), seen(".form-path"));
        assertEquals(List.of("yes"), seen(".form-value"));
        robot.type(KeyCode.ENTER);
        assertEquals(List.of("Đồng ý không? *"), seen(".question-text"), "the line leads to its question");
    }

    @Test
    void keepsAnswersPlaceAndLanguageWhenReadAgainByKey() {
        openForm();
        robot.type(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.F8);
        robot.interact(() -> ((TextInputControl) window.scene().getFocusOwner()).replaceSelection("vì thích"));
        form.survey("text,first,Mới?,New?,,", "select_one yn,ok,Đồng ý?,Agree?,,yes",
                "text,why,Tại sao?,Why now?,${ok} = 'yes',yes");
        robot.type(KeyCode.F5);
        assertEquals(List.of("Why now? *"), seen(".question-text"));
        assertEquals("vì thích", ((TextInputControl) window.scene().getFocusOwner()).getText());
        assertTrue(seen("#preview-more").getFirst().startsWith("Đã nạp lại lúc 07:30"), () -> seen("#preview-more")
                .toString());
    }

    @Test
    void showsOnlyTheErrorsOfABrokenFormLargeAndBySheet() {
        form.survey("nonsense,x,A,A,,").choices("yn,yes,Có,Yes", "yn,yes,Lại,Again");
        openForm();
        assertEquals(List.of("Mẫu phiếu chưa chạy được"), seen(".remark-page-large .headline"));
        assertEquals(List.of("Trang tính survey", "Trang tính choices"), seen(".remark-page-large .subheadline"));
        assertFalse(robot.lookup(".preview-panel").tryQuery().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.G);
        assertEquals(List.of("The form does not run yet"), seen(".remark-page-large .headline"));
        FormFolder.small(form.path());
        robot.type(KeyCode.F5);
        assertEquals(1, seen(".question-text").size());
    }

    @Test
    void hidesThePanelAndShowsItAgain() {
        openForm();
        robot.type(KeyCode.F3);
        assertFalse(robot.lookup(".preview-panel").tryQuery().isPresent());
        assertEquals(1, seen(".question-text").size());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertInstanceOf(ListView.class, window.scene().getFocusOwner());
        assertTrue(seen(".form-line .strong").contains("Đồng ý không?"));
    }

    @Test
    void endsTheTrialAndGoesBackToIt() {
        form.survey("text,a,Một,One,,");
        openForm();
        robot.push(KeyCode.CONTROL, KeyCode.END);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(List.of("Đã điền xong mẫu phiếu"), seen(".message-page .headline"));
        robot.type(KeyCode.TAB, KeyCode.ENTER);
        assertInstanceOf(PreviewState.Filled.class, model.state().get());
        robot.push(KeyCode.CONTROL, KeyCode.END);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        assertEquals(List.of("Một"), seen(".question-text"));
    }

    @Test
    void opensAgainAtItsPlaceWhenItIsPaused() {
        openForm();
        robot.type(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.F9);
        assertEquals(List.of("Vì sao? *"), seen(".question-text"));
        robot.type(KeyCode.F1);
        assertTrue(seen(".key-grid .label").contains("F5"));
        robot.type(KeyCode.ESCAPE);
        assertEquals(List.of(), seen(".key-grid .label"));
    }
}
