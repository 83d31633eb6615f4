package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.sqlite.Database;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.Samples;

/// Damages the file of a store in every way a disk does and looks at what becomes of it. More flipped bits with
/// `-Dhoidan.damages=1000`.
@BesideOthers
class StoreRescueTest {
    private static final Bytes XFORM = Samples.bytes(200, 5);
    private static final int DAMAGES = Integer.getInteger("hoidan.damages", 25);
    private static final int PAGE_BYTES = 4096;
    private static final int INTERVIEWS = 12;
    private static final int FACTS = 40;
    /// Records that the server has.
    private static final int SENT = 5;

    @TempDir
    Path folder;

    private final Map<InterviewId, List<Fact>> facts = new LinkedHashMap<>();
    private List<UpRecord> records = List.of();
    private byte[] sound;

    @BeforeEach
    void work() throws IOException {
        try (FieldStore store = StoreFixture.folders(folder, new StoreFixture.SetClock())
                .create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, StoreFixture.pin()).store()) {
            store.apply(List.of(new Change.SurveyReceived(Samples.survey()), new Change.QuestionnaireReceived(
                    Samples.QUESTIONNAIRE, Samples.bytes(9_000, 3)), new Change.ListReceived(Samples.list(),
                    Samples.lease()), new Change.CursorMoved(0, 3)));
            for (int number = 1; number <= INTERVIEWS; number++) {
                hold(store, number, number <= INTERVIEWS - 2);
            }
            records = store.recordsAfter(0, 100, 1_000_000);
            store.apply(List.of(new Change.Acknowledged(1, records.get(SENT - 1).position(), LogPosition.START)));
            store.interviews().forEach(entry -> facts.put(entry.id(), store.facts(entry.id())));
        }
        sound = Files.readAllBytes(file());
        assertFalse(Files.exists(file().resolveSibling("field.db-wal")));
    }

    private static void hold(FieldStore store, int number, boolean toTheEnd) {
        InterviewId id = Samples.interviewId(number);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.QuestionnaireReceived(Samples.QUESTIONNAIRE, XFORM));
        changes.add(new Change.InterviewBegun(id, Samples.QUESTIONNAIRE, Samples.LIST, 17, Optional.of(Samples.LEASE),
                InterviewMode.FACE_TO_FACE, Samples.MORNING));
        for (int fact = 1; fact <= FACTS; fact++) {
            changes.add(new Change.FactAppended(id, new Fact.AnswerSet(Samples.moment(fact),
                    new vn.hoidan.core.questionnaire.Path("/data/q" + fact), "đáp án " + number + "-" + fact), fact,
                    FACTS));
        }
        if (toTheEnd) {
            changes.add(new Change.InterviewMoved(id, InterviewState.IN_WORK, InterviewState.COMPLETED,
                    Samples.MORNING));
            changes.add(new Change.RecordAppended(RecordType.INTERVIEW,
                    new CompressedRecords().interview(Samples.interviewRecord(id), XFORM), Optional.of(id)));
        }
        store.apply(changes);
    }

    @Test
    void opensASoundStoreWithoutAWord() {
        try (FieldStore store = open().orElseThrow()) {
            assertEquals(Optional.empty(), store.notice());
            assertEquals(INTERVIEWS, store.interviews().size());
        }
        assertEquals(List.of(), damagedCopies());
    }

    @Test
    void keepsTheUnitsInHandAndTakesNoneASecondTimeWhenTheServerTellsOfThemAgain() throws IOException {
        Lease told = new Lease(new LeaseId("1-77"), Samples.lease().cells(), 3, Samples.MORNING, Samples.MORNING);
        InterviewId inWork = Samples.interviewId(INTERVIEWS);
        Hand before;
        try (FieldStore store = open().orElseThrow()) {
            store.apply(List.of(new Change.UnitsReceived(told, List.of(UnitCode.of(1), UnitCode.of(2), UnitCode.of(3))),
                    new Change.HandChanged(new HandChange.UnitHeld(inWork, told.id())),
                    new Change.HandChanged(new HandChange.UnitsReturned(told.id(), 1))));
            before = store.hand();
        }
        try (Database database = Database.open(file(), ProfileFolders.MIGRATIONS)) {
            database.write(handle -> handle.execute("UPDATE document SET sealed = zeroblob(99) WHERE name = 'quota' "
                    + "OR name = 'survey'"));
        }
        try (FieldStore store = open().orElseThrow()) {
            assertEquals(ProblemKind.STORE_RESCUED, store.notice().orElseThrow().kind());
            assertEquals(before, store.hand());
            store.apply(List.of(new Change.UnitsReceived(told, List.of())));
            assertEquals(before, store.hand());
            Lease next = new Lease(new LeaseId("1-78"), told.cells(), 2, Samples.MORNING, Samples.MORNING);
            store.apply(List.of(new Change.SyncEnded(Samples.MORNING, false), new Change.UnitsReceived(next,
                    List.of(UnitCode.of(4), UnitCode.of(5)))));
            assertEquals(3, store.hand().free(told.cells()));
        }
    }

    @Test
    void savesWhatCanBeReadWhereverABitIsFlipped() throws IOException {
        long seed = Long.getLong("hoidan.seed", new Random().nextLong());
        Random random = new Random(seed);
        int rescued = 0;
        for (int damage = 0; damage < DAMAGES; damage++) {
            byte[] bytes = sound.clone();
            int place = random.nextInt(bytes.length);
            bytes[place] ^= (byte) (1 << random.nextInt(8));
            rescued += damagedBy("seed " + seed + ", bit of byte " + place, bytes) ? 1 : 0;
        }
        assertTrue(DAMAGES < 25 || rescued > 0, "no flipped bit was found, seed " + seed);
    }

    @Test
    void savesWhatCanBeReadWhicheverPageIsZeroed() throws IOException {
        int rescued = 0;
        for (int page = 0; page < sound.length / PAGE_BYTES; page += 1 + page / 20) {
            byte[] bytes = sound.clone();
            Arrays.fill(bytes, page * PAGE_BYTES, (page + 1) * PAGE_BYTES, (byte) 0);
            rescued += damagedBy("page " + page + " zeroed", bytes) ? 1 : 0;
        }
        assertTrue(rescued > sound.length / PAGE_BYTES / 4, rescued + " of the pages rescued");
    }

    @Test
    void savesWhatCanBeReadWhereverTheFileEnds() throws IOException {
        for (int quarter = 1; quarter <= 7; quarter++) {
            damagedBy("cut at " + quarter + "/8", Arrays.copyOf(sound, sound.length / 8 * quarter));
        }
    }

    @Test
    void refusesAFileWithoutABeginningAndKeepsTheLogBesideIt() throws IOException {
        byte[] log = Samples.bytes(5_000, 1).toArray();
        for (byte[] nothing : List.of(new byte[0], new byte[PAGE_BYTES])) {
            Files.write(file(), nothing);
            Files.write(file().resolveSibling("field.db-wal"), log);
            assertEquals(Optional.empty(), open());
            assertTrue(Arrays.equals(log, Files.readAllBytes(file().resolveSibling("field.db-wal"))));
        }
        Files.delete(file());
        assertEquals(Optional.empty(), open());
        assertTrue(Arrays.equals(log, Files.readAllBytes(file().resolveSibling("field.db-wal"))));
        assertFalse(Files.exists(file()));
    }

    @Test
    void saysThatTheLastWritesAreGoneWhenTheLogDisappearedAfterACut() throws IOException {
        Files.write(file().resolveSibling(OpenMark.FILE), new byte[0]);
        try (FieldStore store = open().orElseThrow()) {
            assertEquals(ProblemKind.STORE_CUT, store.notice().orElseThrow().kind());
            store.apply(List.of(new Change.NoticeRead()));
        }
        try (FieldStore store = open().orElseThrow()) {
            assertEquals(Optional.empty(), store.notice());
        }
    }

    @Test
    void saysNothingOfALostLogWhenAWrongPinWasTriedBetween() throws IOException {
        Path kept = folder.resolve("kept");
        try (FieldStore store = open().orElseThrow()) {
            hold(store, INTERVIEWS + 1, false);
            Files.copy(file().resolveSibling("field.db-wal"), kept);
        }
        Files.write(file(), sound);
        Files.copy(kept, file().resolveSibling("field.db-wal"));
        Files.write(file().resolveSibling(OpenMark.FILE), new byte[0]);
        assertEquals(1, assertInstanceOf(Unlocking.Denied.class, StoreFixture.folders(folder,
                new StoreFixture.SetClock()).unlock(StoreFixture.PROFILE.id(), "917355".toCharArray())).wrongTries());
        assertFalse(Files.exists(file().resolveSibling("field.db-wal")));
        try (FieldStore store = open().orElseThrow()) {
            assertEquals(Optional.empty(), store.notice());
            assertEquals(INTERVIEWS + 1, store.interviews().size());
        }
        assertFalse(OpenMark.look(file()).abrupt());
    }

    @Test
    void bringsOverTheFactsOfAnInterviewWhoseIdWasChanged() throws SQLException {
        damage("UPDATE interview SET id = 'x' || substr(id, 2) WHERE ordinal = 4",
                "UPDATE interview SET id = '0' || substr(id, 2) WHERE ordinal = 12");
        try (FieldStore store = open().orElseThrow()) {
            Map<String, String> told = store.notice().orElseThrow().details();
            assertEquals(List.of("11", "1"), List.of(told.get("whole"), told.get("gone")));
            assertEquals(facts.get(Samples.interviewId(4)), store.facts(Samples.interviewId(4)));
        }
    }

    @Test
    void bringsOverAStoreInWhichAColumnThatNobodyReadsAtTheStartHasAnotherName() throws SQLException {
        damage("ALTER TABLE carried RENAME COLUMN answer TO bnswer");
        try (FieldStore store = open().orElseThrow()) {
            assertEquals(ProblemKind.STORE_RESCUED, store.notice().orElseThrow().kind());
            assertEquals(INTERVIEWS, store.interviews().size());
            assertEquals(List.of(), store.carriage().kept());
        }
    }

    @Test
    void sendsAllAgainWhenThePositionMakesNoSense() throws SQLException {
        damage("UPDATE position SET stored = 4711");
        try (FieldStore store = open().orElseThrow()) {
            assertEquals(ProblemKind.STORE_RESCUED, store.notice().orElseThrow().kind());
            assertEquals(LogPosition.START, store.syncState().stored());
        }
    }

    @Test
    void finishesARescueThatWasCutOffBeforeTheNewFileWasInItsPlace() throws IOException {
        Files.move(file(), file().resolveSibling(StoreRescue.RESCUED));
        Files.write(file().resolveSibling("field.db-wal"), Samples.bytes(5_000, 1).toArray());
        try (FieldStore store = open().orElseThrow()) {
            assertEquals(INTERVIEWS, store.interviews().size());
        }
        assertFalse(Files.exists(file().resolveSibling(StoreRescue.RESCUED)));
    }

    @Test
    void neverGivesTheNumberOfALostRecordAgainAndDoesNotSendPastTheGap() throws SQLException {
        damage("UPDATE up_record SET type = 'contact' WHERE number IN (8, 10)");
        try (FieldStore store = open().orElseThrow()) {
            Problem told = store.notice().orElseThrow();
            assertEquals(Map.of("whole", "12", "torn", "0", "gone", "0", "reopened", "2", "records", "8", "lost",
                    "2", "file", damagedCopies().getFirst()), told.details());
            assertEquals(records.subList(5, 7), store.recordsAfter(5, 100, 1_000_000));
            ProblemException torn = assertThrows(ProblemException.class, () -> store.recordsAfter(7, 9, 1_000));
            assertEquals(ProblemKind.LOG_TORN, torn.problem().kind());
            assertEquals(InterviewState.IN_WORK, store.interview(Samples.interviewId(8)).orElseThrow().state());
            store.apply(List.of(new Change.RecordAppended(RecordType.CONTACT, Samples.bytes(9, 9),
                    Optional.empty())));
            assertEquals(11, store.syncState().head().number());
            assertEquals(records.get(4).position(), store.syncState().stored());
        }
    }

    @Test
    void findsCompletedInterviewsAgainByTheirRecordsWhenTheirRowsAreLost() throws SQLException {
        damage("DELETE FROM interview WHERE ordinal IN (3, 12)", "UPDATE document SET sealed = x'00' "
                + "WHERE name = 'survey'");
        try (FieldStore store = open().orElseThrow()) {
            Map<String, String> told = store.notice().orElseThrow().details();
            assertEquals(List.of("11", "1"), List.of(told.get("whole"), told.get("gone")));
            assertEquals(facts.get(Samples.interviewId(3)), store.facts(Samples.interviewId(3)));
            assertEquals(InterviewState.COMPLETED, store.interview(Samples.interviewId(3)).orElseThrow().state());
            assertTrue(store.survey().isEmpty());
        }
    }

    /// Foreign keys are off unless asked for: what SQLite would not allow can be done to the file.
    private void damage(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    /// True when the store was rescued, false when it opened as it was or could not be opened at all.
    private boolean damagedBy(String how, byte[] bytes) throws IOException {
        clean();
        Files.write(file(), bytes);
        Optional<FieldStore> opened = open();
        if (opened.isEmpty()) {
            assertTrue(Arrays.equals(Files.readAllBytes(file()), bytes) || Files.exists(file()), how);
            return false;
        }
        boolean told;
        try (FieldStore store = opened.get()) {
            told = store.notice().map(Problem::kind).equals(Optional.of(ProblemKind.STORE_RESCUED));
            assertEquals(told ? 1 : 0, damagedCopies().size(), how);
            assertTrue(told || complete(store), how + ": something is missing and nobody said so");
            nothingInvented(how, store);
            goesOn(how, store);
        }
        try (FieldStore again = open().orElseThrow()) {
            assertEquals(told ? 1 : 0, damagedCopies().size(), how + ": damaged again");
            assertEquals(told, again.notice().isPresent(), how);
        }
        return told;
    }

    private boolean complete(FieldStore store) {
        return store.interviews().size() == INTERVIEWS && records.equals(store.recordsAfter(0, 100, 1_000_000))
                && store.survey().isPresent() && store.questionnaire(Samples.QUESTIONNAIRE).isPresent();
    }

    private void nothingInvented(String how, FieldStore store) {
        for (InterviewEntry entry : store.interviews()) {
            List<Fact> there = store.facts(entry.id());
            List<Fact> were = facts.get(entry.id());
            assertTrue(were != null && were.containsAll(there), how);
            if (entry.lostFacts() == 0 && entry.recordNumber().isEmpty()) {
                assertEquals(were.size(), there.size(), how + ": passes for whole: " + entry);
            }
            assertEquals(were.stream().filter(there::contains).toList(), there, how + ": order");
        }
        assertTrue(store.survey().isEmpty() || store.survey().equals(Optional.of(Samples.survey())), how);
        for (long after = 0; after < records.size(); after++) {
            try {
                assertTrue(records.containsAll(store.recordsAfter(after, 100, 1_000_000)), how);
            } catch (ProblemException torn) {
                assertEquals(ProblemKind.LOG_TORN, torn.problem().kind(), how);
            }
        }
        assertTrue(store.syncState().stored().number() <= SENT, how);
    }

    private void goesOn(String how, FieldStore store) {
        long head = store.syncState().head().number();
        hold(store, INTERVIEWS + 5, true);
        assertTrue(store.syncState().head().number() > head, how);
        assertEquals(FACTS, store.facts(Samples.interviewId(INTERVIEWS + 5)).size(), how);
    }

    private Optional<FieldStore> open() {
        try {
            return switch (StoreFixture.folders(folder, new StoreFixture.SetClock())
                    .unlock(StoreFixture.PROFILE.id(), StoreFixture.pin())) {
                case Unlocking.Opened opened -> Optional.of(opened.profile().store());
                // the wrapped key itself was hit
                case Unlocking.Denied _ -> Optional.empty();
            };
        } catch (ProblemException damaged) {
            assertEquals(ProblemKind.STORE_DAMAGED, damaged.problem().kind());
            return Optional.empty();
        }
    }

    private void clean() throws IOException {
        try (Stream<Path> inside = Files.list(file().getParent())) {
            for (Path each : inside.filter(path -> path.getFileName().toString().startsWith("field")).toList()) {
                Files.delete(each);
            }
        }
        Files.deleteIfExists(file().resolveSibling(OpenMark.FILE));
    }

    private List<String> damagedCopies() {
        try (Stream<Path> inside = Files.list(file().getParent())) {
            return inside.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith(StoreRescue.DAMAGED) && name.endsWith(".db")).toList();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private Path file() {
        return folder.resolve("people").resolve(StoreFixture.PROFILE.id()).resolve(ProfileFolders.DATABASE_FILE);
    }
}
