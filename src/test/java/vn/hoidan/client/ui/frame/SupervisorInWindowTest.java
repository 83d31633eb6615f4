package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.machine.Look;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.quota.QuotaDecision.Verdict;
import vn.hoidan.support.SettableClock;

/// What a supervisor sees of a quota cell and decides about it, by keyboard alone.
final class SupervisorInWindowTest {
    private static final String BA_VI = "Huyện Ba Vì";
    private WindowBench bench;

    @BeforeEach
    void openBaVi() {
        bench = new WindowBench(new SettableClock(Instant.parse("2024-11-02T01:30:00Z")));
        bench.join(KeyCode.DIGIT2);
        ListView<?> areas = (ListView<?>) bench.window().scene().lookup("#areas");
        for (int row = 0; row < areas.getItems().size()
                && !areas.getSelectionModel().getSelectedItem().toString().contains("name=" + BA_VI); row++) {
            bench.press(KeyCode.DOWN);
        }
        bench.press(KeyCode.D);
    }

    @AfterEach
    void close() {
        UiThread.runAndWait(() -> bench.looks.choose(Look.USUAL));
        bench.close();
    }

    @Test
    void tellsWhoHasUnitsWhatWaitsAndWhenTheCellIsFull() {
        assertTrue(bench.says("Mục tiêu 450 · đã nhận 111 (trong đó 3 phiếu nhận muộn) · đang giữ 96"), bench.text());
        assertTrue(bench.says("Điều tra viên 1 (tập dượt): 96 suất, dùng hoặc đồng bộ trước 5/11 07:12"),
                bench.text());
        assertTrue(bench.says("suất đã bị thu lại vì máy im lặng hoặc mất"), bench.text());
        assertTrue(bench.says("Điều tra viên 1 (tập dượt) chuyển 4 suất (mọi người) cho Điều tra viên 2 (tập dượt)"),
                bench.text());
        assertTrue(bench.says("đầy vào khoảng 16/11"), bench.text());
        assertTrue(bench.says("trong khoảng 12/11 đến 22/11"), bench.text());
        assertTrue(bench.says("Điều tra viên 2 (tập dượt) · Huyện Quốc Oai · chưa đồng bộ lần nào"), bench.text());
        bench.picture("cells");
    }

    @Test
    void changesATargetWithAReasonAfterSayingWhatWillHappenAndShowsTheNewOne() {
        bench.press(KeyCode.M);
        assertTrue(bench.says("Hãy nhập mục tiêu mới và lý do."), bench.text());
        bench.type("200").press(KeyCode.ENTER).press(KeyCode.ENTER);
        assertTrue(bench.says("Hãy nhập mục tiêu mới và lý do."), "no reason yet");
        bench.type("thiếu người đi phỏng vấn");
        assertTrue(bench.says("mục tiêu từ 450 xuống 200. Những gì đã nhận và đã giao không thu lại, "
                + "nên số phiếu có thể lên tới 207."), bench.text());
        bench.picture("decision-target");
        bench.press(KeyCode.ENTER);
        assertEquals(List.of(), bench.office.decided(), "the button has the keyboard, nothing was sent");
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Xong. Máy chủ đã thực hiện"), bench.text());
        assertEquals(1, bench.office.decided().size());
        assertEquals(200, ((QuotaDecision.Retarget) bench.office.decided().getFirst()).target());
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Mục tiêu 200 · đã nhận 111"), bench.text());
    }

