package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.store.Attachment;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.FolderLock;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.DataKey;

/// Breaks the disk under the store, in the real SQLite.
class FieldStoreFaultTest {
    private static final InterviewId ID = Samples.interviewId(1);
    private static final List<String> TABLES = List.of("document", "questionnaire", "sample_list", "contact",
            "interview", "fact", "attachment", "up_record", "position");

    /// Rows written in {@link #day}, a replaced document counting twice: the loop below must fail at each of them.
    private static final int WRITES_OF_THE_DAY = 28;

    private static final Attachment ATTACHMENT = new Attachment(AttachmentName.of(Samples.bytes(400, 5), "jpg"),
            Samples.bytes(400, 5));

    @TempDir
    Path folder;

    @Test
    void staysConsistentWhicheverWriteOfAnInterviewFails() throws Exception {
        List<List<Change>> day = day();
        List<String> states = statesWithoutFaults(day);
        int failing = 1;
        while (failsAt(failing, day, states)) {
            failing++;
        }
        assertEquals(WRITES_OF_THE_DAY, failing - 1);
    }

    private List<String> statesWithoutFaults(List<List<Change>> day) throws Exception {
        List<String> states = new ArrayList<>();
        try (Opened opened = open("without")) {
            states.add(state(opened.store()));
            for (List<Change> step : day) {
                opened.store().apply(step);
                states.add(state(opened.store()));
            }
        }
        return states;
    }

    /// Plays the day with one failing write; false when there were fewer writes than that.
    private boolean failsAt(int failing, List<List<Change>> day, List<String> states) throws Exception {
        boolean failed = false;
        try (Opened opened = open("fault-" + failing)) {
            plantFault(opened.database(), failing);
            for (int step = 0; step < day.size(); step++) {
                List<Change> changes = day.get(step);
                try {
                    opened.store().apply(changes);
                } catch (RuntimeException planted) {
                    failed = true;
                    assertEquals(states.get(step), state(opened.store()), "after failing write " + failing);
                    opened.database().write(handle -> handle.execute("UPDATE fault SET failing = -1"));
                    opened.store().apply(changes);
                }
                assertEquals(states.get(step + 1), state(opened.store()));
            }
        }
        return failed;
    }

    /// A row of any table that is about to be written as the n-th makes its statement fail.
    private static void plantFault(Database database, int failing) {
        database.write(handle -> {
            handle.execute("CREATE TEMP TABLE fault (done INTEGER, failing INTEGER)");
            handle.execute("INSERT INTO fault VALUES (0, ?)", failing);
            for (String table : TABLES) {
                for (String event : List.of("INSERT", "UPDATE")) {
                    handle.execute("CREATE TEMP TRIGGER fault_" + table + "_" + event + " BEFORE " + event
                            + " ON main." + table + " BEGIN UPDATE fault SET done = done + 1; "
                            + "SELECT RAISE(ABORT, 'planted') FROM fault WHERE done = failing; END");
                }
            }
            return true;
        });
    }

    @Test
    void saysThatTheDiskIsFullLosesNothingAndGoesOnWhenThereIsRoom() throws Exception {
        try (Opened opened = open("full")) {
            opened.store().apply(List.of(begun()));
            opened.database().write(handle -> {
                int pages = handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one();
                return handle.createQuery("PRAGMA max_page_count=" + (pages + 2)).mapTo(Integer.class).one();
            });
            int saved = 0;
            Optional<ProblemException> full = Optional.empty();
            while (full.isEmpty()) {
                try {
                    opened.store().apply(List.of(answer(saved)));
                    saved++;
                } catch (ProblemException refused) {
                    full = Optional.of(refused);
                }
            }
            assertEquals(ProblemKind.DISK_FULL, full.get().problem().kind());
            assertTrue(saved > 0);
            assertEquals(saved, opened.store().facts(ID).size());
            assertEquals(saved, opened.store().interview(ID).orElseThrow().facts());
            opened.database().write(handle ->
                    handle.createQuery("PRAGMA max_page_count=100000").mapTo(Integer.class).one());
            opened.store().apply(List.of(answer(saved)));
            assertEquals(saved + 1, opened.store().facts(ID).size());
        }
    }

