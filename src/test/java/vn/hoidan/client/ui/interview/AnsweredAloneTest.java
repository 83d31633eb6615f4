package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.RemarkTrail;
import vn.hoidan.core.interview.Remarks;
import vn.hoidan.support.ImmediateBackground;

/// The respondent's view and answers given alone, by the keyboard.
final class AnsweredAloneTest {
    private static final Set<String> ALONE = Set.of("ethnicity", "persons", "q9_04", "q9_06");

    private FormWindow window;

    private void open(Set<String> alone, InterviewMode mode) throws TimeoutException {
        window = new FormWindow(new InterviewBench(new SmallForm(alone), new ImmediateBackground(), mode));
    }

    private void openPrivate() throws TimeoutException {
        open(ALONE, InterviewMode.FACE_TO_FACE);
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private Facing facing() {
        return window.model.respondent().facing().get();
    }

    private AnswerManner manner(String path) {
        return RemarkTrail.of(window.bench.facts()).manner(SmallForm.path(path));
    }

    private void press(KeyCode... codes) {
        window.press(codes);
    }

    /// Everything that can be read in the window now.
    private String words() {
        StringBuilder all = new StringBuilder();
        for (String labelled : List.of(".label", ".button")) {
            window.robot.lookup(labelled).queryAllAs(Labeled.class).stream().filter(FormWindow::showing)
                    .forEach(label -> all.append(label.getText()).append('\n'));
        }
        window.robot.lookup(".text-input").queryAllAs(TextInputControl.class).stream().filter(FormWindow::showing)
                .forEach(input -> all.append(input.getText()).append('\n'));
        return all.toString();
    }

    private int chosenInSight() {
        return (int) Stream.of(".choice", ".grid-mark")
                .flatMap(marked -> window.robot.lookup(marked).queryAll().stream()).filter(FormWindow::showing)
                .filter(node -> node.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("chosen"))).count();
    }

    // ---- in sight of both

    @Test
    void showsTheSameQuestionLargeWithoutSectionsAndComesBack() throws TimeoutException {
        open(Set.of(), InterviewMode.FACE_TO_FACE);
        press(KeyCode.F5);
        assertEquals(Facing.SHOWN, facing());
        assertTrue(window.screen.fillsWindow().getValue());
        assertTrue(words().contains("Nữ"), words());
        assertFalse(words().contains("A. Thông tin chung"), words());
        press(KeyCode.DIGIT2);
        assertEquals("2", window.answer("profile/gender").orElseThrow());
        assertEquals(AnswerManner.ENTERED, manner("profile/gender"));
        press(KeyCode.ENTER);
        assertEquals("ethnicity", window.here());
        assertEquals(Facing.SHOWN, facing());
        press(KeyCode.F5);
        assertEquals(Facing.ENUMERATOR, facing());
        press(KeyCode.DIGIT1);
        assertEquals("1", window.answer("profile/ethnicity").orElseThrow());
    }

    @Test
    void showsOneRowOfAGridAtATime() throws TimeoutException {
        open(Set.of(), InterviewMode.FACE_TO_FACE);
        window.goTo("s9/q9_c/q9_05");
        press(KeyCode.F5, KeyCode.DIGIT4);
        assertEquals("q9_05", window.here());
        assertTrue(words().contains("Chính quyền làm tốt việc 5"), words());
        assertFalse(words().contains("làm tốt việc 6"), words());
        press(KeyCode.ENTER);
        assertTrue(words().contains("làm tốt việc 6"), words());
        press(KeyCode.BACK_SPACE);
        assertTrue(words().contains("làm tốt việc 5"), words());
        assertEquals(1, chosenInSight());
    }

    @Test
    void changesTheLanguageInTheRespondentsViewAndKeepsThePlace() throws TimeoutException {
        open(Set.of(), InterviewMode.FACE_TO_FACE);
        window.goTo("s9/q9_c/q9_05");
        press(KeyCode.F5, KeyCode.F8);
        assertTrue(words().contains("The authorities do thing 5 well"), words());
        assertTrue(words().contains("Next"), words());
        assertEquals(Facing.SHOWN, facing());
        press(KeyCode.DIGIT2, KeyCode.F5);
        assertEquals("q9_05", window.here());
        assertEquals("2", window.answer("s9/q9_c/q9_05").orElseThrow());
    }

    @Test
    void escComesBackWithoutLeavingTheInterview() throws TimeoutException {
        open(Set.of(), InterviewMode.FACE_TO_FACE);
        press(KeyCode.F5);
        window.robot.interact(() -> assertTrue(window.screen.back()));
        assertEquals(Facing.ENUMERATOR, facing());
        assertEquals(0, window.left);
    }

    // ---- alone

