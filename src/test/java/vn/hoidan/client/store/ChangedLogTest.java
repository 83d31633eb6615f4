package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.support.Samples;

/// A program is cut off while its store is open, and SQLite's log, in which the last writes are, is not as it was when
/// the store is opened again.
class ChangedLogTest {
    private static final int INTERVIEWS = 6;

    @TempDir
    Path folder;

    private byte[] file;
    private byte[] log;

    @BeforeEach
    void work() throws IOException {
        try (FieldStore store = folders().create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, StoreFixture.pin())
                .store()) {
            for (int number = 1; number <= INTERVIEWS; number++) {
                store.apply(List.of(new Change.InterviewBegun(Samples.interviewId(number), Samples.QUESTIONNAIRE,
                        Samples.LIST, number, Optional.empty(), InterviewMode.FACE_TO_FACE, Samples.MORNING)));
            }
            file = Files.readAllBytes(file());
            log = Files.readAllBytes(log());
        }
    }

    /// As the cut left it.
    private void put(byte[] cutLog) throws IOException {
        Files.write(file(), file);
        Files.write(log(), cutLog);
        Files.write(file().resolveSibling(OpenMark.FILE), new byte[0]);
    }

    private byte[] changed() {
        byte[] other = log.clone();
        other[log.length / 2] ^= 1;
        return other;
    }

    @Test
    void saysNothingOfASoundLog() throws IOException {
        put(log);
        assertEquals(Optional.empty(), notice(INTERVIEWS));
    }

    @Test
    void saysThatTheLastWritesAreGoneWhenTheLogWasChanged() throws IOException {
        put(changed());
        assertEquals(Optional.of(ProblemKind.STORE_CUT), notice(INTERVIEWS - 1));
    }

    @Test
    void saysSoAlsoWhenAWrongPinWasTriedBetween() throws IOException {
        put(changed());
        assertInstanceOf(Unlocking.Denied.class,
                folders().unlock(StoreFixture.PROFILE.id(), "917355".toCharArray()));
        assertEquals(Optional.of(ProblemKind.STORE_CUT), notice(INTERVIEWS - 1));
    }

    /// What is told at the sign-in.
    ///
    /// @param most interviews that may be there
    private Optional<ProblemKind> notice(int most) {
        Unlocking.Opened opened = assertInstanceOf(Unlocking.Opened.class,
                folders().unlock(StoreFixture.PROFILE.id(), StoreFixture.pin()));
        try (FieldStore store = opened.profile().store()) {
            assertTrue(store.interviews().size() <= most);
            return store.notice().map(Problem::kind);
        }
    }

    private ProfileFolders folders() {
        return StoreFixture.folders(folder, new StoreFixture.SetClock());
    }

    private Path file() {
        return folder.resolve("people").resolve(StoreFixture.PROFILE.id()).resolve(ProfileFolders.DATABASE_FILE);
    }

    private Path log() {
        return file().resolveSibling(ProfileFolders.DATABASE_FILE + "-wal");
    }
}
