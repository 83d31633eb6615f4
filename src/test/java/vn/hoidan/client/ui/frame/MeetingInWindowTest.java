package vn.hoidan.client.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.meeting.MeetingDoor;
import vn.hoidan.client.app.meeting.MeetingLine;
import vn.hoidan.client.net.LocalMeetings;
import vn.hoidan.client.ui.kit.LaneBackground;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.support.SettableClock;
import vn.hoidan.wire.CarriedFile;

/// Meets a colleague's laptop in the window, by keys; the colleague is at the other end of a real connection.
class MeetingInWindowTest {
    private static final Pattern PLACE = Pattern.compile("Địa chỉ của máy này: \\d+\\.\\d+\\.\\d+\\.\\d+:(\\d+)");
    private static final SpokenCode OTHER = SpokenCode.of(Bytes.of(new byte[] {9, 9, 9, 9, 9, 9, 9, 9}), 2);
    private static final Executor THREADS = Thread.ofVirtual()::start;

    @TempDir
    Path folder;

    private final LocalMeetings colleague = new LocalMeetings(0, LocalMeetings.Patience.USUAL, () -> OTHER);
    private LaneBackground lane;
    private WindowBench bench;

    @BeforeEach
    void join() {
        lane = new LaneBackground("meeting test");
        bench = new WindowBench(new SettableClock(Instant.parse("2024-11-02T00:30:00Z")), lane);
        bench.join(KeyCode.DIGIT1).control(KeyCode.K);
        assertTrue(bench.waitFor("Gửi phiếu khi không có mạng"), bench.text());
    }

    @AfterEach
    void close() {
        bench.close();
        lane.close();
    }

    @Test
    void waitsWithACodeAndKeepsWhatTheColleagueBrings() throws IOException {
        bench.press(KeyCode.DIGIT3);
        assertTrue(bench.waitFor(WindowBench.CODE.asText()), bench.text());
        bench.picture("meeting-waits");
        MeetingLine line = colleague.go(shownPlace(), WindowBench.CODE);
        swap(line, 1);
        assertTrue(bench.waitFor("Đã nhận 1 gói của đồng nghiệp"), bench.text());
        bench.picture("meeting-met");
        bench.control(KeyCode.G);
        assertTrue(bench.says("Swapped: each laptop has kept the other's work."), bench.text());
        bench.press(KeyCode.ENTER);
        assertTrue(bench.waitFor("d-colleague: envelopes for the server"), bench.text());
    }

    @Test
    void goesToTheColleagueWithThePlaceAndTheCodeThatWereTyped() throws IOException {
        try (MeetingDoor door = colleague.open("Đ2")) {
            CompletableFuture<MeetingLine> waits = CompletableFuture.supplyAsync(door::await, THREADS);
            bench.press(KeyCode.DIGIT4);
            assertTrue(bench.waitFor("Chưa thấy máy nào"), bench.text());
            String place = door.places().getFirst();
            bench.type("127.0.0.1" + place.substring(place.indexOf(':'))).press(KeyCode.ENTER);
            bench.type("AAAA-AAAA").press(KeyCode.ENTER);
            assertTrue(bench.waitFor("nhóm"), bench.text());
            bench.picture("meeting-goes");
            bench.press(KeyCode.HOME);
            for (int letter = 0; letter < 9; letter++) {
                bench.press(KeyCode.DELETE);
            }
            bench.type(OTHER.asText()).press(KeyCode.ENTER);
            swap(waits.join(), 2);
            assertTrue(bench.waitFor("Đã nhận 2 gói của đồng nghiệp"), bench.text());
        }
    }

    @Test
    void saysWhenTheCodeIsAnotherAndWhenTheLineBreaks() {
        try (MeetingDoor door = colleague.open("Đ2")) {
            CompletableFuture<MeetingLine> waits = CompletableFuture.supplyAsync(door::await, THREADS);
            bench.press(KeyCode.DIGIT4);
            assertTrue(bench.waitFor("Chưa thấy máy nào"), bench.text());
            String place = door.places().getFirst();
            bench.type("127.0.0.1" + place.substring(place.indexOf(':'))).press(KeyCode.ENTER);
            bench.type(WindowBench.CODE.asText()).press(KeyCode.ENTER);
            assertTrue(bench.waitFor("Mã không khớp"), bench.text());
            bench.press(KeyCode.HOME);
            for (int letter = 0; letter < 9; letter++) {
                bench.press(KeyCode.DELETE);
            }
            bench.type(OTHER.asText()).press(KeyCode.ENTER);
            waits.join().close();
            assertTrue(bench.waitFor("bị đứt trước khi cả hai máy giữ xong"), bench.text());
        }
    }

    @Test
    void waitsNoLongerOnceThePersonLeaves() {
        bench.press(KeyCode.DIGIT3);
        assertTrue(bench.waitFor(WindowBench.CODE.asText()), bench.text());
        String place = shownPlace();
        bench.press(KeyCode.ESCAPE);
        assertTrue(bench.waitFor("Gửi phiếu khi không có mạng"), bench.text());
        assertEquals(ProblemKind.MEETING_NOBODY_THERE, assertThrows(ProblemException.class,
                () -> colleague.go(place, WindowBench.CODE)).problem().kind());
    }

    private String shownPlace() {
        Matcher place = PLACE.matcher(bench.text());
        assertTrue(place.find(), bench.text());
        return "127.0.0.1:" + place.group(1);
    }

    private void swap(MeetingLine line, int envelopes) throws IOException {
        List<UpEnvelope> brought = java.util.stream.IntStream.range(0, envelopes).mapToObj(each -> new UpEnvelope(
                "d-colleague", Instant.EPOCH.plusSeconds(each), 1, 3, Bytes.of(new byte[40]), Bytes.of(new byte[64])))
                .toList();
        Path mine = folder.resolve("mine.hoidan");
        Path theirs = folder.resolve("theirs.hoidan");
        CarriedFile.write(brought, mine);
        try (line) {
            line.swap(mine, theirs, _ -> { });
            List<Envelope> came = CarriedFile.read(theirs);
            assertEquals(1, came.size());
            line.conclude();
        }
    }
}
