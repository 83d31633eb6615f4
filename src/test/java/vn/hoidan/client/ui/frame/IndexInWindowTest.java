package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.support.SettableClock;

/// The index in the window, by keyboard alone.
final class IndexInWindowTest {
    private WindowBench bench;

    @BeforeEach
    void open() {
        bench = new WindowBench(new SettableClock(Instant.parse("2024-11-02T01:30:00Z")));
        bench.join(KeyCode.DIGIT2);
    }

    @AfterEach
    void close() {
        UiThread.runAndWait(() -> bench.looks.choose(Look.USUAL));
        bench.close();
    }

    private String clipboard() {
        String[] copied = new String[1];
        UiThread.runAndWait(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        return copied[0];
    }

    @Test
    void theBoardTellsTheProvisionalIndexOfEachDistrictWithIntervalAndBase() {
        assertTrue(bench.text().matches("(?s).*Huyện Ba Vì\\n[^\\n]*\\n?Chỉ số tạm tính \\d\\d,\\d\\d % "
                + "\\(\\d\\d,\\d\\d–\\d\\d,\\d\\d\\), 120 phiếu.*"), bench.text());
        bench.picture("board-index");
    }

    @Test
    void showsEveryPageByItsKeyAlwaysWithIntervalsAndWhereTheAxisBegins() {
        bench.press(KeyCode.I);
        assertTrue(bench.says("Tạm tính từ 720 phiếu trên 2.700 phiếu cần có"), bench.text());
        assertTrue(bench.says("mục tiêu 90 %"), bench.text());
        assertTrue(bench.says("Chú ý: trục bắt đầu từ 50 %"), bench.text());
        assertEquals(12, lines(), "overall, groups and elements");
        bench.picture("index-overview");
        bench.press(KeyCode.DIGIT2);
        assertEquals(9, lines());
        bench.press(KeyCode.RIGHT);
        assertEquals(39, lines());
        assertTrue(bench.says(" · Sở ") || bench.says(" · Ủy ban nhân dân"), "who answers for an item");
        bench.picture("index-items");
        bench.press(KeyCode.DIGIT4);
        assertEquals(6, lines());
        assertTrue(bench.says("Huyện Ba Vì"), bench.text());
        bench.picture("index-districts");
        bench.press(KeyCode.DIGIT5);
        assertTrue(bench.says("Trục từ 0 đến 100 %") && !bench.says("vạch đỏ"), "shares of answers lie low");
        bench.picture("index-answers");
        bench.press(KeyCode.DIGIT6);
        assertTrue(bench.says("Chưa có số liệu vòng trước"), bench.text());
        bench.press(KeyCode.DIGIT7);
        assertEquals(3 * (1 + 3), lines(), "overall and two groups, each with three months");
        assertTrue(bench.says("10/2024") && bench.says("kiểm định ở mức tin cậy 95 % chung cho cả 6 chênh lệch"),
                bench.text());
        bench.press(KeyCode.DOWN, KeyCode.DOWN);
        assertTrue(bench.says("so với tháng trước"), "the detail of a month");
        bench.picture("index-series");
        bench.press(KeyCode.DIGIT8);
        assertEquals(36, lines());
        assertTrue(bench.says("Từ chối: 9 · tỷ lệ trả lời 60,61 %"), bench.text());
        bench.picture("index-sample");
        bench.press(KeyCode.DIGIT9);
        assertTrue(bench.says("Hạt giống của lần chọn mẫu: 7"), bench.text());
        assertTrue(bench.says("Dấu vân tay của các phiếu đã tính"), bench.text());
        bench.picture("index-method");
        bench.press(KeyCode.RIGHT);
        assertEquals(12, lines());
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("Bảng hạn ngạch") || bench.says("Hạn ngạch ·"), bench.text());
    }

    @Test
    void showsTheSameAsATableAndCopiesIt() {
        bench.press(KeyCode.I, KeyCode.DIGIT4, KeyCode.T);
        bench.picture("index-table");
        bench.control(KeyCode.C);
        String[] rows = clipboard().split("\n");
        assertEquals(1 + 12 + 1, rows.length, "overall, groups, elements, interviews");
        assertTrue(rows[0].startsWith("Chỉ tiêu\t") && rows[0].contains("\tHuyện Ba Vì"), rows[0]);
        assertTrue(rows[13].startsWith("Số phiếu\t720\t120"), rows[13]);
        bench.press(KeyCode.ESCAPE);
        assertFalse(bench.window().scene().lookup("#table").isVisible());
        bench.control(KeyCode.M).control(KeyCode.D);
        assertTrue(bench.says("Không có mạng: chỉ số của lúc"), bench.text());
    }

    @Test
    void wearsEveryLookInBothLanguages() {
        bench.press(KeyCode.I);
        bench.control(KeyCode.G);
        assertTrue(bench.says("Provisional, from 720 interviews of 2,700 wanted"), bench.text());
        for (Look.Colours colours : Look.Colours.values()) {
            UiThread.runAndWait(() -> bench.looks.choose(Look.USUAL.in(colours)));
            bench.settle();
            bench.picture("index-en-" + colours.code());
        }
        UiThread.runAndWait(() -> bench.looks.choose(Look.USUAL.withText(200)));
        bench.settle();
        bench.picture("index-en-large");
        assertEquals(12, lines());
    }

    private int lines() {
        bench.settle();
        return ((ListView<?>) bench.window().scene().lookup("#lines")).getItems().size();
    }
}
