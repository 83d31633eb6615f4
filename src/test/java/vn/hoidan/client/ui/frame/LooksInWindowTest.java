package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.support.SettableClock;

/// Colours and size of text, by keys and by the menu of the bar, before anybody has signed in and after.
final class LooksInWindowTest {
    private static final int FRAMES_SECONDS = 30;
    private WindowBench bench;

    @BeforeEach
    void open() {
        bench = new WindowBench(new SettableClock(Instant.parse("2024-11-02T01:30:00Z")));
    }

    @AfterEach
    void close() {
        UiThread.runAndWait(() -> bench.looks.choose(Look.USUAL));
        bench.close();
    }

    private double headSize() {
        return ((Label) bench.window().scene().lookup(".headline")).getFont().getSize();
    }

    /// True when light letters stand on dark ground.
    private boolean dark() {
        bench.text();
        Label head = (Label) bench.window().scene().lookup(".headline");
        return ((Color) head.getTextFill()).getBrightness() > 0.5;
    }

    @Test
    void coloursGoRoundByKeyAndAreKept() {
        assertFalse(dark());
        bench.control(KeyCode.U);
        assertTrue(dark());
        bench.control(KeyCode.U);
        assertFalse(dark());
        bench.control(KeyCode.U);
        assertEquals(List.of(Look.USUAL.in(Look.Colours.DARK), Look.USUAL.in(Look.Colours.CONTRAST), Look.USUAL),
                bench.kept);
    }

    @Test
    void textGrowsToTwiceItsSizeAndBackByKeys() {
        bench.text();
        double usual = headSize();
        for (int step = 0; step < 7; step++) {
            bench.control(KeyCode.EQUALS);
        }
        bench.text();
        assertEquals(2 * usual, headSize(), 1);
        bench.control(KeyCode.SUBTRACT);
        assertEquals(175, bench.looks.now().textPercent());
        bench.control(KeyCode.DIGIT0);
        bench.text();
        assertEquals(usual, headSize(), 0.1);
    }

    @Test
    void menuOfTheBarChoosesAndTellsWhatIsChosen() {
        ContextMenu menu = opened((ButtonBase) bench.window().scene().lookup("#frame-look"));
        UiThread.runAndWait(() -> item(menu, "look-contrast").fire());
        UiThread.runAndWait(() -> item(menu, "look-150").fire());
        assertEquals(new Look(Look.Colours.CONTRAST, 150), bench.looks.now());
        assertTrue(((RadioMenuItem) item(menu, "look-contrast")).isSelected());
        assertFalse(((RadioMenuItem) item(menu, "look-100")).isSelected());
        assertEquals("Cỡ chữ 150 %", item(menu, "look-150").getText());
        bench.control(KeyCode.G);
        assertEquals("Text 150 %", item(menu, "look-150").getText());
    }

    @Test
    void firstPageScrollsOnlyWhereThereIsNoRoomForIt() throws TimeoutException {
        Parent root = bench.window().scene().getRoot();
        bench.text();
        assertEquals(0, root.lookupAll(".scroll-bar").size());
        Node focused = bench.window().scene().getFocusOwner();
        UiThread.runAndWait(() -> {
            ((Stage) bench.window().scene().getWindow()).setMinHeight(0);
            bench.window().scene().getWindow().setHeight(240);
        });
        // the page is laid out, then wrapped, and then laid out anew, each in a frame of its own
        WaitForAsyncUtils.waitFor(FRAMES_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() ->
                root.lookupAll(".scroll-bar").stream().anyMatch(Node::isVisible)).get());
        // digits choose somebody only while the keyboard is in the page
        assertSame(focused, bench.window().scene().getFocusOwner());
        bench.press(KeyCode.DIGIT1);
        assertNotNull(bench.window().scene().lookup("#pin"));
    }

    /// The keys of a screen work within it only, so what was clicked in the bar must not keep them.
    @Test
    void keyboardIsBackAtTheWorkOnceTheBarWasUsed() {
        bench.join(KeyCode.DIGIT1);
        Node working = bench.window().scene().getFocusOwner();
        assertNotNull(working);
        for (String id : List.of("#frame-language", "#frame-look")) {
            ButtonBase used = (ButtonBase) bench.window().scene().lookup(id);
            UiThread.runAndWait(() -> {
                used.requestFocus();
                used.fire();
                Window.getWindows().stream().filter(ContextMenu.class::isInstance).toList().forEach(Window::hide);
            });
            bench.text();
            assertSame(working, bench.window().scene().getFocusOwner(), id);
        }
    }

    private static ContextMenu opened(ButtonBase button) {
        UiThread.runAndWait(button::fire);
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                .findFirst().orElseThrow();
    }

    private static MenuItem item(ContextMenu menu, String id) {
        return menu.getItems().stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow();
    }

    @Test
    void rowsOfListsGrowWithTheText() {
        bench.join(KeyCode.DIGIT1);
        double usual = rowHeight();
        bench.control(KeyCode.ADD).control(KeyCode.ADD).control(KeyCode.ADD);
        assertEquals(usual * 1.5, rowHeight(), 0.5);
    }

    private double rowHeight() {
        bench.text();
        return bench.window().scene().getRoot().lookupAll("#tasks .list-cell").stream().filter(Node::isVisible)
                .mapToDouble(node -> ((Region) node).getHeight()).max().orElseThrow();
    }

    /// What is covered by the sheet of keys must not be answered by keys that nobody means for it.
    @Test
    void keysDoNotReachTheScreenBelowTheSheet() {
        bench.join(KeyCode.DIGIT1);
        bench.press(KeyCode.F1);
        assertTrue(bench.says("Phím của cửa sổ"), bench.text());
        bench.press(KeyCode.DIGIT1);
        assertTrue(bench.says("Việc tiếp theo"), bench.text());
        assertFalse(bench.says("Phím của cửa sổ"), bench.text());
        bench.press(KeyCode.DIGIT1);
        assertTrue(bench.says("Hộ 001"), bench.text());
    }

    @Test
    void actsOfTheBarAreBigEnoughForAFinger() {
        bench.join(KeyCode.DIGIT1);
        bench.text();
        for (Node node : bench.window().scene().getRoot().lookupAll(".top-act")) {
            if (node.isVisible()) {
                assertTrue(((Region) node).getHeight() >= 44, node.getId() + " " + ((Region) node).getHeight());
            }
        }
    }
}
