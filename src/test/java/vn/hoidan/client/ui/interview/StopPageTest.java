package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Theme;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.support.Samples;

/// The page that stands in the way while no unit is left, by its keys alone.
class StopPageTest extends FreePlace {
    private final FxRobot robot = new FxRobot();
    private InterviewWork work;
    private InterviewViewModel model;
    private Stage stage;

    @BeforeEach
    void stopAtAWomanWithoutAUnit() throws TimeoutException {
        byGender();
        grant(1, MAN, 2);
        work = begin(1);
        UiThread.start();
        UiThread.runAndWait(() -> Theme.install());
        stage = FxToolkit.registerPrimaryStage();
        UiThread.runAndWait(() -> {
            model = open(work);
            InterviewScreen screen = new InterviewScreen(model, () -> "", new Language("vi"), InterviewBench.HANOI);
            Scene scene = new Scene((Parent) screen.node(), 1366, 686);
            Theme.dress(scene, 1);
            stage.setScene(scene);
            stage.show();
            screen.shown();
        });
        press(KeyCode.DIGIT2, KeyCode.ENTER);
        assertTrue(stops(), "a woman, and only units for men are left");
    }

    @AfterEach
    void close() throws TimeoutException {
        robot.release(new KeyCode[0]);
        FxToolkit.cleanupStages();
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
        }
    }

    private boolean stops() {
        return node(".no-unit").isVisible();
    }

    private Node node(String selector) {
        return robot.lookup(selector).query();
    }

    private void type(String code) {
        TextField field = (TextField) node("#unit-code");
        assertTrue(field.isFocused(), "the field has the keyboard");
        robot.interact(() -> field.replaceSelection(code));
    }

    private List<Outcome> outcomes() {
        return store.contacts(Samples.LIST).stream().map(Contact::outcome).toList();
    }

    @Test
    void goesOnByTWhenAUnitCameMeanwhile() {
        press(KeyCode.T);
        assertTrue(stops(), "none came yet");
        grant(2, WOMAN, 1);
        press(KeyCode.T);
        assertFalse(stops());
        assertEquals("ethnicity", question(model));
        assertEquals(0, free(WOMAN));
    }

    @Test
    void endsOnlyWhenKIsPressedTwice() {
        press(KeyCode.K);
        assertEquals(0, left);
        assertEquals(List.of(Outcome.INTERVIEW_STARTED), outcomes());
        assertEquals("Nhấn lần nữa để kết thúc", ((Labeled) node("#turn-away")).getText());
        press(KeyCode.K);
        assertEquals(1, left);
        assertEquals(List.of(Outcome.INTERVIEW_STARTED, Outcome.QUOTA_FULL), outcomes());
        assertEquals(InterviewState.BROKEN_OFF, store.interview(work.id()).orElseThrow().state());
    }

    @Test
    void takesAColleaguesCodeAndSaysWhenItIsMistyped() {
        String spoken = CODE.spoken();
        char last = spoken.charAt(spoken.length() - 1);
        type(spoken.substring(0, spoken.length() - 1) + (last == '0' ? '1' : '0'));
        press(KeyCode.ENTER);
        assertTrue(stops(), "a check digit is wrong");
        robot.interact(() -> ((TextField) node("#unit-code")).clear());
        type(spoken);
        press(KeyCode.ENTER);
        assertFalse(stops());
        assertEquals("ethnicity", question(model));
        assertEquals(Set.of(CODE), store.hand().codes());
    }

    @Test
    void goesBackToTheScreeningByEscape() {
        press(KeyCode.ESCAPE);
        assertFalse(stops());
        assertEquals("gender", question(model));
    }
}
