package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.release.Version;
import vn.hoidan.support.SettableClock;

/// That a newer version waits, in the window.
class NewVersionInWindowTest {
    private static final String SAID = "Phiên bản mới 1.4.2 đã tải xong, sẽ dùng ở lần mở sau.";
    private WindowBench bench;

    @BeforeEach
    void join() {
        bench = new WindowBench(new SettableClock(Instant.parse("2024-11-02T00:30:00Z")));
        bench.join(KeyCode.DIGIT1);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void waits() {
        UiThread.runAndWait(() -> bench.window().versionWaits(new Version(1, 4, 2)));
        bench.settle();
    }

    @Test
    void isSaidWithoutTakingAnythingFromThePersonAtWork() {
        assertFalse(bench.says("Phiên bản mới"), bench.text());
        Node focused = bench.focused();
        Object screen = bench.window().top();
        waits();
        assertTrue(bench.says(SAID), bench.text());
        assertSame(focused, bench.focused());
        assertSame(screen, bench.window().top());
        bench.picture("version-waits");
        bench.press(KeyCode.M).press(KeyCode.ESCAPE);
        assertSame(screen, bench.window().top(), "Esc goes back as ever");
        assertTrue(bench.says(SAID), "gone before it was put away");
        bench.control(KeyCode.G);
        assertTrue(bench.says("New version 1.4.2 has been downloaded"), bench.text());
    }

    @Test
    void staysOverALockAndGoesWhenItIsPutAway() {
        waits();
        bench.control(KeyCode.L);
        assertTrue(bench.says(SAID), bench.text());
        UiThread.runAndWait(() -> bench.button("version-away").fire());
        bench.settle();
        assertFalse(bench.says("Phiên bản mới"), bench.text());
        bench.control(KeyCode.G);
        assertFalse(bench.says("New version"), "back by itself");
    }
}
