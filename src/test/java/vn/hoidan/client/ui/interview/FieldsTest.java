package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.ui.question.Reading;

/// A question of every type, answered in a window by keyboard, with the real engine.
final class FieldsTest {
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
    void numbersAreGivenWithVietnameseHabitsAndShownInGroups() {
        window.goTo("texts/income");
        window.type("12.500.000");
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("12500000"), window.answer("texts/income"));
        window.type("0,35");
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("0.35"), window.answer("texts/area"));
        window.goTo("texts/income");
        assertEquals("12.500.000", window.input().getText());
    }

    @Test
    void calculatedNumberIsShownAndNotAsked() {
        window.goTo("texts/persons");
        window.type("4");
        window.press(KeyCode.ENTER, KeyCode.ENTER);
        window.type("3");
        window.press(KeyCode.ENTER);
        assertEquals("shown", window.here());
        assertEquals(List.of("0.75"), window.seen(".shown-value"));
        window.press(KeyCode.DIGIT5);
        assertEquals(Optional.empty(), window.answer("texts/shown"));
    }

    @Test
    void refusedNumberIsNotForgottenWhenOneGoesElsewhereByPointer() {
        window.goTo("texts/persons");
        window.type("99");
        window.goTo("texts/line");
        assertEquals("", window.input().getText());
        window.goTo("texts/persons");
        assertEquals("99", window.input().getText());
        assertEquals(List.of("Từ 1 đến 20 người."), window.seen(".question-refusal"));
    }

    @Test
    void rangeHasNoValueBeforeItIsTouchedAndStepsByArrows() {
        window.goTo("ranges/slider");
        assertEquals(List.of("Chưa chọn"), window.seen(".range-value"));
        window.press(KeyCode.ENTER);
        assertEquals(Optional.empty(), window.answer("ranges/slider"));
        window.press(KeyCode.UP, KeyCode.UP, KeyCode.RIGHT);
        assertEquals(Optional.of("36"), window.answer("ranges/upright"), "35, 35.5, 36");
        window.press(KeyCode.END, KeyCode.UP);
        assertEquals(Optional.of("42"), window.answer("ranges/upright"), "the end is the end");
        window.type("9");
        window.press(KeyCode.ENTER);
        assertEquals(1, window.seen(".question-refusal").size());
        window.press(KeyCode.DOWN);
        assertEquals(Optional.of("41.5"), window.answer("ranges/upright"));
        assertEquals(List.of(), window.seen(".question-refusal"));
        assertEquals("41,5", window.input().getText());
    }

    @Test
    void starsAndPickerGiveNumbersOfTheRange() {
        window.goTo("ranges/stars");
        window.press(KeyCode.DIGIT4, KeyCode.LEFT);
        assertEquals(Optional.of("3"), window.answer("ranges/stars"));
        assertEquals(List.of("3 / 5"), window.seen(".range-value"));
        window.press(KeyCode.ENTER, KeyCode.SPACE);
        window.type("40");
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("40"), window.answer("ranges/picked"));
        assertEquals("40", window.seen(".minimal-head > .label").getFirst());
        window.press(KeyCode.ENTER);
        assertEquals("gender", window.here());
    }

    @Test
    void otherAsksForItsTextOnTheNextPage() {
        window.goTo("choices/channels");
        window.press(KeyCode.DIGIT1, KeyCode.DIGIT5, KeyCode.ENTER);
        assertEquals(Optional.of("1 other"), window.answer("choices/channels"));
        assertEquals("channels_other", window.here());
        window.type("Hàng xóm");
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("Hàng xóm"), window.answer("choices/channels_other"));
        assertEquals("likert", window.here());
        window.press(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.SPACE);
        assertEquals(Optional.of("2"), window.answer("choices/likert"));
    }

    @Test
    void columnsAreWalkedInBothDirections() {
        window.goTo("choices/columns");
        window.press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.SPACE);
        assertEquals(Optional.of("4"), window.answer("choices/columns"));
    }

    @Test
    void closedListOpensAndClosesWhenOneWasChosen() {
        window.goTo("choices/closed");
        assertEquals(List.of(), window.seen(".choice-words"));
        window.press(KeyCode.DOWN);
        assertEquals(5, window.seen(".choice-words").size());
        window.press(KeyCode.DIGIT3);
        assertEquals(Optional.of("3"), window.answer("choices/closed"));
        assertEquals(List.of(), window.seen(".choice-words"));
        assertEquals("Báo chí, truyền hình", window.seen(".minimal-head > .label").getFirst());
        window.press(KeyCode.ENTER);
        assertEquals("quick", window.here());
    }

    @Test
    void quickChoiceGoesOnByItself() {
        window.goTo("choices/quick");
        window.press(KeyCode.DIGIT2);
        assertEquals(Optional.of("2"), window.answer("choices/quick"));
        assertEquals("commune", window.here());
    }

    @Test
    void longListIsSearchedWithoutAccentsAndTakenByEnter() {
        window.goTo("choices/commune");
        window.press(KeyCode.B, KeyCode.A, KeyCode.SPACE, KeyCode.V, KeyCode.I);
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("4"), window.answer("choices/commune"));
        assertEquals("commune", window.here());
        assertEquals(List.of("Đã chọn: Ba Vì"), window.seen(".choice-told"));
        window.press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertEquals(Optional.of("2"), window.answer("choices/commune"));
        window.press(KeyCode.ENTER);
        assertEquals("communes", window.here());
    }

    @Test
    void rankingIsNumberedAndMovedByKeys() {
        window.goTo("choices/wishes");
        window.press(KeyCode.DIGIT3, KeyCode.DIGIT1, KeyCode.DIGIT4);
        assertEquals(Optional.empty(), window.answer("choices/wishes"), "not whole yet");
        window.robot.push(KeyCode.ALT, KeyCode.UP);
        window.press(KeyCode.DIGIT2);
        assertEquals(Optional.of("3 4 1 2"), window.answer("choices/wishes"));
        window.robot.push(KeyCode.ALT, KeyCode.UP);
        assertEquals(Optional.of("3 4 2 1"), window.answer("choices/wishes"));
        assertTrue(window.seen(".choice-told").getFirst().startsWith("1. Cán bộ giải thích rõ hơn"));
        window.press(KeyCode.DIGIT3);
        assertEquals(List.of("4", "2", "1"), window.model.answers().ranking(EveryType.path("choices/wishes")));
    }

    @Test
    void dateIsTypedOrTakenFromTheCalendar() {
        window.goTo("times/day");
        window.type("2/11/2024");
        window.robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(Optional.of("2024-11-02"), window.answer("times/day"));
        assertEquals(List.of("Thứ Bảy, ngày 2 tháng 11 năm 2024"), window.seen(".echo"));
        window.press(KeyCode.PAGE_DOWN, KeyCode.DOWN, KeyCode.LEFT, KeyCode.ENTER);
        assertEquals(Optional.of("2024-12-08"), window.answer("times/day"));
        assertEquals("08/12/2024", window.input().getText());
        assertEquals("day", window.here(), "the calendar's Enter takes the day and stays");
        window.press(KeyCode.ENTER);
        assertEquals("month", window.here());
        window.type("11/2024");
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("2024-11-01"), window.answer("times/month"));
        window.type("1987");
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("1987-01-01"), window.answer("times/year"));
    }

    @Test
    void pastedMapLinkBecomesAPlaceAndOneAbroadIsOnlyHintedAt() {
        window.goTo("times/place");
        window.type("https://www.google.com/maps/@21.0285,105.8542,17z");
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("21.0285 105.8542 0 0"), window.answer("times/place"));
        window.goTo("times/place");
        assertEquals(List.of("21,0285° vĩ Bắc · 105,8542° kinh Đông"), window.seen(".echo"));
        window.robot.interact(() -> window.input().selectAll());
        window.type("48,85 2,35");
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("48.85 2.35 0 0"), window.answer("times/place"));
        window.goTo("times/place");
        assertTrue(window.seen(".echo").getFirst().contains("ngoài Việt Nam"));
    }

    @Test
    void scannerEndsWithEnterAndGoesOn() {
        window.goTo("times/code");
        for (KeyCode digit : List.of(KeyCode.DIGIT8, KeyCode.DIGIT9, KeyCode.DIGIT3, KeyCode.DIGIT4)) {
            window.press(digit);
        }
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("8934"), window.answer("times/code"));
        assertEquals("photo", window.here());
    }

    @Test
    void vietnameseIsComposedWithoutLosingLettersToTheSaving() {
        window.goTo("texts/line");
        TextInputControl field = window.input();
        window.robot.interact(() -> {
            compose(field, "", "Tả");
            field.fireEvent(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), "Tản Lĩnh", 0));
        });
        assertEquals("Tản Lĩnh", field.getText());
        window.press(KeyCode.ENTER);
        assertEquals(Optional.of("Tản Lĩnh"), window.answer("texts/line"));
    }

    private static void compose(TextInputControl field, String committed, String composed) {
        Event.fireEvent(field, new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                FXCollections.observableArrayList(new InputMethodTextRun(composed,
                        InputMethodHighlight.UNSELECTED_RAW)), committed, composed.length()));
    }

    @Test
    void lettersWithMarksOfTheirOwnStayAsTypedUntilTheFieldIsLeft() {
        window.goTo("texts/line");
        window.type("Ta\u0309n");
        window.robot.interact(() -> window.model.answers().type(EveryType.path("texts/phone"), "0912", typed ->
                new Reading.Outcome.Value(typed)));
        assertEquals("Ta\u0309n", window.input().getText(), "an answer elsewhere does not touch what is being typed");
        window.press(KeyCode.ENTER);
        window.goTo("texts/phone");
        window.goTo("texts/line");
        assertEquals("Tản", window.input().getText());
    }

    @Test
    void rubbishPastedIntoEveryTypedFieldIsRefusedInWordsAndKept() {
        String rubbish = "​<script>alert(1)</script> ‮ 🦆 =1+1 'OR' 1\tx";
        for (String path : List.of("texts/persons", "texts/area", "texts/phone", "ranges/slider", "times/day",
                "times/clock", "times/moment", "times/place")) {
            window.goTo(path);
            window.type(rubbish);
            window.press(KeyCode.ENTER);
            assertEquals(1, window.seen(".question-refusal").size(), path);
            assertEquals(Optional.empty(), window.answer(path));
            assertEquals(EveryType.path(path).name(), window.here());
        }
    }

}
