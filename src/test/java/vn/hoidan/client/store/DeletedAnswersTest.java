package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.ProfileStore.OpenProfile;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.support.Samples;

/// Answers that were deleted because they are safe: nothing takes that for damage, and only what is safe goes.
class DeletedAnswersTest {
    private static final int INTERVIEWS = 6;

    @TempDir
    Path folder;

    private final StoreFixture.SetClock clock = new StoreFixture.SetClock();

    @Test
    void refusesToDeleteWhatIsNotSafe() {
        try (FieldStore store = worked().store()) {
            assertThrows(IllegalStateException.class, () -> delete(store, 1));
            acknowledged(store, 3, 2);
            assertThrows(IllegalStateException.class, () -> delete(store, 3));
            delete(store, 2);
            assertThrows(IllegalStateException.class, () -> delete(store, 2), "twice");
            assertEquals(Samples.facts(), store.facts(Samples.interviewId(3)));
        }
    }

    @Test
    void opensSoundAndInACopyAfterwards() {
        OpenProfile open = worked();
        try (FieldStore store = open.store()) {
            acknowledged(store, 5, 5);
            delete(store, 1);
            delete(store, 4);
            open.keeper().backUp(clock.now());
        }
        ProfileFolders folders = StoreFixture.folders(folder, clock);
        try (FieldStore store = opened(folders.unlock(StoreFixture.PROFILE.id(), StoreFixture.pin()))) {
            looksTheSame(store);
        }
        try (FieldStore store = opened(folders.restore(StoreFixture.PROFILE.id(),
                folders.backups(StoreFixture.PROFILE.id()).getFirst(), StoreFixture.pin()))) {
            assertEquals(INTERVIEWS, store.interviews().size());
            assertEquals(List.of(1, 4), deleted(store));
        }
    }

    private static void looksTheSame(FieldStore store) {
        assertEquals(Optional.empty(), store.notice());
        assertEquals(List.of(1, 4), deleted(store));
        assertTrue(store.interviews().stream().allMatch(entry -> entry.answered() == 7 && entry.lostFacts() == 0));
        assertEquals(Samples.facts(), store.facts(Samples.interviewId(2)));
    }

    private static List<Integer> deleted(FieldStore store) {
        List<InterviewEntry> all = store.interviews();
        return all.stream().filter(InterviewEntry::onlyAtOffice).map(entry -> all.indexOf(entry) + 1).toList();
    }

    private static FieldStore opened(Unlocking unlocking) {
        return assertInstanceOf(Unlocking.Opened.class, unlocking).profile().store();
    }

    private static void delete(FieldStore store, int number) {
        store.apply(List.of(new Change.AnswersDeleted(Samples.interviewId(number))));
    }

    private static void acknowledged(FieldStore store, long stored, long safe) {
        store.apply(List.of(new Change.Acknowledged(1, position(store, stored), position(store, safe))));
    }

    private static LogPosition position(FieldStore store, long number) {
        return new LogPosition(number, store.hashOf(number).orElseThrow());
    }

    private OpenProfile worked() {
        OpenProfile open = StoreFixture.folders(folder, clock).create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS,
                StoreFixture.pin());
        for (int number = 1; number <= INTERVIEWS; number++) {
            InterviewId id = Samples.interviewId(number);
            List<Change> changes = new ArrayList<>(List.of(new Change.InterviewBegun(id, Samples.QUESTIONNAIRE,
                    Samples.LIST, number, Optional.empty(), InterviewMode.FACE_TO_FACE, Samples.MORNING)));
            for (Fact fact : Samples.facts()) {
                changes.add(new Change.FactAppended(id, fact, 7, 9));
            }
            changes.add(new Change.InterviewMoved(id, InterviewState.IN_WORK, InterviewState.COMPLETED,
                    Samples.MORNING));
            changes.add(new Change.RecordAppended(RecordType.INTERVIEW, Samples.bytes(500, number), Optional.of(id)));
            open.store().apply(changes);
        }
        return open;
    }
}
