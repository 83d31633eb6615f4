package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.store.Attachment;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.FilePost;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.AttachmentState.Stage;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.RecordKeys;

/// How files on their way to the office stand in a store.
class SentFilesTest {
    private static final Bytes CONTENT = Samples.bytes(4000, 3);
    private static final Bytes HASH = AttachmentName.of(CONTENT, "").hash();
    private static final InterviewId ONE = Samples.interviewId(1);
    private static final InterviewId TWO = Samples.interviewId(2);

    @TempDir
    Path folder;

    private FieldStore store;

    @BeforeEach
    void open() {
        store = StoreFixture.folders(folder.resolve("person"), new StoreFixture.SetClock()).create(StoreFixture.PROFILE,
                StoreFixture.CREDENTIALS, StoreFixture.pin()).store();
        for (InterviewId id : List.of(ONE, TWO)) {
            store.apply(List.of(new Change.InterviewBegun(id, Samples.QUESTIONNAIRE, Samples.LIST,
                    id.equals(ONE) ? 1 : 2, Optional.empty(), InterviewMode.FACE_TO_FACE, Samples.MORNING)));
        }
        store.apply(List.of(new Change.AttachmentKept(new Attachment(AttachmentName.of(CONTENT, ""), CONTENT))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void keyGiven() {
        store.apply(List.of(new Change.RecordKeyReceived(RecordKeys.openOrCreate(folder.resolve("office")).current())));
    }

    private FilePost.Parcel only(Map<InterviewId, Set<Bytes>> named) {
        List<FilePost.Parcel> parcels = store.files().parcels(named);
        assertEquals(1, parcels.size());
        return parcels.getFirst();
    }

    private void told(Bytes hash, long held, Stage stage, boolean late) {
        store.apply(List.of(new Change.FilesTold(List.of(new AttachmentState(hash, held, stage)), late)));
    }

    @Test
    void sealsWhatIsNamedOnceTheOfficeHasGivenItsKeyAndOnce() {
        Map<InterviewId, Set<Bytes>> named = Map.of(ONE, Set.of(HASH));
        assertEquals(List.of(), store.files().parcels(named));
        keyGiven();
        assertEquals(List.of(), store.files().parcels(Map.of()), "nobody names it");
        FilePost.Parcel parcel = only(named);
        assertEquals(parcel, only(named));
        assertEquals(parcel, only(Map.of()), "what was sealed goes on");
        FilePost.Pieces pieces = store.files().open(parcel);
        assertEquals(pieces.at(0), store.files().open(parcel).at(0), "the same bytes each time");
        assertEquals(parcel.size(), pieces.at(100).end());
    }

    @Test
    void believesNewerAnswersAndLateOnesOnlyForward() {
        keyGiven();
        FilePost.Parcel parcel = only(Map.of(ONE, Set.of(HASH)));
        told(parcel.hash(), 1000, Stage.PART, true);
        told(parcel.hash(), 500, Stage.PART, true);
        assertEquals(1000, only(Map.of()).held());
        told(parcel.hash(), 500, Stage.PART, false);
        assertEquals(500, only(Map.of()).held(), "the office lost some of it");
        told(parcel.hash(), parcel.size(), Stage.STORED, false);
        told(parcel.hash(), 500, Stage.PART, true);
        assertEquals(Map.of(ONE, Stage.STORED), store.files().unsafeInterviews());
        assertFalse(store.files().allSafe());
        told(parcel.hash(), parcel.size(), Stage.SAFE, false);
        assertTrue(store.files().allSafe());
        assertEquals(Map.of(), store.files().unsafeInterviews());
        store.apply(List.of(new Change.DownLogBegun()));
        assertEquals(Map.of(ONE, Stage.PART), store.files().unsafeInterviews(), "the office begins anew");
    }

    @Test
    void sealsAFileAnewWhoseHashOrHeadWasChanged() throws SQLException {
        keyGiven();
        for (String damage : List.of("hash = randomblob(32)", "head = randomblob(length(head))", "size = size + 1")) {
            FilePost.Parcel parcel = only(Map.of(ONE, Set.of(HASH)));
            store.close();
            Path file = folder.resolve("person").resolve("people").resolve(StoreFixture.PROFILE.id())
                    .resolve(ProfileFolders.DATABASE_FILE);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE file_sent SET " + damage);
            }
            store = assertInstanceOf(Unlocking.Opened.class, StoreFixture.folders(folder.resolve("person"),
                    new StoreFixture.SetClock()).unlock(StoreFixture.PROFILE.id(), StoreFixture.pin())).profile()
                    .store();
            assertEquals(Optional.of(CONTENT), store.attachment(HASH));
            FilePost.Parcel anew = only(Map.of(ONE, Set.of(HASH)));
            assertNotEquals(parcel.hash(), anew.hash(), damage);
            assertEquals(parcel.size(), anew.size(), damage);
        }
    }

    @Test
    void deletesASafeFileWithTheLastInterviewThatNamesIt() {
        keyGiven();
        FilePost.Parcel parcel = only(Map.of(ONE, Set.of(HASH), TWO, Set.of(HASH)));
        told(parcel.hash(), parcel.size(), Stage.SAFE, false);
        completed(ONE);
        completed(TWO);
        store.apply(List.of(new Change.AnswersDeleted(ONE)));
        assertEquals(Optional.of(CONTENT), store.attachment(HASH));
        store.apply(List.of(new Change.AnswersDeleted(TWO)));
        assertEquals(Optional.empty(), store.attachment(HASH));
        assertTrue(store.files().allSafe());
    }

    private void completed(InterviewId id) {
        store.apply(List.of(new Change.InterviewMoved(id, InterviewState.IN_WORK, InterviewState.COMPLETED,
                Samples.MORNING), new Change.RecordAppended(RecordType.INTERVIEW, Samples.bytes(50, 1),
                Optional.of(id))));
        LogPosition head = store.syncState().head();
        store.apply(List.of(new Change.Acknowledged(1, head, head)));
    }
}
