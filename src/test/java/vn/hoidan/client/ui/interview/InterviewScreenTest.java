package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Screen;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.message.Messages;
import vn.hoidan.support.ImmediateBackground;

/// An interview held in a window with the keyboard alone.
final class InterviewScreenTest {
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 686;

    private final FxRobot robot = new FxRobot();
    private final InterviewBench bench = new InterviewBench(new SmallForm(), new ImmediateBackground());
    private final Language language = new Language("vi");
    private Stage stage;
    private Screen screen;
    private int keys;
    private int left;
    private int settled;

    @BeforeAll
    static void toolkit() {
        UiThread.start();
        UiThread.runAndWait(() -> Theme.install());
    }

    @BeforeEach
    void open() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        UiThread.runAndWait(this::show);
        FxToolkit.setupFixture(() -> { });
    }

    private void show() {
        screen = new InterviewScreens(language, InterviewBench.HANOI).open(bench.open(), () -> left++);
        Scene scene = new Scene((Parent) screen.node(), WIDTH, HEIGHT);
        Theme.dress(scene, 1);
        stage.setScene(scene);
        stage.show();
        screen.shown();
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]);
        FxToolkit.cleanupStages();
    }

    private void press(KeyCode... codes) {
        for (KeyCode code : codes) {
            robot.type(code);
            keys++;
        }
    }

    private List<String> seen(String selector) {
        return robot.lookup(selector).queryAllAs(Labeled.class).stream().filter(InterviewScreenTest::showing)
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

    private String title() {
        return seen(".question-text").getFirst();
    }

    private String rowInFocus() {
        return robot.lookup(".grid-text").queryAllAs(Labeled.class).stream().filter(InterviewScreenTest::showing)
                .filter(text -> text.getPseudoClassStates().contains(PseudoClass.getPseudoClass("at")))
                .map(Labeled::getText).findFirst().orElse("");
    }

    private void answerProfile() {
        press(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.DIGIT2, KeyCode.ENTER);
        type("Mường, Thái, Đồng bào Dao");
        press(KeyCode.ENTER);
        type("4");
        press(KeyCode.ENTER, KeyCode.DIGIT3, KeyCode.DIGIT1, KeyCode.ENTER);
    }

    /// Headless input cannot compose Vietnamese letters, so they are put where the keyboard would put them.
    private void type(String text) {
        robot.interact(() -> ((TextInputControl) stage.getScene().getFocusOwner()).replaceSelection(text));
    }

    @Test
    void wholeInterviewByKeyboard() {
        answerProfile();
        assertEquals(List.of("Mường, Thái, Đồng bào Dao"), bench.saved(SmallForm.path("profile/ethnicity_other")));
        assertEquals("Câu 9. Mức độ hài lòng", title());
        press(KeyCode.ENTER);
        keys = 0;
        press(KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.ENTER);
        press(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.NUMPAD3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT4,
                KeyCode.DIGIT3, KeyCode.DIGIT2, KeyCode.DIGIT1, KeyCode.ENTER);
        assertEquals(11 + 2, keys, "a row costs one key, a grid one Enter");
        assertEquals("Ý kiến khác", title());
        type("Cần thêm ghế chờ");
        press(KeyCode.ENTER);
        assertEquals("Phiếu đã đầy đủ", title());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals("Phiếu đã hoàn thành", title());
        assertEquals(InterviewState.COMPLETED, bench.store.state());
        assertEquals("1 3", bench.record().orElseThrow().answers().get(SmallForm.path("profile/channel")));
        assertEquals("3", bench.record().orElseThrow().answers().get(SmallForm.path("s9/q9_c/q9_05")));
        press(KeyCode.ENTER);
        assertEquals(1, left);
    }

    @Test
    void backChangesTheRowJustRatedAndLanguageKeepsThePlace() {
        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        press(KeyCode.ENTER, KeyCode.DIGIT4, KeyCode.BACK_SPACE, KeyCode.DIGIT2);
        assertEquals(List.of("4", "2"), bench.saved(SmallForm.path("s9/q9_a/q9_01")));
        assertEquals("Chính quyền làm tốt việc 2", rowInFocus());
        press(KeyCode.F8);
        assertEquals("The authorities do thing 2 well", rowInFocus());
        assertEquals("I.A. Accountability", title());
    }

    @Test
    void keyHeldDownRatesOneRow() {
        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        press(KeyCode.ENTER);
        robot.press(KeyCode.DIGIT3);
        robot.press(KeyCode.DIGIT3);
        robot.release(KeyCode.DIGIT3);
        assertEquals(List.of("3"), bench.saved(SmallForm.path("s9/q9_a/q9_01")));
        assertEquals(List.of(), bench.saved(SmallForm.path("s9/q9_a/q9_02")));
    }

    @Test
    void refusedNumberSaysWhyAndStaysToBeMended() {
        press(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.DIGIT9, KeyCode.DIGIT9);
        press(KeyCode.ENTER);
        assertEquals("Số người trong hộ", title());
        assertEquals(List.of("Nhiều nhất là 20 người."), seen(".question-refusal"));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertEquals("Dân tộc *", title());
        press(KeyCode.ENTER);
        assertEquals("99", ((TextInputControl) stage.getScene().getFocusOwner()).getText());
        press(KeyCode.BACK_SPACE, KeyCode.ENTER);
        assertEquals(List.of("9"), bench.saved(SmallForm.path("profile/persons")));
    }

    @Test
    void failedSaveIsShownInRedAndTheButtonMakesItGood() {
        bench.store.diskFull(true);
        press(KeyCode.DIGIT2);
        String failed = seen(".foot-save").getFirst();
        assertTrue(failed.startsWith("Chưa lưu được. Đĩa đã đầy"), failed);
        bench.store.diskFull(false);
        Button again = robot.lookup(".foot .button").queryButton();
        assertTrue(again.isVisible());
        robot.interact(again::fire);
        assertTrue(seen(".foot-save").getFirst().startsWith("Đã lưu 10:4"), seen(".foot-save").getFirst());
        assertEquals(List.of("2"), bench.saved(SmallForm.path("profile/gender")));
    }

    @Test
    void lockIsRefusedWhileTheDiskIsFullAndAllowedAfterIt() {
        press(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.DIGIT2, KeyCode.ENTER);
        bench.store.diskFull(true);
        type("Mường");
        robot.interact(() -> screen.settle(() -> settled++));
        assertEquals(0, settled, "what was typed would be lost");
        String notice = seen(".notice").getFirst();
        assertTrue(notice.startsWith("Chưa rời phiếu vì còn câu trả lời chưa lưu được. Đĩa đã đầy"), notice);
        bench.store.diskFull(false);
        robot.interact(() -> screen.settle(() -> settled++));
        assertEquals(1, settled);
        assertEquals(0, left, "the window goes, not the screen");
        assertEquals(List.of("Mường"), bench.saved(SmallForm.path("profile/ethnicity_other")));
    }

    @Test
    void pausedInterviewOpensAtItsRow() {
        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        press(KeyCode.ENTER, KeyCode.DIGIT4, KeyCode.DIGIT4, KeyCode.ENTER, KeyCode.DIGIT4, KeyCode.F9);
        assertEquals(1, left);
        robot.interact(this::show);
        assertEquals("Chính quyền làm tốt việc 4", rowInFocus());
    }

    @Test
    void endListsWhatIsMissingAndEnterLeadsThere() {
        robot.push(KeyCode.CONTROL, KeyCode.END);
        assertEquals("Còn 14 câu cần xem", title());
        press(KeyCode.ENTER);
        assertEquals("Giới tính *", title());
        press(KeyCode.DIGIT2, KeyCode.ENTER);
        assertEquals("Còn 13 câu cần xem", title());
        robot.interact(language::next);
        robot.interact(screen::languageChanged);
        assertEquals("Questions to look at: 13", title());
    }

    @Test
    void clickOnALevelRatesItsRow() {
        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        press(KeyCode.ENTER);
        Node mark = robot.lookup(".grid-mark").queryAllAs(Node.class).stream().filter(InterviewScreenTest::showing)
                .toList().get(1);
        robot.clickOn(mark);
        assertEquals(List.of("2"), bench.saved(SmallForm.path("s9/q9_a/q9_01")));
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        for (String bundle : List.of("interview/interview", "question/question")) {
            Set<String> vietnamese = Messages.of("vn/hoidan/client/ui/" + bundle, "vi").keys();
            assertEquals(vietnamese, Messages.of("vn/hoidan/client/ui/" + bundle, "en").keys());
            assertTrue(vietnamese.size() > 20);
        }
    }
}
