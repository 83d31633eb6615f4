package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.sync.AsideRelease;
import vn.hoidan.support.SettableClock;

/// What a supervisor sees and does about records that the office could not use.
class AsideInWindowTest {
    private final WindowBench bench = new WindowBench(new SettableClock(Instant.parse("2024-11-02T00:30:00Z")));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void tellsTheCauseInWordsAndHasARecordTriedAgainWithAReason() {
        bench.join(KeyCode.DIGIT2).picture("aside-board");
        bench.press(KeyCode.Q);
        assertTrue(bench.says("2 bản ghi đã nhận và giữ nhưng chưa dùng được"), bench.text());
        assertTrue(bench.says("phiếu: danh sách không có"), bench.text());
        assertTrue(bench.says("Văn phòng thêm danh sách"), bench.text());
        bench.picture("aside");
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Hãy ghi lý do"), bench.text());
        assertEquals(List.of(), bench.office.releases);
        bench.type("danh sach da co").press(KeyCode.ENTER);
        assertEquals(List.of(new AsideRelease("device-e", 4, "danh sach da co")), bench.office.releases);
        assertTrue(bench.says("Đã nhận bản ghi."), bench.text());
        assertFalse(bench.says("phiếu: danh sách không có"), bench.text());
        assertTrue(bench.says("Hỏi điều tra viên đó là hộ nào"), bench.text());
    }

    @Test
    void saysThatNothingCanBeAskedWithoutANetwork() {
        bench.join(KeyCode.DIGIT2);
        bench.network.turn(false);
        bench.press(KeyCode.Q);
        assertTrue(bench.says("2001"), bench.text());
    }
}
