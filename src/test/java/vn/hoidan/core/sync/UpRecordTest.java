package vn.hoidan.core.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpRecordTest {
    private static Bytes body(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void chainsToTheRecordBefore() {
        UpRecord first = UpRecord.after(LogPosition.START, RecordType.INTERVIEW, body("a"));
        UpRecord second = UpRecord.after(first.position(), RecordType.CONTACT, body("b"));
        assertEquals(1, first.number());
        assertEquals(2, second.number());
        assertEquals(first.position().hash(), second.previous());
    }

    @Test
    void hashesEveryPartOfARecord() {
        UpRecord record = UpRecord.after(LogPosition.START, RecordType.INTERVIEW, body("a"));
        Bytes other = Bytes.of(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0, 0});
        List<UpRecord> changed = List.of(
                new UpRecord(2, record.previous(), record.type(), record.body()),
                new UpRecord(1, other, record.type(), record.body()),
                new UpRecord(1, record.previous(), RecordType.CONTACT, record.body()),
                new UpRecord(1, record.previous(), record.type(), body("b")));
        changed.forEach(each -> assertNotEquals(record.position().hash(), each.position().hash()));
    }

    /// The hash is part of what is stored and sent: it must never change between versions.
    @Test
    void keepsItsHashForEver() {
        assertEquals("c8aefd3504fb426cc42eb7719d3c5b6d99bccfae3cc0d9afa30fc3a68c24e7ce",
                UpRecord.after(LogPosition.START, RecordType.INTERVIEW, body("phiếu"))
                .position().hash().hex());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class,
                () -> new UpRecord(0, LogPosition.START.hash(), RecordType.INTERVIEW, body("")));
        assertThrows(IllegalArgumentException.class, () -> new LogPosition(1, Bytes.of(new byte[31])));
    }
}
