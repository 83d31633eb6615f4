package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.ui.kit.UiThread;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.support.PracticeOffice;
import vn.hoidan.support.SettableClock;

/// A day in the window, by keyboard alone.
final class WindowTest {
    private static final Instant MORNING = Instant.parse("2024-11-02T01:30:00Z");

    private WindowBench bench;

    @BeforeEach
    void open() {
        bench = new WindowBench(new SettableClock(MORNING));
    }

    @AfterEach
    void close() {
        bench.close();
        assertTrue(bench.closed);
    }

    @Test
    void joinsLocksAndUnlocksByKeyboardAndMakesWrongPinsWait() {
        bench.picture("signin");
        assertTrue(bench.says("Ai đang làm việc?"), bench.text());
        bench.press(KeyCode.DIGIT1).type("12345").press(KeyCode.TAB).type("12345").press(KeyCode.ENTER);
        assertTrue(bench.says("Mã PIN quá ngắn."), bench.text());
        bench.type("246810").press(KeyCode.TAB).type("246811").press(KeyCode.ENTER);
        assertTrue(bench.says("Hai lần nhập mã PIN không giống nhau."), bench.text());
        bench.picture("signin-pin");
        bench.type("246810").press(KeyCode.TAB).type("246810").press(KeyCode.ENTER);
        assertTrue(bench.says("Hôm nay, thứ Bảy 2/11/2024"), bench.text());

        bench.control(KeyCode.L);
        assertTrue(bench.profiles.store().isClosed());
        assertTrue(bench.says("Có trên máy này, đã khóa"));
        bench.press(KeyCode.DIGIT1).type("999999").press(KeyCode.ENTER);
        assertTrue(bench.says("Mã PIN không đúng (đã thử 1 lần)."));
        bench.type("999999").press(KeyCode.ENTER).type("999999").press(KeyCode.ENTER);
        assertTrue(bench.says("Hãy chờ 5 giây rồi thử lại."), bench.text());
        bench.type("246810").press(KeyCode.ENTER);
        assertTrue(bench.says("Mở khóa"), "the right PIN is not looked at while one must wait");
        bench.press(KeyCode.ESCAPE, KeyCode.DIGIT1).type("246810").press(KeyCode.ENTER);
        assertTrue(bench.says("Hôm nay, thứ Bảy 2/11/2024"));
    }

    /// What is in a scene is styled before the window comes up, seen or not.
    @Test
    void keepsWhatIsNotSeenOutOfTheFirstPage() {
        List<String> hidden = new ArrayList<>();
        UiThread.runAndWait(() -> unseen(bench.window().scene().getRoot(), hidden));
        assertEquals(List.of("problem", "key-sheet-ground"), hidden);
    }

