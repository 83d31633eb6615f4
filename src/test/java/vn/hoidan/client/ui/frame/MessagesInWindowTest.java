package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.support.SettableClock;

/// What the office says, in the window.
class MessagesInWindowTest {
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

    private void say(String id, String text) {
        bench.profiles.store().apply(List.of(new Change.MessageReceived(new OfficeMessage(id,
                Instant.parse("2024-11-02T00:20:00Z"), "Giám sát viên huyện", text))));
        bench.control(KeyCode.D);
    }

    @Test
    void saysWhatIsNewOnTheHomeScreenUntilItWasRead() {
        assertFalse(bench.says("Tin nhắn của văn phòng"), bench.text());
        bench.press(KeyCode.M);
        assertFalse(bench.says("Tin nhắn của văn phòng"), bench.text());
        say("m-1", "Thứ hai họp ở xã.\nMang theo giấy giới thiệu.");
        say("m-2", "Trời sắp bão.");
        assertTrue(bench.says("2 tin mới. Giám sát viên huyện: Trời sắp bão."), bench.text());
        bench.picture("messages-home");
        bench.press(KeyCode.M);
        assertTrue(bench.says("Mới · Giám sát viên huyện · "), bench.text());
        assertTrue(bench.says("Mang theo giấy giới thiệu."), bench.text());
        assertTrue(bench.text().indexOf("Trời sắp bão.") < bench.text().indexOf("Thứ hai họp"), "newest first");
        bench.picture("messages");
        bench.control(KeyCode.G);
        assertTrue(bench.says("Messages of the office"), bench.text());
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("No new message from the office."), bench.text());
    }
}