    @Test
    void namesTheFileWhenAFactWasMovedToAnotherPlace() throws Exception {
        try (Opened opened = open("moved")) {
            opened.store().apply(List.of(begun(), answer(1), answer(2)));
            opened.database().write(handle -> handle.execute("UPDATE fact SET sealed = "
                    + "(SELECT sealed FROM fact WHERE number = 1) WHERE number = 2"));
            ProblemException damaged = assertThrows(ProblemException.class, () -> opened.store().facts(ID));
            assertEquals(ProblemKind.STORE_DAMAGED, damaged.problem().kind());
            assertEquals(opened.database().file().toString(), damaged.problem().details().get("file"));
        }
    }

    @Test
    void noticesWhenAFactIsMissing() throws Exception {
        try (Opened opened = open("missing")) {
            opened.store().apply(List.of(begun(), answer(1), answer(2), answer(3)));
            opened.database().write(handle -> handle.execute("DELETE FROM fact WHERE number = 2"));
            assertThrows(ProblemException.class, () -> opened.store().facts(ID));
        }
    }

    private record Opened(Database database, FieldStore store) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
        }
    }

    private Opened open(String name) throws Exception {
        Path place = Files.createDirectory(folder.resolve(name));
        Database database = Database.open(place.resolve(ProfileFolders.DATABASE_FILE), ProfileFolders.MIGRATIONS);
        StoreCopies copies = new StoreCopies(database, new BackupFiles(folder.resolve("backups"), name),
                new StoreRoom(place, _ -> Long.MAX_VALUE));
        return new Opened(database, new SqliteFieldStore(database, DataKey.random(new SecureRandom()),
                FolderLock.of(place), copies));
    }

    /// Everything that can be read, as text.
    private static String state(FieldStore store) {
        return String.join("\n", List.of(String.valueOf(store.survey()), String.valueOf(store.lists()),
                String.valueOf(store.interviews()), String.valueOf(store.facts(ID)),
                String.valueOf(store.contacts(Samples.LIST)), String.valueOf(store.syncState()),
                String.valueOf(store.recordsAfter(0, 100, 1_000_000)), String.valueOf(store.quota()),
                String.valueOf(store.board()), String.valueOf(store.attachment(ATTACHMENT.name().hash())),
                String.valueOf(store.questionnaire(Samples.QUESTIONNAIRE))));
    }

    /// What is stored while one interview is held and synced.
    private static List<List<Change>> day() {
        List<List<Change>> day = new ArrayList<>();
        day.add(List.of(new Change.QuestionnaireReceived(Samples.QUESTIONNAIRE, Samples.bytes(300, 1)),
                new Change.SurveyReceived(Samples.survey()), new Change.CursorMoved(0, 1),
                new Change.ListReceived(Samples.list(), Samples.lease()), new Change.CursorMoved(1, 2),
                new Change.QuotaReceived(Samples.quota())));
        day.add(List.of(new Change.ContactRecorded(Samples.contact()),
                new Change.RecordAppended(RecordType.CONTACT, Samples.bytes(30, 2), Optional.empty())));
        day.add(List.of(begun(), answer(0)));
        for (int number = 1; number <= 4; number++) {
            day.add(List.of(answer(number)));
        }
        day.add(List.of(new Change.AttachmentKept(ATTACHMENT), answer(5)));
        day.add(List.of(new Change.FactAppended(ID, new Fact.Completed(Samples.moment(9)), 5, 5),
                new Change.InterviewMoved(ID, InterviewState.IN_WORK, InterviewState.COMPLETED, Samples.MORNING),
                new Change.RecordAppended(RecordType.INTERVIEW, Samples.bytes(80, 3), Optional.of(ID))));
        day.add(List.of(new Change.InterviewRuled(ID, Ruling.ACCEPTED), new Change.CursorMoved(2, 3),
                new Change.ListWithdrawn(Samples.LIST), new Change.CursorMoved(3, 4),
                new Change.QuotaReceived(Samples.quota()), new Change.BoardReceived(Samples.board()),
                new Change.SyncEnded(Samples.MORNING, false)));
        return day;
    }

    private static Change begun() {
        return new Change.InterviewBegun(ID, Samples.QUESTIONNAIRE, Samples.LIST, 17, Optional.of(Samples.LEASE),
                InterviewMode.FACE_TO_FACE, Samples.MORNING);
    }

    private static vn.hoidan.core.questionnaire.Path question(int number) {
        return new vn.hoidan.core.questionnaire.Path("/data/q" + number);
    }

    private static Change answer(int number) {
        return new Change.FactAppended(ID, new Fact.AnswerSet(Samples.moment(number),
                question(number), "4"), number, 9);
    }
}
