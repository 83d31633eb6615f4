package vn.hoidan.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.Logs;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.RecordKeys;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;

/// Records that are sealed and signed, and those that only look so.
class GenuineRecordsTest {
    private static final ListId LIST = SmallSurvey.list("27100-1");

    @TempDir
    private Path folder;
    private TestOffice office;
    private TestOffice.Enrolled laptop;
    private DeviceKey key;

    @BeforeEach
    void open() {
        office = TestOffice.withSurvey(folder);
        laptop = office.holding("27100-1");
        key = laptop.laptop().signs(laptop.device());
        laptop.sync();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void takesSealedAndSignedRecordsAndStillThoseOfOlderPrograms() {
        TestOffice.Enrolled older = office.holding("27100-2");
        older.laptop().interview(SmallSurvey.list("27100-2"), 1);
        older.sync();
        InterviewRecord record = laptop.laptop().interview(LIST, 1);
        laptop.sync();
        assertEquals(List.of(), quarantined());
        UpRecord kept = kept(1);
        assertTrue(RecordSeals.isSealed(kept.body()) && kept.signature().isPresent());
        assertEquals(record, read(kept));
        assertEquals(1, laptop.laptop().rulings().size());
        assertEquals(1, older.laptop().rulings().size());
    }

    @Test
    void setsAsideWhatAnotherKeySigned() {
        refuses("2070 signature", record -> record.signed(DeviceKey.random()
                .sign(SignaturePurpose.RECORD, record.position().hash())));
    }

    @Test
    void setsAsideWhatWasSignedForSomethingElse() {
        refuses("2070 signature", record -> record.signed(key.sign(SignaturePurpose.VOUCHER,
                record.position().hash())));
    }

    @Test
    void setsAsideASealedRecordWithoutSignature() {
        refuses("2070 no signature", record -> new UpRecord(record.number(), record.previous(), record.type(),
                record.body(), Optional.empty()));
    }

    @Test
    void setsAsideABodyThatWasAnotherRecords() {
        laptop.laptop().interview(LIST, 2);
        Bytes other = laptop.laptop().log().getFirst().body();
        laptop.sync();
        refuses("2070 seal", record -> again(record, other));
    }

    @Test
    void setsAsideWhatWasSealedForAnotherOffice(@TempDir Path elsewhere) {
        Bytes foreign = RecordKeys.openOrCreate(elsewhere).current();
        refuses("2070 unknown record key", record -> again(record, RecordSeals.seal(foreign,
                RecordHeader.of(laptop.device(), record).toBytes(), Bytes.of(new byte[10]))));
    }

    @Test
    void setsAsideSealedRubbish() {
        refuses("2018 compressed data is broken", record -> again(record, RecordSeals.seal(office.keys().current(),
                RecordHeader.of(laptop.device(), record).toBytes(), Bytes.of(new byte[10]))));
    }

    @Test
    void knowsTheSameInterviewAgainAlthoughItIsSealedAnew() {
        InterviewRecord record = laptop.laptop().interview(LIST, 1);
        laptop.laptop().append(RecordType.INTERVIEW, RecordBodies.of(record, SmallSurvey.dictionary()));
        laptop.sync();
        assertEquals(List.of(), quarantined());
        assertEquals(1, office.store().read(central -> central.devices().find(laptop.device()))
                .orElseThrow().accepted());
    }

    @Test
    void tellsANewRecordKeyOnceAndReadsOldRecordsStill() {
        laptop.laptop().interview(LIST, 1);
        laptop.sync();
        Bytes renewed = office.keys().renew();
        laptop.sync();
        laptop.laptop().interview(LIST, 2);
        laptop.sync();
        assertEquals(List.of(), quarantined());
        assertEquals(2, laptop.laptop().told().stream()
                .filter(item -> item instanceof DownItem.RecordKeyGiven).count());
        assertEquals(renewed, office.keys().current());
        read(kept(1));
        read(kept(2));
    }

    /// The record before the wrong one and the one after it count.
    private void refuses(String cause, UnaryOperator<UpRecord> forged) {
        laptop.laptop().interview(LIST, 4);
        laptop.laptop().replaceLast(forged);
        laptop.laptop().interview(LIST, 5);
        laptop.sync();
        assertEquals(List.of(cause), quarantined());
        assertEquals(laptop.laptop().log().size(), laptop.laptop().stored().number());
        assertEquals(laptop.laptop().log().size() - 1, laptop.laptop().rulings().size());
    }

    private UpRecord again(UpRecord record, Bytes body) {
        UpRecord changed = new UpRecord(record.number(), record.previous(), record.type(), body);
        return changed.signed(key.sign(SignaturePurpose.RECORD, changed.position().hash()));
    }

    private InterviewRecord read(UpRecord record) {
        return office.store().read(central -> office.reader().interview(central.surveys(), laptop.device(), record));
    }

    private UpRecord kept(long number) {
        return office.store().read(central -> central.logs().record(laptop.device(), number)).orElseThrow();
    }

    private List<String> quarantined() {
        return office.store().read(central -> central.logs().quarantined()).stream().map(Logs.Quarantined::cause)
                .toList();
    }
}
