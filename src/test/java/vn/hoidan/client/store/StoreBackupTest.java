package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.ProfileStore.OpenProfile;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.client.app.store.StoreKeeper;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.Hold;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.sqlite.Database;
import vn.hoidan.support.Samples;

/// Copies of a store in two folders, and what comes back of them.
class StoreBackupTest {
    private static final String PLANTED = "Nguyện vọng rất riêng";
    private static final InterviewId ID = Samples.interviewId(1);

    @TempDir
    Path laptop;
    @TempDir
    Path stick;

    private final StoreFixture.SetClock clock = new StoreFixture.SetClock();

    @Test
    void keepsTheLastCopiesBesideTheDataAndInTheChosenFolder() throws IOException {
        OpenProfile open = begin();
        open.keeper().choose(stick);
        for (int copy = 1; copy <= BackupFiles.MOST_KEPT + 2; copy++) {
            clock.forward(60);
            open.keeper().backUp(clock.now());
        }
        for (Path folder : List.of(laptop.resolve("backups"), stick)) {
            List<String> names = names(folder);
            assertEquals(BackupFiles.MOST_KEPT, names.size());
            assertTrue(names.getLast().startsWith("hoidan_5f0c-1_000005_"), names.toString());
        }
        assertEquals(Optional.of(clock.now()), open.keeper().place().newest());
        assertEquals(Optional.of(stick), open.keeper().place().chosen());
        open.store().close();
        assertEquals(Optional.of(stick), opened().keeper().place().chosen());
    }

    @Test
    void keepsTheNewestCopyWhenTheClockWasTurnedBack() throws IOException {
        OpenProfile open = begin();
        open.keeper().backUp(clock.now());
        for (int copy = 2; copy <= BackupFiles.MOST_KEPT + 1; copy++) {
            clock.set(clock.now().minusSeconds(86_400));
            open.keeper().backUp(clock.now());
        }
        assertTrue(names(laptop.resolve("backups")).getLast().contains("_000004_"));
        assertEquals(Optional.of(clock.now()), open.keeper().place().newest());
        open.store().close();
    }

    @Test
    void tellsWhatTheNewestCopyLacks() {
        OpenProfile open = begin();
        open.keeper().backUp(clock.now());
        assertEquals(StoreKeeper.Lacking.NOTHING, open.keeper().lacking());
        open.store().apply(List.of(answer(2)));
        assertEquals(StoreKeeper.Lacking.SOMETHING, open.keeper().lacking());
        complete(open.store());
        assertEquals(StoreKeeper.Lacking.COMPLETED, open.keeper().lacking());
        open.keeper().backUp(clock.now());
        assertEquals(StoreKeeper.Lacking.NOTHING, open.keeper().lacking());
        open.store().close();
    }

    @Test
    void namesTheStickThatWasPulledOutAndHasACopyBesideTheDataNevertheless() throws IOException {
        OpenProfile open = begin();
        Path folder = Files.createDirectory(stick.resolve("sao-luu"));
        open.keeper().choose(folder);
        Files.delete(folder);
        ProblemException failed = assertThrows(ProblemException.class, () -> open.keeper().backUp(clock.now()));
        assertEquals(ProblemKind.BACKUP_FAILED, failed.problem().kind());
        assertEquals(folder.toString(), failed.problem().details().get("folder"));
        assertEquals(1, names(laptop.resolve("backups")).size());
        assertEquals(StoreKeeper.Lacking.SOMETHING, open.keeper().lacking());
        assertEquals(Optional.empty(), open.keeper().place().newest());
        Files.createDirectory(folder);
        open.keeper().backUp(clock.now());
        assertEquals(1, names(folder).size());
        open.store().close();
    }

    @Test
    void copiesOntoTheStickWhenNothingCanBeWrittenBesideTheData() throws IOException {
        OpenProfile open = begin();
        open.keeper().choose(stick);
        Files.write(laptop.resolve("backups"), new byte[1]);
        open.keeper().backUp(clock.now());
        assertEquals(1, names(stick).size());
        open.keeper().chooseNone();
        assertEquals(ProblemKind.BACKUP_FAILED, assertThrows(ProblemException.class,
                () -> open.keeper().backUp(clock.now())).problem().kind());
        open.store().close();
    }

