package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.support.SettableClock;

/// Trial interviews in the window, by keys alone.
class TrialInterviewTest {
    private static final String BAND = "Không lưu lại, không gửi đi, không tính vào chỉ tiêu.";

    private WindowBench bench;
    private List<Object> before;

    @BeforeEach
    void join() {
        bench = new WindowBench(new SettableClock(Instant.parse("2024-11-02T00:30:00Z")));
        bench.join(KeyCode.DIGIT1);
        before = kept();
        bench.control(KeyCode.T);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private List<Object> kept() {
        FieldStore store = bench.profiles.store();
        return List.of(store.interviews(), store.syncState(), store.recordsAfter(0, 100, 1_000_000),
                store.lists().stream().map(held -> store.contacts(held.list().id())).toList());
    }

    @Test
    void saysOnEveryPageThatItDoesNotCountAndLeavesNothingInTheStore() {
        bench.picture("trial-choice");
        assertTrue(bench.says("SIPAS 2024 · Hà Nội"), bench.text());
        bench.control(KeyCode.G);
        assertTrue(bench.says("SIPAS 2024 · Hanoi"), bench.text());
        assertFalse(bench.says("SIPAS 2024 · Hà Nội"), bench.text());
        bench.control(KeyCode.G);
        assertTrue(bench.says(BAND), bench.text());
        bench.press(KeyCode.DIGIT1);
        for (String title : List.of("Đây là bài tập", "Lần gần đây nhất", "Ông/bà mua những gì?", "sinh ra ở tỉnh")) {
            assertTrue(bench.says(title), bench.text());
            assertTrue(bench.says(BAND), bench.text());
            bench.press(KeyCode.DIGIT2, KeyCode.ENTER);
        }
        bench.picture("trial");
        bench.control(KeyCode.G);
        assertTrue(bench.says("Not kept, not sent, counted nowhere."), bench.text());
        bench.control(KeyCode.G);
        assertEquals(before, kept());
    }

    @Test
    void takesKeysAtOnceAfterItsButtonsWereMadeAnewInAnotherLanguage() {
        UiThread.runAndWait(() -> {
            bench.language.next();
            new Robot().keyType(KeyCode.DIGIT1);
        });
        bench.settle();
        assertTrue(bench.says("This is an exercise: nothing"), bench.text());
    }

    @Test
    void goesOnWhereItWasLeftAndBeginsAnewWhenAsked() {
        bench.press(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.DIGIT2, KeyCode.ENTER);
        String there = bench.text();
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("Làm tiếp (1 câu đã trả lời)"), bench.text());
        bench.press(KeyCode.DIGIT1);
        assertEquals(there, bench.text());
        bench.press(KeyCode.ESCAPE, KeyCode.DIGIT2);
        assertTrue(bench.says("Đây là bài tập"), bench.text());
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("Làm tiếp (0 câu đã trả lời)"), bench.text());
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("Hôm nay"), bench.text());
        assertEquals(before, kept());
    }

    @Test
    void isGoneWhenTheLaptopWasLocked() {
        bench.press(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.DIGIT2, KeyCode.ENTER);
        assertTrue(bench.says("Ông/bà mua những gì?"), bench.text());
        bench.control(KeyCode.L);
        assertTrue(bench.profiles.store().isClosed());
        bench.press(KeyCode.DIGIT1).type("246810").press(KeyCode.ENTER).control(KeyCode.T);
        assertTrue(bench.says(BAND), bench.text());
        assertFalse(bench.says("Làm tiếp ("), bench.text());
    }
}