    @Test
    void theEnumeratorSeesOnlyThatItIsAnswered() throws TimeoutException {
        openPrivate();
        window.goTo("profile/ethnicity");
        assertFalse(words().contains("Khác (ghi rõ)"), words());
        press(KeyCode.DIGIT2);
        assertTrue(window.answer("profile/ethnicity").isEmpty(), "the enumerator's digit counts");
        press(KeyCode.ENTER);
        assertEquals(Facing.ALONE, facing());
        press(KeyCode.DIGIT2);
        assertEquals(1, chosenInSight());
        press(KeyCode.ENTER);
        assertEquals(Facing.HANDED_BACK, facing());
        assertFalse(words().contains("Khác (ghi rõ)"), words());
        press(KeyCode.ENTER);
        assertEquals(Facing.ENUMERATOR, facing());
        assertEquals("ethnicity_other", window.here());
        assertEquals("2", window.answer("profile/ethnicity").orElseThrow());
        assertEquals(AnswerManner.ALONE, manner("profile/ethnicity"));
        press(KeyCode.PAGE_UP);
        assertEquals("ethnicity", window.here());
        assertTrue(words().contains("Đã trả lời riêng"), words());
        assertFalse(words().contains("Khác (ghi rõ)"), words());
        assertEquals(0, chosenInSight());
        press(KeyCode.DIGIT1, KeyCode.F6, KeyCode.DIGIT1);
        assertEquals("2", window.answer("profile/ethnicity").orElseThrow());
        assertFalse(words().contains("Khác (ghi rõ)"), words());
    }

    @Test
    void whoOpensItAgainFindsItBlankAndMayChangeIt() throws TimeoutException {
        openPrivate();
        window.goTo("profile/persons");
        press(KeyCode.F5);
        window.type("7");
        press(KeyCode.ENTER, KeyCode.ENTER);
        assertEquals(Facing.ENUMERATOR, facing());
        window.goTo("profile/persons");
        assertFalse(words().contains("7"), words());
        press(KeyCode.F5);
        assertFalse(words().contains("7"), words());
        window.type("1");
        window.robot.interact(() -> window.input().clear());
        press(KeyCode.ENTER, KeyCode.ENTER);
        assertEquals(Optional.of("7"), window.answer("profile/persons"), "emptied again: the old answer stays");
        window.goTo("profile/persons");
        press(KeyCode.F5);
        window.type("9");
        press(KeyCode.F5);
        assertEquals(Facing.HANDED_BACK, facing());
        assertEquals(Optional.of("9"), window.answer("profile/persons"));
        assertFalse(words().contains("9"), words());
    }

    @Test
    void whatWasTypedAloneAndRefusedIsNotShownToTheEnumerator() throws TimeoutException {
        openPrivate();
        window.goTo("profile/persons");
        press(KeyCode.F5);
        window.type("777");
        press(KeyCode.ENTER);
        assertEquals(Facing.ALONE, facing());
        assertTrue(words().contains("Nhiều nhất là 20 người."), words());
        press(KeyCode.F5, KeyCode.ENTER);
        assertFalse(words().contains("777"), words());
        press(KeyCode.F5);
        assertFalse(words().contains("777"), words());
    }

    @Test
    void goesOnlyThroughTheRowsThatAreAnsweredAlone() throws TimeoutException {
        openPrivate();
        window.goTo("s9/q9_c/q9_04");
        assertEquals(2, window.seen(".grid-alone").stream().filter(text -> text.contains("tự chọn")).count());
        press(KeyCode.DIGIT5, KeyCode.RIGHT);
        assertTrue(window.answer("s9/q9_c/q9_04").isEmpty());
        press(KeyCode.F5, KeyCode.DIGIT5, KeyCode.ENTER);
        assertEquals("q9_06", window.here());
        assertEquals(Facing.ALONE, facing());
        press(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.ENTER);
        assertEquals(Facing.ENUMERATOR, facing());
        window.goTo("s9/q9_c/q9_05");
        assertEquals(List.of("Đã trả lời riêng", "Đã trả lời riêng"), window.seen(".grid-alone"));
        assertEquals(0, chosenInSight());
        press(KeyCode.DIGIT3, KeyCode.BACK_SPACE);
        assertEquals(List.of("5", "3", "1"), List.of(window.answer("s9/q9_c/q9_04").orElseThrow(),
                window.answer("s9/q9_c/q9_05").orElseThrow(), window.answer("s9/q9_c/q9_06").orElseThrow()));
        assertEquals(AnswerManner.ENTERED, manner("s9/q9_c/q9_05"));
    }

    @Test
    void aGridWhoseRowsAreAnsweredAloneIsCoveredWhenGoneBackTo() throws TimeoutException {
        openPrivate();
        window.goTo("s9/q9_c/q9_04");
        press(KeyCode.F5, KeyCode.DIGIT5, KeyCode.F5, KeyCode.ENTER);
        window.goTo("comments/other_comments");
        window.goTo("s9/q9_c/q9_04");
        assertEquals(0, chosenInSight());
    }

    @Test
    void theEnumeratorMayEnterItAfterAllWhichIsRecorded() throws TimeoutException {
        openPrivate();
        window.goTo("profile/ethnicity");
        press(KeyCode.F6);
        assertTrue(words().contains("Khác (ghi rõ)"), words());
        press(KeyCode.DIGIT1);
        assertEquals("1", window.answer("profile/ethnicity").orElseThrow());
        assertEquals(AnswerManner.OPENLY, manner("profile/ethnicity"));
    }

