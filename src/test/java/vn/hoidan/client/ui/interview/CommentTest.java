package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.RemarkTrail;
import vn.hoidan.core.questionnaire.Path;

/// Comments on questions, by the keyboard.
final class CommentTest {
    private static final Path GENDER = SmallForm.path("profile/gender");
    private static final Path OTHER = SmallForm.path("profile/ethnicity_other");
    private static final Path ROW = SmallForm.path("s9/q9_c/q9_05");

    private FormWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = new FormWindow(new SmallForm());
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    private String saved(Path path) {
        return RemarkTrail.of(window.bench.facts()).comments().getOrDefault(path, "");
    }

    private void write(String text) {
        window.press(KeyCode.F2);
        window.type(text);
    }

    @Test
    void keepsACommentOnEnterAndGoesBackToTheQuestion() {
        write("hỏi lại hai lần");
        window.press(KeyCode.ENTER);
        assertEquals("hỏi lại hai lần", saved(GENDER));
        assertEquals("gender", window.here());
        assertEquals(List.of("Ghi chú: hỏi lại hai lần"), window.seen(".question-comment"));
        assertEquals(List.of("1 ghi chú"), window.seen(".section-comments"));
        window.press(KeyCode.DIGIT2);
        assertEquals("2", window.answer("profile/gender").orElseThrow());
    }

    @Test
    void digitsAndBackspaceGoIntoTheCommentWhileItIsOpen() {
        window.press(KeyCode.F2);
        window.robot.write("12");
        window.press(KeyCode.BACK_SPACE, KeyCode.F2);
        assertEquals("1", saved(GENDER));
        assertTrue(window.answer("profile/gender").isEmpty());
    }

    @Test
    void keepsACommentOnEscToo() {
        write("để sau");
        window.robot.interact(() -> assertTrue(window.screen.back()));
        assertEquals("để sau", saved(GENDER));
        assertEquals(0, window.left);
    }

    @Test
    void keepsACommentThatIsBeingWrittenWhenTheWindowIsLocked() {
        write("chưa xong");
        window.robot.interact(() -> window.screen.settle(() -> { }));
        assertEquals("chưa xong", saved(GENDER));
    }

    @Test
    void keepsACommentWhenTheKeyboardGoesElsewhereByMouse() {
        write("bấm chuột");
        window.robot.clickOn("9. Mức độ hài lòng");
        assertEquals("bấm chuột", saved(GENDER));
        assertFalse(window.robot.lookup("#comment").queryAs(TextArea.class).getParent().isVisible());
    }

    @Test
    void anEmptiedCommentIsTakenAway() {
        write("nhầm");
        window.press(KeyCode.ENTER, KeyCode.F2);
        window.robot.interact(() -> window.input().clear());
        window.press(KeyCode.ENTER);
        assertEquals("", saved(GENDER));
        assertEquals(List.of(), window.seen(".question-comment"));
        assertEquals(List.of(), window.seen(".section-comments"));
    }

    @Test
    void marksTheRowOfAGridInWords() {
        window.goTo("s9/q9_c/q9_05");
        write("xem lại");
        window.press(KeyCode.ENTER);
        assertEquals(List.of("Có ghi chú"), window.seen(".grid-comment"));
        assertEquals("q9_05", window.here());
        window.press(KeyCode.DIGIT4);
        assertEquals("4", window.answer("s9/q9_c/q9_05").orElseThrow());
        assertEquals("xem lại", saved(ROW));
    }

    @Test
    void theCommentOfAHiddenQuestionComesBackWithIt() {
        window.goTo("profile/ethnicity");
        window.press(KeyCode.DIGIT2);
        window.goTo("profile/ethnicity_other");
        write("nói tiếng Mường");
        window.press(KeyCode.ENTER);
        window.goTo("profile/ethnicity");
        window.press(KeyCode.DIGIT1);
        assertEquals(List.of(), window.seen(".section-comments"));
        assertEquals("nói tiếng Mường", saved(OTHER));
        window.press(KeyCode.DIGIT2);
        assertEquals(List.of("1 ghi chú"), window.seen(".section-comments"));
    }

    @Test
    void nothingIsKeptWhenNothingWasWritten() {
        window.press(KeyCode.F2, KeyCode.ENTER);
        assertFalse(window.bench.facts().stream().anyMatch(Fact.CommentSet.class::isInstance));
    }
}