    @Test
    void rulesOnAnInterviewThatWaitsAndTellsWhenNoUnitIsFree() {
        bench.press(KeyCode.DIGIT1);
        assertTrue(bench.says("Tính, nếu còn suất"), bench.text());
        bench.press(KeyCode.ENTER).type("đã gọi kiểm tra").press(KeyCode.ENTER);
        bench.picture("decision-rule");
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Chưa tính được: không còn suất tự do."), bench.text());
        bench.press(KeyCode.ENTER, KeyCode.DIGIT1, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER).type("phiếu hỏng")
                .press(KeyCode.ENTER);
        assertTrue(bench.says("Quyết định này không rút lại được."), bench.text());
        bench.press(KeyCode.ENTER);
        InterviewId first = new InterviewId(new UUID(0, 1));
        assertEquals(List.of(new QuotaDecision.Rule(first, Verdict.ACCEPT, "đã gọi kiểm tra"),
                new QuotaDecision.Rule(first, Verdict.VOID, "phiếu hỏng")), bench.office.decided());
        bench.press(KeyCode.ENTER, KeyCode.DIGIT2, KeyCode.ENTER).type("trùng hộ").press(KeyCode.ENTER,
                KeyCode.ENTER);
        assertEquals(new QuotaDecision.Rule(new InterviewId(new UUID(0, 2)), Verdict.VOID, "trùng hộ"),
                bench.office.decided().getLast(), "a household that counts leaves only this");
    }

    @Test
    void rejectsAnInterviewThatCountsWithAReason() {
        bench.press(KeyCode.C);
        assertTrue(bench.says("Hiện 2 trong 2 phiếu"), bench.text());
        bench.type("thôn 1");
        assertTrue(bench.says("Hiện 1 trong 2 phiếu"), bench.text());
        bench.picture("counted");
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Thôn 1 (tập dượt), hộ 4 · Điều tra viên 1 (tập dượt)"), bench.text());
        bench.press(KeyCode.ENTER).type("gọi lại, chủ hộ nói không ai hỏi").press(KeyCode.ENTER);
        assertTrue(bench.says("suất của nó trở lại"), bench.text());
        bench.press(KeyCode.ENTER);
        assertEquals(List.of(new QuotaDecision.Rule(new InterviewId(new UUID(0, 11)), Verdict.REJECT,
                "gọi lại, chủ hộ nói không ai hỏi")), bench.office.decided());
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Hiện 1 trong 2 phiếu"), bench.text());
    }

    @Test
    void reportsALostLaptopOnlyWithANetworkAndKeepsWhatIsTyped() {
        bench.press(KeyCode.B, KeyCode.DOWN, KeyCode.ENTER).type("mất trên xe buýt").press(KeyCode.ENTER);
        assertTrue(bench.says("trên máy của Điều tra viên 2 (tập dượt) bị thu lại ngay"), bench.text());
        bench.network.turn(false);
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Không có mạng."), bench.text());
        assertTrue(bench.says("Chưa có gì thay đổi."), bench.text());
        assertEquals(List.of(), bench.office.decided());
        bench.picture("decision-no-network");
        bench.network.turn(true);
        bench.press(KeyCode.ENTER);
        assertEquals(List.of(new QuotaDecision.LaptopLost("dtv-2", "mất trên xe buýt")), bench.office.decided());
    }

    @Test
    void saysThatTheServerMayHaveHeardItWhenOnlyTheAnswerWasLost() {
        bench.office.loseAnswers(true);
        bench.press(KeyCode.DIGIT1, KeyCode.DOWN, KeyCode.ENTER).type("bù phiếu").press(KeyCode.ENTER, KeyCode.ENTER);
        assertTrue(bench.says("không biết máy chủ đã nhận quyết định hay chưa"), bench.text());
        bench.office.loseAnswers(false);
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Xong. Máy chủ đã thực hiện"), bench.text());
        assertEquals(Verdict.ACCEPT_RAISING, ((QuotaDecision.Rule) bench.office.decided().getLast()).verdict());
    }

    @Test
    void speaksEnglishAndWearsTheDarkLookInLargeText() {
        bench.control(KeyCode.G);
        assertTrue(bench.says("Target 450 · accepted 111 (3 of them late)"), bench.text());
        UiThread.runAndWait(() -> bench.looks.choose(Look.USUAL.in(Look.Colours.DARK).withText(200)));
        bench.settle();
        bench.picture("cells-en-dark-large");
        bench.press(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
        bench.picture("cells-en-dark-large-end");
        bench.press(KeyCode.M);
        bench.type("500").press(KeyCode.ENTER).type("more people");
        assertTrue(bench.says("the target goes from 450 to 500"), bench.text());
        bench.picture("decision-en-dark-large");
    }
}
