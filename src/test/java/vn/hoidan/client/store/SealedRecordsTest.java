package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.RecordKeys;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.vault.Signatures;

/// Records as a laptop makes them once it knows the office's key.
class SealedRecordsTest {
    private static final Bytes CONTENT = Samples.bytes(300, 1);

    @TempDir
    private Path folder;
    private RecordKeys office;
    private FieldStore store;

    @BeforeEach
    void open() {
        office = RecordKeys.openOrCreate(folder.resolve("identity"));
        store = folders().create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, StoreFixture.pin()).store();
        append();
        store.apply(List.of(new Change.RecordKeyReceived(office.current())));
        append();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void areSealedAndSignedFromTheMomentOnThatTheKeyIsKnown() {
        List<UpRecord> records = store.recordsAfter(0, 10, 100_000);
        assertEquals(CONTENT, records.getFirst().body());
        assertTrue(records.getFirst().signature().isEmpty());
        UpRecord sealed = records.getLast();
        assertTrue(RecordSeals.isSealed(sealed.body()));
        assertEquals(records.getFirst().position().hash(), sealed.previous());
        assertEquals(CONTENT, office.open(RecordHeader.of("1-7", sealed).toBytes(), sealed.body()));
        assertTrue(Signatures.verify(store.signing().publicKey(), SignaturePurpose.RECORD,
                sealed.position().hash(), sealed.signature().orElseThrow()));
        assertEquals(Optional.of(sealed.position().hash()), store.hashOf(2));
    }

    @Test
    void areTheSameToTheLastByteAfterTheStoreWasOpenedAgain() {
        List<UpRecord> before = store.recordsAfter(0, 10, 100_000);
        store.close();
        store = assertInstanceOf(Unlocking.Opened.class,
                folders().unlock(StoreFixture.PROFILE.id(), StoreFixture.pin())).profile().store();
        assertEquals(before, store.recordsAfter(0, 10, 100_000));
        append();
        assertFalse(store.recordsAfter(2, 10, 100_000).getFirst().signature().isEmpty());
    }

    @Test
    void areNotSealedToWhatIsNoKey() {
        ProblemException refused = assertThrows(ProblemException.class,
                () -> store.apply(List.of(new Change.RecordKeyReceived(Bytes.of(new byte[32])))));
        assertEquals(ProblemKind.MESSAGE_UNREADABLE, refused.problem().kind());
        append();
        UpRecord next = store.recordsAfter(2, 1, 100_000).getFirst();
        assertEquals(CONTENT, office.open(RecordHeader.of("1-7", next).toBytes(), next.body()));
    }

    private void append() {
        store.apply(List.of(new Change.RecordAppended(RecordType.CONTACT, CONTENT, Optional.empty())));
    }

    private ProfileFolders folders() {
        return StoreFixture.folders(folder.resolve("laptop"), new StoreFixture.SetClock());
    }
}
