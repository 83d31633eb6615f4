package vn.hoidan.client.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

final class KeyTableTest {
    private final List<String> done = new ArrayList<>();
    private final Texts texts = new Texts("vn/hoidan/client/ui/interview/interview", new Language("en"));
    private boolean end;
    private final KeyTable table = new KeyTable(texts, List.of(
            KeyLine.of("sheet.rate", KeyAct.places(() -> "1–3", KeyTableTest::place, () -> end ? 0 : 3,
                    place -> done.add("level " + place))).inFoot("key.rate"),
            KeyLine.of("sheet.finding.enter", KeyAct.on("Enter", () -> done.add("open"))).when(() -> end).once()
                    .inFoot("key.open"),
            KeyLine.of("sheet.next", KeyAct.on("Enter", () -> done.add("next"))).when(() -> !end).once()
                    .inFoot("key.next"),
            KeyLine.of("sheet.sections", KeyAct.on("Ctrl+↑", () -> done.add("up")),
                    KeyAct.on("Ctrl+↓", () -> done.add("down"))),
            KeyLine.of("sheet.tab", KeyAct.told("Tab"))));

    private static OptionalInt place(KeyCode code) {
        return code.isDigitKey() ? OptionalInt.of(code.getName().charAt(code.getName().length() - 1) - '1')
                : OptionalInt.empty();
    }

    private static KeyEvent key(KeyCode code, boolean shift, boolean control, boolean alt) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false);
    }

    private boolean press(KeyCode code) {
        return table.press(key(code, false, false, false), false);
    }

    @Test
    void firstLineThatIsOfUseHasTheKey() {
        assertTrue(press(KeyCode.ENTER));
        end = true;
        assertTrue(press(KeyCode.ENTER));
        assertEquals(List.of("next", "open"), done);
    }

    @Test
    void keyOfNoUseMeansNothing() {
        end = true;
        assertFalse(press(KeyCode.DIGIT2));
        assertFalse(press(KeyCode.TAB), "the toolkit has it");
        assertFalse(press(KeyCode.DOWN), "it wants Ctrl");
        assertFalse(table.press(key(KeyCode.DIGIT2, false, false, true), false));
        assertEquals(List.of(), done);
    }

    @Test
    void placesBeyondTheLastMeanNothing() {
        assertTrue(press(KeyCode.NUMPAD3));
        assertFalse(press(KeyCode.DIGIT4));
        assertEquals(List.of("level 2"), done);
    }

    @Test
    void keyHeldDownIsKeptFromOthersAndActsOnceUnlessItRepeats() {
        table.press(key(KeyCode.ENTER, false, false, false), true);
        assertTrue(table.press(key(KeyCode.DIGIT1, false, false, false), true));
        assertTrue(table.press(key(KeyCode.DOWN, false, true, false), true));
        assertEquals(List.of("down"), done);
    }

    @Test
    void sheetTellsWhatIsOfUseHereAndElsewhere() {
        assertEquals(List.of(new KeyHint("1–3", texts.get("sheet.rate"), true),
                new KeyHint("Enter", texts.get("sheet.finding.enter"), false),
                new KeyHint("Enter", texts.get("sheet.next"), true),
                new KeyHint("Ctrl+↑, Ctrl+↓", texts.get("sheet.sections"), true),
                new KeyHint("Tab", texts.get("sheet.tab"), true)), table.sheet());
    }

    @Test
    void footTellsKeysOfUseOnlyAndTouchDoesTheSame() {
        assertEquals(List.of("1–3", "Enter"), table.foot().stream().map(offer -> offer.hint().keys()).toList());
        assertTrue(table.foot().getFirst().touch().isEmpty());
        table.foot().get(1).touch().orElseThrow().run();
        assertEquals(List.of("next"), done);
        assertEquals(table.foot(), table.foot(), "equal hints are not drawn again");
    }

    @Test
    void namesOfKeysMeanBothBlocksOfTheKeyboard() {
        assertTrue(KeyPress.of("0").matches(key(KeyCode.NUMPAD0, false, false, false)));
        assertTrue(KeyPress.of("+").matches(key(KeyCode.ADD, false, false, false)));
        assertTrue(KeyPress.of("Ctrl++").matches(key(KeyCode.EQUALS, true, true, false)));
        assertTrue(KeyPress.of("Ctrl+-").matches(key(KeyCode.SUBTRACT, false, true, false)));
        assertFalse(KeyPress.of("0").matches(key(KeyCode.NUMPAD0, false, true, false)));
        assertTrue(KeyPress.of("Shift+Enter").matches(key(KeyCode.ENTER, true, false, false)));
        assertFalse(KeyPress.of("Enter").matches(key(KeyCode.ENTER, true, false, false)));
        assertThrows(IllegalArgumentException.class, () -> KeyPress.of("Enterr"));
    }
}
