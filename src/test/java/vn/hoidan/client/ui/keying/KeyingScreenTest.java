package vn.hoidan.client.ui.keying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.PaperSheet;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.support.ImmediateBackground;

/// Paper forms taken up and keyed in a window by the keys alone.
final class KeyingScreenTest {
    private final PaperBench bench = new PaperBench(PaperBench.form(), new ImmediateBackground());
    private KeyingWindow window;
    private InterviewWork work;

    @BeforeEach
    void open() throws TimeoutException {
        window = new KeyingWindow(bench, 1);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private void key() {
        work = bench.begin(1);
        window.show(work);
    }

    private String here() {
        return window.model().atEnd() ? "end" : window.model().rows().at(window.model().place()).path().name();
    }

    private List<String> saved(String path) {
        return bench.saved(work.id(), new Path("/data/" + path));
    }

    @Test
    void numberAndDateAreAskedFirstAndTheNextAreProposed() {
        window.takeUp(1);
        window.keys("017");
        window.press(KeyCode.ENTER);
        window.keys("30102024");
        window.press(KeyCode.ENTER);
        window.keys("1");
        assertEquals(PaperBench.SHEET, window.model().keying().sheet());
        assertEquals(InterviewMode.PAPER, window.model().keying().interview().entry().mode());
        window.takeUp(2);
        int before = window.keys();
        window.press(KeyCode.ENTER, KeyCode.ENTER);
        window.keys("1");
        assertEquals(3, window.keys() - before);
        assertEquals(new PaperSheet("018", PaperBench.SHEET.filledOn()), window.model().keying().sheet());
    }

    @Test
    void formWithoutConsentIsNotBegun() {
        window.takeUp(1);
        window.keys("17");
        window.press(KeyCode.ENTER);
        window.keys("3010");
        window.press(KeyCode.ENTER, KeyCode.ENTER);
        window.keys("2");
        assertTrue(window.says("Phiếu không có sự đồng ý của người trả lời thì không được nhập."));
        assertEquals(List.of(), bench.store.interviews());
    }

    @Test
    void numberThatWasKeyedAlreadyIsToldOnce() {
        bench.begin(5);
        window.takeUp(1);
        window.keys("017");
        window.press(KeyCode.ENTER);
        assertTrue(window.says("Phiếu mang số này đã được nhập cho hộ số 5."));
        window.press(KeyCode.ENTER);
        window.keys("31/12/2999");
        window.press(KeyCode.ENTER);
        assertTrue(window.says("Hãy ghi một ngày không sau hôm nay."));
    }

    @Test
    void keysGoStraightFromASelectToATypedValueAndOn() {
        key();
        window.keys("2");
        assertEquals("", window.fieldInFocus(), "the digit is not typed into the field that came");
        window.keys("44");
        window.press(KeyCode.ENTER, KeyCode.ENTER);
        window.keys("c10");
        assertEquals("commune", here());
        window.keys("tan linh");
        window.press(KeyCode.ENTER);
        assertEquals(List.of("2", "44", "khac", "10", "x07"), List.of(saved("profile/gender").getLast(),
                saved("profile/age").getLast(), saved("profile/kin").getLast(), saved("profile/place").getLast(),
                saved("profile/commune").getLast()));
        assertEquals(0, window.beeps());
    }

    @Test
    void wrongCodeBeepsAndStays() {
        key();
        window.keys("7");
        assertEquals(1, window.beeps());
        assertTrue(window.says("Không có phương án nào mang mã này."));
        window.keys("1");
        window.keys("17");
        window.press(KeyCode.ENTER);
        assertEquals(2, window.beeps());
        assertTrue(window.says("Tuổi từ 18 đến 110."));
        assertEquals("17", window.fieldInFocus(), "to be mended");
        window.keys("71");
        assertEquals("71", window.fieldInFocus(), "typing begins anew");
    }

    @Test
    void keyHeldDownAnswersOneRowAndIsNotTypedIntoTheNext() {
        key();
        UiThread.runAndWait(() -> {
            for (int repeat = 0; repeat < 5; repeat++) {
                window.robot.press(KeyCode.DIGIT1);
            }
        });
        window.settle();
        assertEquals("age", here());
        assertEquals("", window.fieldInFocus());
        window.robot.release(KeyCode.DIGIT1);
        window.settle();
        window.keys("18");
        window.press(KeyCode.ENTER);
        assertEquals(List.of("18"), saved("profile/age"));
    }

    @Test
    void quickHandsThatPressTheNextKeyBeforeTheLastIsUpLoseNothing() {
        key();
        UiThread.runAndWait(() -> window.model().toSection(1));
        UiThread.runAndWait(() -> window.model().toSection(1));
        UiThread.runAndWait(() -> window.model().toSection(1));
        assertEquals("q9_01", here());
        window.robot.press(KeyCode.NUMPAD4);
        window.robot.press(KeyCode.NUMPAD5);
        window.robot.release(KeyCode.NUMPAD4);
        window.robot.press(KeyCode.NUMPAD4);
        window.robot.release(KeyCode.NUMPAD5);
        window.robot.release(KeyCode.NUMPAD4);
        window.settle();
        assertEquals("q9_04", here());
        assertEquals(List.of("4", "5", "4"), List.of(saved("s9/q9/q9_01").getLast(), saved("s9/q9/q9_02").getLast(),
                saved("s9/q9/q9_03").getLast()));
    }

    @Test
    void signsActInAFieldAsLongAsNothingIsTyped() {
        key();
        window.keys("1*");
        assertEquals("born", here());
        window.keys("-");
        assertEquals("age", here());
        window.keys("4-");
        assertEquals("age", here(), "now it belongs to what is typed");
        assertEquals("4-", window.fieldInFocus());
        window.press(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE);
        assertEquals("age", here());
        window.press(KeyCode.BACK_SPACE);
        assertEquals("gender", here());
    }

    @Test
    void slashAsksForARowAndEscapePutsItAway() {
        key();
        window.keys("/9.4");
        assertTrue(window.says("Đến dòng số: 9.4_"));
        window.press(KeyCode.ENTER);
        assertEquals("q9_04", here());
        window.keys("/2");
        UiThread.runAndWait(() -> assertTrue(window.top().back()));
        window.keys("3");
        assertEquals(List.of("3"), saved("s9/q9/q9_04"));
    }

    @Test
    void noteIsWrittenAndKept() {
        key();
        window.press(KeyCode.F2);
        window.keys("hai o");
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("hai o"), window.model().note());
        assertTrue(window.says("Ghi chú: hai o"));
        assertEquals("gender", here());
        window.keys("1");
        assertEquals(List.of("1"), saved("profile/gender"));
    }

    @Test
    void emptyingAndMarkingByKey() {
        key();
        window.keys("1-.");
        assertEquals("gender", here());
        window.press(KeyCode.F3);
        assertTrue(window.says("Không dùng được"));
        assertEquals("age", here());
        window.keys("30");
        window.press(KeyCode.ENTER, KeyCode.UP, KeyCode.DELETE);
        assertEquals("", window.fieldInFocus());
        assertTrue(window.model().rows().ask(window.model().place()).filter(ask -> !ask.isKeyed()).isPresent());
    }

    @Test
    void everythingIsStillThereAtTwiceTheSize() throws TimeoutException {
        window.close();
        window = new KeyingWindow(bench, 2);
        key();
        window.keys("1*");
        window.press(KeyCode.ENTER);
        assertTrue(window.says("Quan hệ với chủ hộ"));
        window.picture("keying-200");
    }
}
