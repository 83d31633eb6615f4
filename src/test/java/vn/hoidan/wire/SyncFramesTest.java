package vn.hoidan.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.Samples;

class SyncFramesTest {
    private static final SyncRequest SIGNED = new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(1), 1, 12,
            List.of(UpRecord.after(LogPosition.START, RecordType.CONTACT, Samples.bytes(90, 3))
                    .signed(Samples.bytes(64, 6))), List.of(), false, Samples.MORNING,
            Optional.of(Samples.bytes(32, 8)));

    @Test
    void readsRequestsAsOlderProgramsSendThem() throws IOException {
        assertEquals(WireTest.request(Optional.empty()), Wire.syncRequest(golden("sync-request.json")));
        assertEquals(WireTest.request(Optional.of(Samples.bytes(32, 8))),
                Wire.syncRequest(golden("sync-request-key.json")));
        assertEquals(SIGNED, Wire.syncRequest(golden("sync-request-signed.json")));
    }

    @Test
    void readsTheFrameAsItWasWrittenDown() throws IOException {
        SyncRequest request = WireTest.request(Optional.of(Samples.bytes(32, 8)));
        assertEquals(request, Wire.syncRequest(golden("sync-request-2.bin")));
        assertEquals(SIGNED, Wire.syncRequest(golden("sync-request-signed-2.bin")));
    }

    @Test
    void carriesRecordsThatDoNotFollowEachOther() {
        UpRecord first = UpRecord.after(LogPosition.START, RecordType.CONTACT, Samples.bytes(40, 3));
        UpRecord far = new UpRecord(17, Samples.bytes(32, 9), RecordType.INTERVIEW, Samples.bytes(0, 1));
        UpRecord other = new UpRecord(18, Samples.bytes(32, 7), RecordType.CONTACT, Samples.bytes(3, 1));
        SyncRequest request = with(List.of(first, far, other));
        assertEquals(request, Wire.syncRequest(Wire.of(request)));
        assertEquals(with(List.of()), Wire.syncRequest(Wire.of(with(List.of()))));
    }

    @Test
    void addsSixBytesToARecordThatFollows() {
        UpRecord first = UpRecord.after(LogPosition.START, RecordType.CONTACT, Samples.bytes(40, 3));
        UpRecord second = UpRecord.after(first.position(), RecordType.CONTACT, Samples.bytes(500, 4));
        assertEquals(500 + 6, Wire.of(with(List.of(first, second))).length - Wire.of(with(List.of(first))).length, 3);
    }

    @Test
    void refusesARequestThatIsCutAnywhere() {
        byte[] whole = Wire.of(WireTest.request(Optional.empty()));
        for (int length = 0; length < whole.length; length++) {
            refused(Arrays.copyOf(whole, length));
        }
        refused(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void refusesLengthsThatAreNotThereWithoutTakingMemoryForThem() {
        byte[] whole = Wire.of(with(List.of(UpRecord.after(LogPosition.START, RecordType.CONTACT,
                Samples.bytes(10, 3)))));
        for (int length : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 11, 100_000_000}) {
            refused(ByteBuffer.wrap(whole.clone()).putInt(whole.length - 14, length).array());
            refused(ByteBuffer.wrap(whole.clone()).putInt(1, length).array());
        }
    }

    @Test
    void readsOrRefusesAnythingWithoutAnyOtherFailure() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole = Wire.of(WireTest.request(Optional.of(Samples.bytes(32, 8))));
        for (int round = 0; round < 3_000; round++) {
            byte[] changed = whole.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                changed[1 + random.nextInt(changed.length - 1)] = (byte) random.nextInt();
            }
            try {
                Wire.syncRequest(changed);
            } catch (ProblemException refused) {
                assertEquals(ProblemKind.MESSAGE_UNREADABLE, refused.problem().kind(),
                        "seed " + seed + ", round " + round);
            }
        }
    }

    private static SyncRequest with(List<UpRecord> records) {
        return new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(1), 1, 12, records, List.of(), false,
                Samples.MORNING, Optional.empty());
    }

    private static void refused(byte[] message) {
        ProblemException refused = assertThrows(ProblemException.class, () -> Wire.syncRequest(message));
        assertEquals(ProblemKind.MESSAGE_UNREADABLE, refused.problem().kind());
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream stream = SyncFramesTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