    @Test
    void refusesAFolderInWhichNothingCanBeWritten() throws IOException {
        OpenProfile open = begin();
        Path file = Files.write(stick.resolve("file"), new byte[1]);
        assertEquals(ProblemKind.BACKUP_FAILED, assertThrows(ProblemException.class,
                () -> open.keeper().choose(file)).problem().kind());
        assertEquals(Optional.empty(), open.keeper().place().chosen());
        open.store().close();
    }

    @Test
    void holdsNoAnswerInPlainAndNoNameOfAPerson() throws IOException {
        OpenProfile open = begin();
        open.keeper().choose(stick);
        open.keeper().backUp(clock.now());
        open.store().close();
        String name = StoreFixture.PROFILE.person().name();
        for (Path copy : List.of(newest(stick), newest(laptop.resolve("backups")))) {
            String bytes = new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1);
            for (String planted : List.of(PLANTED, name)) {
                assertFalse(bytes.contains(new String(planted.getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1)), copy + " holds " + planted);
            }
            // what is looked for would be found: states are readable
            assertTrue(bytes.contains("in-work"));
        }
    }

    @Test
    void bringsACopyBackByItsPinAndKeepsWhatStoodThere() throws IOException {
        OpenProfile open = begin();
        open.keeper().choose(stick);
        open.keeper().backUp(clock.now());
        List<Fact> facts = open.store().facts(ID);
        open.store().close();
        Files.write(file(), new byte[8_192]);
        assertEquals(ProblemKind.STORE_DAMAGED, assertThrows(ProblemException.class, this::opened).problem().kind());

        List<StoreBackup> backups = folders().backups(StoreFixture.PROFILE.id());
        assertEquals(2, backups.size());
        assertEquals(List.of(clock.now(), 1, 0), List.of(backups.getFirst().madeAt(),
                backups.getFirst().interviews(), backups.getFirst().completed()));
        Unlocking.Denied denied = assertInstanceOf(Unlocking.Denied.class,
                folders().restore(StoreFixture.PROFILE.id(), backups.getFirst(), "111222".toCharArray()));
        assertEquals(1, denied.wrongTries());
        assertEquals(2, assertInstanceOf(Unlocking.Denied.class, folders().restore(StoreFixture.PROFILE.id(),
                backups.getFirst(), "111222".toCharArray())).wrongTries());
        assertEquals(8_192, Files.size(file()));

        OpenProfile back = restored(backups.getFirst());
        assertEquals(facts, back.store().facts(ID));
        assertEquals(ProblemKind.STORE_RESTORED, back.store().notice().orElseThrow().kind());
        assertEquals(StoreFixture.PROFILE, back.profile());
        back.store().close();
        assertEquals(List.of("field.damaged-20241102T003000Z.db", "field.db"), names(file().getParent()).stream()
                .filter(name -> name.startsWith("field")).toList());
        opened().store().close();
    }

    @Test
    void bringsACopyBackWhenTheWholeFolderIsLost() throws IOException {
        OpenProfile open = begin();
        open.keeper().backUp(clock.now());
        open.store().close();
        try (Stream<Path> inside = Files.list(file().getParent())) {
            for (Path each : inside.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(file().getParent());
        OpenProfile back = restored(folders().backups(StoreFixture.PROFILE.id()).getFirst());
        assertEquals(1, back.store().interviews().size());
        back.store().close();
        assertEquals(List.of(StoreFixture.PROFILE.shown()), folders().profiles());
    }

    @Test
    void bringsACopyFromAStickBackOnAnotherLaptop() throws IOException {
        OpenProfile open = begin();
        open.keeper().choose(stick);
        open.keeper().backUp(clock.now());
        List<Fact> facts = open.store().facts(ID);
        open.store().close();
        ProfileFolders other = StoreFixture.folders(stick.resolve("other"), clock);
        assertEquals(List.of(), other.profiles());
        assertInstanceOf(Unlocking.Denied.class, other.restore(newest(stick), "111222".toCharArray()));
        OpenProfile back = assertInstanceOf(Unlocking.Opened.class, other.restore(newest(stick),
                StoreFixture.pin())).profile();
        assertEquals(facts, back.store().facts(ID));
        back.store().close();
        assertEquals(List.of(StoreFixture.PROFILE.shown()), other.profiles());
        Path renamed = Files.move(newest(stick), stick.resolve("copy.db"));
        assertEquals(ProblemKind.BACKUP_UNUSABLE, assertThrows(ProblemException.class,
                () -> other.restore(renamed, StoreFixture.pin())).problem().kind());
    }

    @Test
    void sendsNothingFromACopyBeforeTheServerHasSaidWhatItHolds() {
        OpenProfile open = begin();
        complete(open.store());
        open.keeper().backUp(clock.now());
        open.store().close();
        try (FieldStore back = restored(folders().backups(StoreFixture.PROFILE.id()).getFirst()).store()) {
            assertEquals(List.of(), back.recordsAfter(0, 10, 1_000_000));
            back.apply(List.of(new Change.Acknowledged(1, LogPosition.START, LogPosition.START)));
            List<UpRecord> records = back.recordsAfter(0, 10, 1_000_000);
            assertEquals(1, records.size());
        }
    }

    @Test
    void losesTheFreeUnitsOfACopyBecauseTheyMayBeUsedAndKeepsWhatAnInterviewHolds() {
        OpenProfile open = begin();
        Lease told = new Lease(new LeaseId("1-77"), Samples.lease().cells(), 3, Samples.MORNING, Samples.MORNING);
        open.store().apply(List.of(new Change.UnitsReceived(told, List.of(UnitCode.of(1), UnitCode.of(2),
                UnitCode.of(3))), new Change.HandChanged(new HandChange.UnitHeld(ID, told.id()))));
        open.keeper().backUp(clock.now());
        open.store().close();
        try (FieldStore store = restored(folders().backups(StoreFixture.PROFILE.id()).getFirst()).store()) {
            assertEquals(0, store.hand().free(told.cells()));
            assertEquals(Optional.of(new Hold.OfLease(told.id())), store.hand().heldFor(ID));
            store.apply(List.of(new Change.UnitsReceived(told, List.of())));
            assertEquals(0, store.hand().free(told.cells()));
        }
    }

    @Test
    void refusesACopyWhoseSealsDoNotOpenAndLeavesTheStoreAlone() throws IOException {
        OpenProfile open = begin();
        open.keeper().backUp(clock.now());
        open.store().close();
        StoreBackup backup = folders().backups(StoreFixture.PROFILE.id()).getFirst();
        try (Database copy = Database.open(backup.file(), ProfileFolders.MIGRATIONS)) {
            copy.write(handle -> handle.execute("UPDATE document SET sealed = zeroblob(99) WHERE name = 'survey'"));
        }
        byte[] before = Files.readAllBytes(file());
        assertEquals(ProblemKind.BACKUP_UNUSABLE, assertThrows(ProblemException.class,
                () -> restored(backup)).problem().kind());
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file())));
        opened().store().close();
    }

    private OpenProfile begin() {
        OpenProfile open = folders().create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, StoreFixture.pin());
        open.store().apply(List.of(new Change.SurveyReceived(Samples.survey()), new Change.ListReceived(Samples.list(),
                Samples.lease()), new Change.InterviewBegun(ID, Samples.QUESTIONNAIRE, Samples.LIST, 17,
                Optional.of(Samples.LEASE), InterviewMode.FACE_TO_FACE, Samples.MORNING), answer(1)));
        return open;
    }

    private static Change answer(int number) {
        return new Change.FactAppended(ID, new Fact.AnswerSet(Samples.moment(number),
                new vn.hoidan.core.questionnaire.Path("/data/q" + number), PLANTED), number, 9);
    }

    private static void complete(FieldStore store) {
        store.apply(List.of(new Change.InterviewMoved(ID, InterviewState.IN_WORK, InterviewState.COMPLETED,
                Samples.MORNING), new Change.RecordAppended(RecordType.INTERVIEW,
                new CompressedRecords().interview(Samples.interviewRecord(ID), Samples.bytes(50, 1)),
                Optional.of(ID))));
    }

    private OpenProfile restored(StoreBackup backup) {
        return assertInstanceOf(Unlocking.Opened.class, folders().restore(StoreFixture.PROFILE.id(), backup,
                StoreFixture.pin())).profile();
    }

    private OpenProfile opened() {
        return assertInstanceOf(Unlocking.Opened.class, folders().unlock(StoreFixture.PROFILE.id(),
                StoreFixture.pin())).profile();
    }

    private ProfileFolders folders() {
        return StoreFixture.folders(laptop, clock);
    }

    private Path file() {
        return laptop.resolve("people").resolve(StoreFixture.PROFILE.id()).resolve(ProfileFolders.DATABASE_FILE);
    }

    private static Path newest(Path folder) throws IOException {
        return folder.resolve(names(folder).stream().filter(name -> name.startsWith("hoidan_")).toList().getLast());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
