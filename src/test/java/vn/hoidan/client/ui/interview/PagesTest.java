package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Path;

/// Several questions on a page, and what holds for all pages.
final class PagesTest {
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");

    private FormWindow window;

    @BeforeEach
    void open() throws TimeoutException {
        window = new FormWindow(EveryType.load());
    }

    @AfterEach
    void close() throws TimeoutException {
        window.close();
    }

    @Test
    void whatCannotBeAskedIsSaidAndPassedEvenIfRequired() {
        window.goTo("times/voice");
        assertTrue(window.seen(".shown-value").getFirst().contains("không hỏi được trên máy tính"));
        window.press(KeyCode.ENTER);
        assertFalse(window.here().equals("voice"));
        window.robot.interact(window.model::toEnd);
        assertTrue(window.model.ending().get() instanceof Ending.Checked checked && checked.findings().stream()
                .noneMatch(finding -> finding.path().name().equals("voice")));
    }

    @Test
    void fieldListStandsOnOnePageAndIsWalkedByEnterAndTab() {
        window.goTo("page/page_name");
        assertEquals(5, window.model.stop().get() instanceof Stop.Page page ? page.parts().size() : 0);
        window.type("Người nộp 1 (tập dượt)");
        window.press(KeyCode.ENTER, KeyCode.DIGIT2, KeyCode.ENTER);
        assertEquals(Optional.of("2"), window.answer("page/page_gender"));
        window.type("130");
        window.press(KeyCode.ENTER);
        assertEquals(List.of("Tuổi phải dưới 120."), window.seen(".question-refusal"));
        assertEquals("page_age", window.here());
        window.robot.interact(() -> window.input().selectAll());
        window.type("40");
        window.press(KeyCode.TAB);
        assertEquals(Optional.of("40"), window.answer("page/page_more/page_age"));
        assertEquals("page_channel", window.here());
        window.press(KeyCode.SPACE, KeyCode.DIGIT5);
        assertEquals(6, window.model.stop().get() instanceof Stop.Page page ? page.parts().size() : 0);
        window.press(KeyCode.ENTER);
        assertEquals("page_other", window.here(), "the text for other came onto the page and Enter leads to it");
        window.press(KeyCode.ENTER);
        assertEquals("page_other", window.here(), "required and open: said once");
        assertEquals(1, window.seen(".notice").size());
        window.type("Hàng xóm");
        window.press(KeyCode.ENTER);
        assertTrue(window.model.stop().get() instanceof Stop.End);
        window.goTo("page/page_gender");
        window.press(KeyCode.BACK_SPACE);
        assertEquals("page_name", window.here());
    }

    @Test
    void typedTextStaysWhenAQuestionAppearsAboveIt() {
        window.goTo("page/page_more/page_age");
        window.type("4");
        window.robot.interact(() -> window.model.answers().set(EveryType.path("page/page_more/page_channel"), "other"));
        window.type("0");
        assertEquals("40", window.input().getText());
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("40"), window.answer("page/page_more/page_age"));
    }

    @Test
    void onlyOneQuestionOfAPageIsMarkedAsInFocus() {
        window.goTo("page/page_name");
        window.press(KeyCode.ENTER);
        List<Node> boxes = new ArrayList<>(window.robot.lookup(".question-box").queryAll());
        assertEquals(1, boxes.stream().filter(FormWindow::showing)
                .filter(box -> box.getPseudoClassStates().contains(AT)).count());
    }

    @Test
    void hiddenAndMetadataAreNeverShown() {
        List<Path> asked = new ArrayList<>();
        for (Stop stop : window.model.stops()) {
            switch (stop) {
                case Stop.Single single -> asked.add(single.question().path());
                case Stop.Page page -> page.questions().forEach(question -> asked.add(question.path()));
                case Stop.Grid grid -> grid.rows().forEach(question -> asked.add(question.path()));
                case Stop.Roster _, Stop.End _ -> { }
            }
        }
        assertTrue(asked.size() > 30);
        assertTrue(asked.stream().map(Path::name).noneMatch(name -> List.of("start", "secret", "share",
                "instanceID").contains(name)));
    }

    @Test
    void everyControlThatTakesTheKeyboardHasANameAndTouchCanGoOn() {
        Map<String, String> names = new TreeMap<>();
        for (int step = 0; step < window.model.stops().size(); step++) {
            if (window.model.stop().get() instanceof Stop.Single single && single.question().asks()) {
                Node owner = window.focused();
                names.put(window.here(), String.valueOf(owner.getAccessibleText()));
            }
            window.robot.interact(window.model::skip);
        }
        assertTrue(names.size() > 25, names::toString);
        names.forEach((name, words) -> assertTrue(words.length() > 3 && !words.equals("null"), name));
        window.goTo("texts/line");
        window.robot.clickOn(acts().getLast());
        assertEquals("lines", window.here());
        window.robot.clickOn(acts().getFirst());
        assertEquals("line", window.here());
    }

    /// The buttons for a finger: back and on.
    private List<Node> acts() {
        return List.copyOf(window.robot.lookup(".foot-acts > .button").queryAll());
    }
}
