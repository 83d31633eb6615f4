package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.support.SettableClock;

/// A supervisor says something to enumerators and sees who has read it.
class PostInWindowTest {
    private final WindowBench bench = new WindowBench(new SettableClock(Instant.parse("2024-11-02T00:30:00Z")));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void sendsToTheWholeTeamAndTellsWhoHasNotReadIt() {
        bench.join(KeyCode.DIGIT2);
        bench.press(KeyCode.M);
        assertTrue(bench.says("Nhắn điều tra viên"), bench.text());
        bench.control(KeyCode.ENTER);
        assertTrue(bench.says("Hãy gõ nội dung"), bench.text());
        assertEquals(List.of(), bench.office.sent);
        bench.type("Mai hop o xa").control(KeyCode.ENTER);
        assertEquals("Mai hop o xa", bench.office.sent.getFirst().message().text());
        assertTrue(bench.says("Đã gửi: Cả đội (1 người)."), bench.text());
        assertTrue(bench.says("Đã đọc 0/1. Chưa đọc: A"), bench.text());
        bench.picture("post");
    }

    @Test
    void saysThatNothingCanBeSentWithoutANetworkAndKeepsTheText() {
        bench.join(KeyCode.DIGIT2);
        bench.press(KeyCode.M);
        bench.network.turn(false);
        bench.press(KeyCode.TAB).type("Mai hop").control(KeyCode.ENTER);
        assertTrue(bench.says("2001"), bench.text());
        bench.network.turn(true);
        bench.control(KeyCode.ENTER);
        assertEquals(1, bench.office.sent.size());
    }
}