    private static void unseen(Parent parent, List<String> hidden) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible()) {
                hidden.addAll(node.getStyleClass());
                assertEquals(List.of(), node instanceof Parent empty ? empty.getChildrenUnmodifiable() : List.of());
            } else if (node instanceof Parent more) {
                unseen(more, hidden);
            }
        }
    }

    @Test
    void opensAForgottenLaptopWithTheCodeReadByTheOffice() {
        bench.join(KeyCode.DIGIT1).control(KeyCode.L);
        bench.press(KeyCode.DIGIT1);
        UiThread.runAndWait(() -> bench.button("pin-forgotten").fire());
        bench.settle();
        assertTrue(bench.says("Tên máy: device-e · Lượt: 1"), bench.text());
        String code = PracticeOffice.spareKeys("device-e", 1).code().asText();
        bench.picture("forgotten");
        bench.type("XXXX" + code.substring(4)).press(KeyCode.TAB).type("975310").press(KeyCode.TAB).type("975310")
                .press(KeyCode.ENTER);
        assertTrue(bench.says("Mã bị gõ nhầm ở nhóm 1."), bench.text());
        bench.picture("forgotten-slip");
        correct("code", code);
        bench.press(KeyCode.TAB).type("975310").press(KeyCode.TAB).type("975311").press(KeyCode.ENTER);
        assertTrue(bench.says("Hai lần nhập mã PIN không giống nhau."), bench.text());
        correct("code", PracticeOffice.spareKeys("device-e", 7).code().asText());
        bench.press(KeyCode.TAB).type("975310").press(KeyCode.TAB).type("975310").press(KeyCode.ENTER);
        assertTrue(bench.says("Mã mở lại không đúng với máy này (đã thử 1 lần)."), bench.text());
        correct("code", code);
        bench.press(KeyCode.TAB).type("975310").press(KeyCode.TAB).type("975310").press(KeyCode.ENTER);
        assertTrue(bench.says("Hôm nay, thứ Bảy 2/11/2024"), bench.text());
        bench.control(KeyCode.L).press(KeyCode.DIGIT1).type("246810").press(KeyCode.ENTER);
        assertTrue(bench.says("Mã PIN không đúng"), bench.text());
        bench.type("975310").press(KeyCode.ENTER);
        assertTrue(bench.says("Hôm nay, thứ Bảy 2/11/2024"), bench.text());
    }

    @Test
    void asksTheServerWithAShortCodeAndSaysWhenThereIsNoNetwork() {
        bench.join(KeyCode.DIGIT1).control(KeyCode.L);
        bench.press(KeyCode.DIGIT1);
        UiThread.runAndWait(() -> bench.button("pin-forgotten").fire());
        bench.settle();
        bench.network.turn(false);
        bench.type(PracticeOffice.RESET_CODE.asText()).press(KeyCode.TAB).type("975310").press(KeyCode.TAB)
                .type("975310").press(KeyCode.ENTER);
        assertTrue(bench.says("Không có mạng."), bench.text());
        bench.network.turn(true);
        correct("code", PracticeOffice.RESET_CODE.asText());
        bench.press(KeyCode.TAB).type("975310").press(KeyCode.TAB).type("975310").press(KeyCode.ENTER);
        assertTrue(bench.says("Hôm nay, thứ Bảy 2/11/2024"), bench.text());
    }

    @Test
    void changesThePinFromInside() {
        bench.join(KeyCode.DIGIT1).control(KeyCode.P);
        assertTrue(bench.says("Mã PIN hiện nay"), bench.text());
        bench.picture("change-pin");
        bench.type("999999").press(KeyCode.TAB).type("975310").press(KeyCode.TAB).type("975310")
                .press(KeyCode.ENTER);
        assertTrue(bench.says("Mã PIN không đúng (đã thử 1 lần)."), bench.text());
        bench.type("246810").press(KeyCode.TAB).type("123456").press(KeyCode.TAB).type("123456")
                .press(KeyCode.ENTER);
        assertTrue(bench.says("Mã PIN này quá dễ đoán."), bench.text());
        bench.type("246810").press(KeyCode.TAB).type("975310").press(KeyCode.TAB).type("975310")
                .press(KeyCode.ENTER);
        assertTrue(bench.says("Đã đổi mã PIN"), bench.text());
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Việc tiếp theo"), bench.text());
        bench.control(KeyCode.L).press(KeyCode.DIGIT1).type("975310").press(KeyCode.ENTER);
        assertTrue(bench.says("Việc tiếp theo"), bench.text());
    }

    @Test
    void locksByItselfAndComesBackToTheInterviewOfThePersonWhoReturns() {
        bench.join(KeyCode.DIGIT1);
        bench.press(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.DIGIT1);
        assertTrue(bench.says("interview 1"), bench.text());
        bench.clock.forward(Duration.ofMinutes(4).plusSeconds(59));
        bench.tick();
        assertTrue(bench.says("interview 1"), bench.text());
        bench.clock.forward(Duration.ofSeconds(1));
        bench.tick();
        bench.picture("locked");
        assertTrue(bench.profiles.store().isClosed());
        assertFalse(bench.says("interview 1"), bench.text());
        assertTrue(bench.says("Mở khóa") && bench.says(PracticeOffice.ENUMERATOR), bench.text());
        bench.type("246810").press(KeyCode.ENTER);
        assertTrue(bench.says("interview 1"), bench.text());
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("Việc tiếp theo"), bench.text());
    }

    @Test
    void looksAtTheSleepBeforeTheKeyThatEndsIt() {
        bench.join(KeyCode.DIGIT1);
        bench.clock.forward(Duration.ofHours(2));
        bench.press(KeyCode.DIGIT1);
        assertTrue(bench.says("Mở khóa"), bench.text());
        assertTrue(bench.profiles.store().isClosed());
    }

    private void correct(String field, String text) {
        UiThread.runAndWait(() -> {
            var typed = (javafx.scene.control.TextField) bench.window().scene().lookup("#" + field);
            typed.setText(text);
            typed.requestFocus();
            typed.end();
        });
        bench.settle();
    }

    @Test
    void refusesABadAddressAndABadCodeAndTakesAGoodOne() {
        bench.press(KeyCode.TAB, KeyCode.TAB);
        UiThread.runAndWait(() -> bench.button("join-by-code").fire());
        bench.settle();
        bench.type("khao sat").press(KeyCode.TAB).type("ABC").press(KeyCode.ENTER);
        assertTrue(bench.says("Không có máy chủ nào tên khao sat."), bench.text());
        UiThread.runAndWait(() -> {
            ((javafx.scene.control.TextField) bench.window().scene().lookup("#address")).setText("localhost:8443");
            bench.window().scene().lookup("#code").requestFocus();
        });
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Mã đăng ký không đúng dạng"), bench.text());
        String code = PracticeOffice.code(vn.hoidan.core.survey.Role.ENUMERATOR).asText().toLowerCase();
        UiThread.runAndWait(() ->
                ((javafx.scene.control.TextField) bench.window().scene().lookup("#code")).setText(code));
        bench.press(KeyCode.ENTER).type("246810").press(KeyCode.TAB).type("246810").press(KeyCode.ENTER);
        assertTrue(bench.says("Việc tiếp theo"), bench.text());
    }

    @Test
    void aMorningOfAttemptsRefusalsAndAnInterview() {
        bench.join(KeyCode.DIGIT1);
        bench.picture("home");
        assertTrue(bench.says("41 / 75 phiếu"), bench.text());
        assertTrue(bench.says("Huyện Ba Vì"));

        bench.press(KeyCode.DIGIT1);
        assertTrue(bench.says("Hộ 001"));
        bench.press(KeyCode.A);
        bench.picture("attempt");
        bench.press(KeyCode.DIGIT1);
        assertTrue(bench.says("Không có nhà") && bench.says("Lần 1"), bench.text());
        bench.press(KeyCode.H).type("830").press(KeyCode.UP, KeyCode.ENTER);
        assertTrue(bench.says("Hãy nhập một giờ chưa qua"), "08:30 today is over by now: " + bench.text());
        bench.type("14h30");
        bench.picture("appointment");
        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Hẹn gặp 14:30") && bench.says("Có hẹn"), bench.text());
        bench.picture("household");

        bench.press(KeyCode.ENTER);
        assertTrue(bench.says("Đọc to cho người trả lời") && bench.opened.isEmpty());
        bench.picture("consent");
        bench.press(KeyCode.ENTER, KeyCode.SPACE);
        assertTrue(bench.says("Đọc to cho người trả lời") && bench.opened.isEmpty(), "consent has no default");
        bench.press(KeyCode.DIGIT2, KeyCode.DIGIT1);
        assertTrue(bench.says("Từ chối: Bận, không có thời gian"), bench.text());
        assertTrue(bench.says("Hộ dự phòng vừa được mở: Hộ 076"), bench.text());
        bench.picture("refused");
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("Hộ 002"), bench.text());

        bench.press(KeyCode.ENTER, KeyCode.ENTER, KeyCode.DIGIT1);
        assertEquals(1, bench.opened.size());
        assertTrue(bench.says("interview 2"));
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("Đang làm") && bench.says("Làm tiếp"), bench.text());
        bench.press(KeyCode.ENTER);
        assertEquals(2, bench.opened.size());
        bench.press(KeyCode.ESCAPE, KeyCode.ESCAPE);
        bench.control(KeyCode.D);
        assertEquals(4, bench.office.taken().size(), "three outcomes and the beginning of an interview");
        bench.press(KeyCode.F2).type("76").press(KeyCode.ENTER);
        assertTrue(bench.says("Hộ dự phòng: được mở theo thứ tự"), bench.text());
        bench.press(KeyCode.ESCAPE);
        bench.picture("village");
    }

    @Test
    void aFullVillageCannotBeStarted() {
        bench.join(KeyCode.DIGIT1);
        for (String number : new String[] {"1", "2"}) {
            bench.press(KeyCode.F3).type(number).press(KeyCode.ENTER, KeyCode.ENTER, KeyCode.DIGIT1);
            complete();
            bench.press(KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.ESCAPE);
        }
        assertTrue(bench.says("Đã đủ phiếu"), bench.text());
        bench.press(KeyCode.F3);
        assertTrue(bench.says("2 / 2 phiếu") && !bench.says("Hộ 003"), bench.text());
        bench.press(KeyCode.ENTER, KeyCode.ENTER);
        assertTrue(bench.says("Hoàn thành") && !bench.says("Đọc to cho người trả lời"), bench.text());
        assertEquals(2, bench.opened.size());
    }

    @Test
    void aVillageWhoseLeaseIsUsedUpSaysSoBeforeConsentIsRead() {
        bench.join(KeyCode.DIGIT1);
        for (String number : new String[] {"1", "2"}) {
            bench.press(KeyCode.F3).type(number).press(KeyCode.ENTER, KeyCode.ENTER, KeyCode.DIGIT1);
            bench.press(KeyCode.ESCAPE, KeyCode.ESCAPE, KeyCode.ESCAPE);
        }
        bench.press(KeyCode.F3).type("1").press(KeyCode.ENTER, KeyCode.A, KeyCode.DIGIT1, KeyCode.ESCAPE);
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("hết phần được giao"), bench.text());
    }

    private void complete() {
        CompletableFuture<Completing> done = new CompletableFuture<>();
        UiThread.runAndWait(() -> bench.opened.getLast().complete(done::complete,
                problem -> done.completeExceptionally(problem.exception())));
        assertTrue(done.join() instanceof Completing.Completed);
    }

    @Test
    void theNetworkSwitchCutsAndRestoresAndTheBarTellsTheTruth() {
        bench.join(KeyCode.DIGIT1);
        assertTrue(bench.says("Có mạng · đồng bộ 08:30"), bench.text());
        bench.control(KeyCode.M);
        assertTrue(bench.says("Mạng cắt"));
        bench.press(KeyCode.DIGIT1, KeyCode.A, KeyCode.DIGIT1, KeyCode.ESCAPE);
        bench.control(KeyCode.D);
        assertTrue(bench.says("Không có mạng · đồng bộ 08:30"), bench.text());
        assertTrue(bench.says("Mọi phiếu được giữ trên máy này."), "told because it was asked for");
        assertEquals(0, bench.office.taken().size());
        bench.picture("offline");
        bench.press(KeyCode.ESCAPE);
        bench.clock.forward(Duration.ofMinutes(4));
        bench.control(KeyCode.M);
        bench.control(KeyCode.D);
        assertEquals(1, bench.office.taken().size());
        assertTrue(bench.says("Có mạng · đồng bộ 08:34"), bench.text());
    }

    @Test
    void theBarCountsAnInterviewThatWasCompletedWithoutANetwork() {
        bench.join(KeyCode.DIGIT1);
        bench.control(KeyCode.M);
        bench.press(KeyCode.DIGIT1, KeyCode.ENTER, KeyCode.DIGIT1);
        assertEquals("1", bench.waiting(), "that it was begun");
        complete();
        bench.press(KeyCode.ESCAPE);
        assertEquals("2", bench.waiting());
    }

    @Test
    void everythingIsRetextedAtOnceAndPlaceIsKept() {
        bench.join(KeyCode.DIGIT1);
        bench.press(KeyCode.DIGIT1, KeyCode.A);
        bench.control(KeyCode.G);
        assertTrue(bench.says("What came of this attempt?") && bench.says("This is practice"), bench.text());
        assertFalse(bench.says("Không có nhà"), bench.text());
        bench.press(KeyCode.F1);
        bench.picture("keys");
        assertTrue(bench.says("Keys of the window"));
        bench.press(KeyCode.F1, KeyCode.DIGIT3, KeyCode.DIGIT2);
        assertTrue(bench.says("Refused: Not interested"), bench.text());
        bench.press(KeyCode.ESCAPE);
        bench.picture("home-en");
        assertTrue(bench.says("Today, Saturday 2 November 2024"), bench.text());
    }

    @Test
    void aSupervisorSeesTheBoardOpensCommunesAndCopiesTheTable() {
        bench.join(KeyCode.DIGIT2);
        bench.picture("board");
        String text = bench.text();
        assertTrue(text.contains("1.312 / 2.700  ·  48,6 %"), text);
        assertTrue(text.indexOf("Thị xã Sơn Tây") < text.indexOf("Huyện Quốc Oai")
                && text.indexOf("Huyện Quốc Oai") < text.indexOf("Huyện Ba Vì"), "pending first, then those behind");
        assertTrue(text.contains("Chưa đồng bộ lần nào") && text.contains("Im lặng 4 ngày"), text);
        assertTrue(text.contains("Phiếu còn thiếu tệp: 3") && text.contains("2 phiếu thiếu 3 tệp, từ ")
                && text.contains("Máy may-cu") && text.contains("Nhờ người này mở lại máy cũ"), text);
        bench.press(KeyCode.ENTER, KeyCode.DOWN, KeyCode.RIGHT);
        assertTrue(bench.says("Xã số 1 (tập dượt)") && bench.says("Thôn 1 (tập dượt)"), bench.text());
        bench.picture("board-open");
        bench.press(KeyCode.T);
        bench.control(KeyCode.C);
        bench.picture("board-table");
        String[] copied = new String[1];
        UiThread.runAndWait(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertNotNull(copied[0]);
        String[] lines = copied[0].split("\n");
        assertEquals("Địa bàn\tMục tiêu\tĐã nhận\tĐang giữ\tĐang làm\tChờ xét\tCòn lại", lines[0]);
        assertEquals("Quận Hoàn Kiếm\t450\t450\t0\t4\t0\t0", lines[1]);
        assertEquals("Quận Hoàn Kiếm › Xã số 1 (tập dượt)\t225\t225\t0\t2\t0\t0", lines[2]);
        assertEquals(1 + 6 + 12 + 12, lines.length);
        bench.control(KeyCode.M).control(KeyCode.D);
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.says("Không có mạng: bảng của lúc 07:12"), bench.text());
    }

    @Test
    void practiceDataGoesOnlyAfterASecondQuestion() {
        bench.join(KeyCode.DIGIT1);
        UiThread.runAndWait(() -> bench.button("practice-throw-away").fire());
        assertEquals(0, bench.thrownAway);
        UiThread.runAndWait(() -> bench.button("practice-no").fire());
        UiThread.runAndWait(() -> bench.button("practice-throw-away").fire());
        UiThread.runAndWait(() -> bench.button("practice-yes").fire());
        bench.settle();
        assertEquals(1, bench.thrownAway);
        assertTrue(bench.profiles.store().isClosed());
        assertTrue(bench.says("Ai đang làm việc?"));
    }

    @Test
    void outcomesGoUpAsTheyWereChosen() {
        bench.join(KeyCode.DIGIT1);
        bench.press(KeyCode.DIGIT1, KeyCode.A, KeyCode.DIGIT4, KeyCode.ESCAPE);
        bench.press(KeyCode.DIGIT1, KeyCode.A, KeyCode.DIGIT5, KeyCode.ESCAPE);
        bench.control(KeyCode.D);
        assertEquals(java.util.List.of(Outcome.NO_ELIGIBLE_ADULT.code(), Outcome.NOT_FOUND.code()),
                bench.office.taken().stream().map(record -> new String(record.body().toArray(),
                        java.nio.charset.StandardCharsets.UTF_8)).toList());
    }
}