    @Test
    void anyQuestionMayBeAnsweredAlone() throws TimeoutException {
        openPrivate();
        press(KeyCode.F6, KeyCode.DIGIT1);
        assertTrue(window.answer("profile/gender").isEmpty());
        press(KeyCode.ENTER, KeyCode.DIGIT2, KeyCode.ENTER);
        assertEquals("ethnicity", window.here(), "the next one is answered alone, too");
        assertEquals(Facing.ALONE, facing());
        press(KeyCode.F5);
        assertEquals(AnswerManner.ALONE, manner("profile/gender"));
    }

    @Test
    void lockingWhileTheRespondentTypesKeepsWhatIsTypedCovered() throws TimeoutException {
        openPrivate();
        window.goTo("profile/persons");
        press(KeyCode.F5);
        window.type("8");
        window.robot.interact(() -> window.screen.settle(() -> { }));
        assertEquals(Optional.of("8"), window.answer("profile/persons"));
        assertEquals(AnswerManner.ALONE, manner("profile/persons"));
        InterviewViewModel again = new InterviewViewModel(window.bench.open(), () -> { });
        assertEquals(Facing.ENUMERATOR, again.respondent().facing().get());
        again.goTo(SmallForm.path("profile/persons"));
        Stop.Single single = assertInstanceOf(Stop.Single.class, again.stop().get());
        assertTrue(single.question().answered());
        assertFalse(single.question().value().orElseThrow().contains("8"));
    }

    @Test
    void aCoveredAnswerCanBeTakenAwayUnseen() throws TimeoutException {
        openPrivate();
        window.goTo("profile/ethnicity");
        press(KeyCode.F5, KeyCode.DIGIT1, KeyCode.F5, KeyCode.ENTER, KeyCode.DELETE);
        assertEquals(AnswerManner.ENTERED, manner("profile/ethnicity"));
        assertTrue(words().contains("Người trả lời tự trả lời câu này"), words());
    }

    // ---- the whole interview

    @Test
    void aWholeInterviewIsFilledInAloneAndHandedBackAtTheEnd() throws TimeoutException {
        open(Set.of(), InterviewMode.ALONE_ON_DEVICE);
        assertEquals(Facing.INVITED, facing());
        press(KeyCode.ENTER, KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.DIGIT1, KeyCode.ENTER);
        window.type("4");
        press(KeyCode.ENTER, KeyCode.DIGIT2, KeyCode.ENTER, KeyCode.ENTER);
        for (int row = 0; row < 11; row++) {
            assertEquals(Facing.ALONE, facing());
            press(KeyCode.DIGIT4, KeyCode.ENTER);
        }
        window.type("đường hỏng");
        press(KeyCode.ENTER);
        assertEquals(Facing.HANDED_BACK, facing());
        press(KeyCode.ENTER);
        assertEquals(Facing.ENUMERATOR, facing());
        assertInstanceOf(Stop.End.class, window.model.stop().get());
        press(KeyCode.PAGE_UP);
        assertFalse(words().contains("đường hỏng"), words());
        window.robot.interact(window.model::toEnd);
        window.robot.interact(window.model::complete);
        Remarks remarks = window.bench.record().orElseThrow().remarks();
        assertEquals(15 + 1, remarks.answeredAlone().size());
        assertEquals(InterviewMode.ALONE_ON_DEVICE, window.bench.record().orElseThrow().mode());
    }

    @Test
    void whatIsForTheEnumeratorIsNotAskedOfTheRespondent() throws TimeoutException {
        window = new FormWindow(new InterviewBench(new SmallForm(Set.of(), Set.of("other_comments")),
                new ImmediateBackground(), InterviewMode.ALONE_ON_DEVICE));
        window.goTo("s9/q9_c/q9_11");
        press(KeyCode.ENTER, KeyCode.DIGIT4, KeyCode.ENTER);
        assertEquals(Facing.HANDED_BACK, facing());
        press(KeyCode.ENTER);
        assertEquals("other_comments", window.here());
        window.type("trời mưa");
        press(KeyCode.ENTER);
        assertEquals(Optional.of("trời mưa"), window.answer("comments/other_comments"));
        assertEquals(AnswerManner.ENTERED, manner("comments/other_comments"));
        assertEquals(AnswerManner.ALONE, manner("s9/q9_c/q9_11"));
    }

    @Test
    void aMissingAnswerGoesBackToTheRespondentAndThenToTheEnd() throws TimeoutException {
        open(Set.of(), InterviewMode.ALONE_ON_DEVICE);
        press(KeyCode.F5);
        window.robot.interact(window.model::toEnd);
        window.robot.interact(() -> window.model.openFinding(0));
        assertEquals("gender", window.here());
        press(KeyCode.ENTER, KeyCode.DIGIT2, KeyCode.ENTER);
        assertEquals(Facing.HANDED_BACK, facing());
        press(KeyCode.ENTER);
        assertInstanceOf(Stop.End.class, window.model.stop().get());
        assertEquals("2", window.answer("profile/gender").orElseThrow());
    }
}
