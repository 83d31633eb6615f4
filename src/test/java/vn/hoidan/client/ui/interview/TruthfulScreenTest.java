package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.support.Samples;

/// What the screen says of saving and of where an interview is; what is typed, hidden or in another language stays.
final class TruthfulScreenTest {
    private static final String COMMENTS = "comments/other_comments";
    private static final String TYPED = "đường làng lầy lội";

    private FormWindow window;

    private record Leaving(String way, Consumer<FormWindow> act) {
    }

    private void open() throws TimeoutException {
        window = new FormWindow(new SmallForm());
    }

    @AfterEach
    void close() throws TimeoutException {
        if (window != null) {
            window.close();
        }
    }

    private static List<Leaving> waysToLeave() {
        return List.of(
                new Leaving("Enter", here -> here.press(KeyCode.ENTER)),
                new Leaving("F4", here -> here.press(KeyCode.F4)),
                new Leaving("PageUp", here -> here.press(KeyCode.PAGE_UP)),
                new Leaving("PageDown", here -> here.press(KeyCode.PAGE_DOWN)),
                new Leaving("Ctrl+Up", here -> here.robot.push(KeyCode.CONTROL, KeyCode.UP)),
                new Leaving("Ctrl+End", here -> here.robot.push(KeyCode.CONTROL, KeyCode.END)),
                new Leaving("F8", here -> here.press(KeyCode.F8)),
                new Leaving("F9", here -> here.press(KeyCode.F9)),
                new Leaving("F5", here -> here.press(KeyCode.F5)),
                new Leaving("F2", here -> here.press(KeyCode.F2)),
                new Leaving("a section", here -> here.robot.clickOn("9. Mức độ hài lòng")),
                new Leaving("the button back", here -> here.robot.clickOn("Lùi")),
                new Leaving("Esc", here -> here.robot.interact(() -> here.screen.back())),
                new Leaving("the lock", here -> here.robot.interact(() -> here.screen.settle(() -> { }))),
                new Leaving("the window's end", here -> here.robot.interact(here.screen::left)));
    }

    /// A number is never given by a pause in typing, so that only the way of leaving can give it.
    @TestFactory
    Stream<DynamicTest> givesWhatIsTypedWhenOneLeaves() {
        return waysToLeave().stream().map(leaving -> DynamicTest.dynamicTest(leaving.way(), () -> {
            open();
            try {
                window.goTo("profile/persons");
                window.type("7");
                assertEquals(Optional.empty(), window.answer("profile/persons"));
                leaving.act().accept(window);
                assertEquals(Optional.of("7"), window.answer("profile/persons"));
            } finally {
                window.close();
            }
        }));
    }

    @Test
    void givesATextWhenTypingPauses() throws Exception {
        open();
        window.goTo(COMMENTS);
        CountDownLatch saved = new CountDownLatch(1);
        window.robot.interact(() -> window.model.stop().addListener((property, old, now) -> saved.countDown()));
        window.type(TYPED);
        assertTrue(saved.await(30, TimeUnit.SECONDS), "nothing was given");
        assertEquals(Optional.of(TYPED), window.answer(COMMENTS));
    }

    @Test
    void saysThatNothingIsSavedWhileTheDiskIsFullAndThatItIsOnceItWorks() throws TimeoutException {
        open();
        window.bench.store.diskFull(true);
        window.press(KeyCode.DIGIT1);
        assertTrue(window.seen(".foot-save").getFirst().startsWith("Chưa lưu được"));
        assertEquals(Optional.empty(), window.answer("profile/gender"));
        window.press(KeyCode.F5);
        assertEquals(List.of("Máy chưa lưu được câu trả lời. Xin gọi điều tra viên."), window.seen(".notice"));
        window.press(KeyCode.F5);
        window.bench.store.diskFull(false);
        window.robot.push(KeyCode.CONTROL, KeyCode.S);
        assertTrue(window.seen(".foot-save").getFirst().startsWith("Đã lưu"));
        assertEquals(Optional.of("1"), window.answer("profile/gender"));
    }

    // ---- where it is

    private void complete() {
        window.robot.interact(() -> {
            window.model.goTo(SmallForm.path("profile/gender"));
            window.model.digit(0);
            window.model.goTo(SmallForm.path("profile/ethnicity"));
            window.model.digit(0);
            window.model.goTo(SmallForm.path("profile/channel"));
            window.model.digit(1);
            window.model.goTo(SmallForm.path("s9/q9_a/q9_01"));
            window.model.digit(3);
            window.model.digit(3);
            window.model.goTo(SmallForm.path("s9/q9_c/q9_03"));
            for (int row = 0; row < 9; row++) {
                window.model.digit(3);
            }
            window.model.toEnd();
            window.model.complete();
        });
        assertTrue(window.model.completed());
    }

    private void acknowledge(long stored, long safe) {
        window.bench.store.apply(List.of(new Change.Acknowledged(1, new LogPosition(stored, Samples.bytes(32, 1)),
                new LogPosition(safe, Samples.bytes(32, 1)))));
        window.robot.interact(() -> window.screen.synced());
    }

    private List<String> places() {
        return Stream.concat(window.seen(".whereabout .strong").stream(), window.seen(".whereabout .muted").stream())
                .toList();
    }

    @Test
    void saysWhereTheCompletedInterviewIsAfterEachRoundOfSync() throws TimeoutException {
        open();
        complete();
        assertEquals(List.of("Đã lưu trên máy này", "Chờ gửi về máy chủ", "Chờ máy chủ báo đã an toàn"), places());
        acknowledge(0, 0);
        assertEquals(Whereabouts.HERE, window.model.whereabouts().get());
        acknowledge(1, 0);
        assertEquals(List.of("Đã lưu trên máy này", "Máy chủ đã nhận", "Chờ máy chủ báo đã an toàn"), places());
        acknowledge(4, 1);
        assertEquals(List.of("Đã lưu trên máy này", "Máy chủ đã nhận", "Đã an toàn"), places());
    }

    // ---- hidden questions, languages

    @Test
    void aHiddenQuestionIsGoneAndItsAnswerComesBackWithItUntilItIsCompleted() throws TimeoutException {
        open();
        Path other = SmallForm.path("profile/ethnicity_other");
        window.goTo("profile/ethnicity");
        window.press(KeyCode.DIGIT2, KeyCode.ENTER);
        window.type("Mường");
        window.press(KeyCode.ENTER);
        window.goTo("profile/ethnicity");
        window.press(KeyCode.DIGIT1);
        assertFalse(window.model.stops().stream().anyMatch(stop -> stop.holds(other)));
        window.press(KeyCode.ENTER);
        assertEquals("persons", window.here());
        window.goTo("profile/ethnicity");
        window.press(KeyCode.DIGIT2, KeyCode.ENTER);
        assertEquals("Mường", window.input().getText());
        complete();
        assertFalse(window.bench.record().orElseThrow().answers().containsKey(other));
    }

    @Test
    void anotherLanguageKeepsTheRowTheFocusAndTheSection() throws TimeoutException {
        open();
        window.goTo("s9/q9_c/q9_05");
        window.press(KeyCode.DIGIT4, KeyCode.F8);
        assertEquals("q9_06", window.here());
        assertInstanceOf(Stop.Grid.class, window.model.stop().get());
        assertTrue(window.seen(".grid-text").stream().anyMatch(text -> text.startsWith("The authorities do thing 6")));
        window.press(KeyCode.DIGIT2);
        assertEquals(Optional.of("2"), window.answer("s9/q9_c/q9_06"));
        window.press(KeyCode.F8);
        assertEquals("q9_07", window.here());
    }
}
