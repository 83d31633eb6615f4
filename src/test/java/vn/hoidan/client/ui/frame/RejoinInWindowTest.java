package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.survey.Role;
import vn.hoidan.support.PracticeOffice;
import vn.hoidan.support.SettableClock;

/// What somebody sees whose laptop the office does not know any more.
class RejoinInWindowTest {
    private final WindowBench bench = new WindowBench(new SettableClock(Instant.parse("2024-11-02T00:30:00Z")));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void entersANewCodeWhereTheOfficeRefusesTheLaptopAndGoesOnWithTheSameStore() {
        bench.join(KeyCode.DIGIT1);
        String village = "Thôn 1";
        assertTrue(bench.says(village), bench.text());
        bench.office.forgetful = true;
        bench.control(KeyCode.D);
        assertTrue(bench.says("Văn phòng không còn nhận ra máy này."), bench.text());
        bench.picture("rejoin-banner");
        press("problem-new-code");
        assertTrue(bench.says("Nối lại máy này với văn phòng"), bench.text());
        assertTrue(bench.says("Mọi phiếu vẫn còn nguyên"), bench.text());
        bench.picture("rejoin");
        String others = PracticeOffice.code(Role.SUPERVISOR).asText();
        bench.type(others).press(KeyCode.TAB).type("246810").press(KeyCode.ENTER);
        assertTrue(bench.says("được cấp cho người khác"), bench.text());
        String own = PracticeOffice.code(Role.ENUMERATOR).asText();
        bench.control(KeyCode.A).type(own).press(KeyCode.TAB).type("246810").press(KeyCode.ENTER);
        assertTrue(bench.says(village), bench.text());
        assertFalse(bench.says("không còn nhận ra"), bench.text());
    }

    @Test
    void reachesTheSamePageFromThePin() {
        bench.join(KeyCode.DIGIT1);
        bench.control(KeyCode.L).press(KeyCode.DIGIT1);
        press("pin-new-code");
        assertTrue(bench.says("Nối lại máy này với văn phòng"), bench.text());
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("Quên mã PIN"), bench.text());
    }

    private void press(String button) {
        UiThread.runAndWait(() -> bench.button(button).fire());
        bench.settle();
    }
}
