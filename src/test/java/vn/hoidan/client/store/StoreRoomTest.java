package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sqlite.Database;
import vn.hoidan.sqlite.FolderLock;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.DataKey;
import vn.hoidan.vault.PinVault;

/// A disk that runs full, by what the system says of it and by SQLite's own limit of pages.
class StoreRoomTest {
    private static final InterviewId ID = Samples.interviewId(1);
    private static final long PLENTY = 10 * DiskRoom.WARN_BYTES;

    @TempDir
    Path folder;

    private volatile long usable = PLENTY;

    @Test
    void warnsEarlyAndBeginsNothingNewWhenThereIsLittleRoom() {
        StoreRoom room = new StoreRoom(folder, _ -> usable);
        assertEquals(Optional.empty(), room.now().problem());
        usable = DiskRoom.WARN_BYTES - 1;
        assertEquals(Optional.of(ProblemKind.DISK_LOW), room.now().problem().map(Problem::kind));
        assertEquals(Optional.empty(), room.now().refusal());
        usable = DiskRoom.LEAST_BYTES - 1;
        assertEquals(Optional.of(ProblemKind.DISK_TOO_LOW), room.now().refusal().map(Problem::kind));
        assertEquals("99", room.now().refusal().orElseThrow().details().get("megabytes"));
    }

    @Test
    void buildsTheReserveOnlyWhereThereIsRoomForItAndBeginsNothingNewWithoutIt() throws Exception {
        StoreRoom room = new StoreRoom(folder, _ -> usable);
        room.keep();
        assertEquals(StoreRoom.RESERVE_BYTES, Files.size(reserve()));
        assertTrue(room.release());
        assertFalse(Files.exists(reserve()));
        assertFalse(room.release());
        assertEquals(Optional.of(ProblemKind.DISK_TOO_LOW), room.now().refusal().map(Problem::kind));
        usable = DiskRoom.LEAST_BYTES + StoreRoom.RESERVE_BYTES - 1;
        assertTrue(room.keep().refusal().isPresent());
        assertFalse(Files.exists(reserve()));
        usable = PLENTY;
        assertEquals(Optional.empty(), room.keep().problem());
        assertEquals(StoreRoom.RESERVE_BYTES, Files.size(reserve()));
    }

    @Test
    void buildsAReserveAgainThatWasCutOffWhileItWasBuilt() throws Exception {
        Files.write(reserve(), new byte[1000]);
        new StoreRoom(folder, _ -> usable).keep();
        assertEquals(StoreRoom.RESERVE_BYTES, Files.size(reserve()));
    }

    @Test
    void opensAStoreFromTheReserveWhenTheDiskIsFullAndSaysSoWithoutOne() {
        StoreRoom room = new StoreRoom(folder, _ -> usable);
        room.keep();
        ProblemException refused = Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", "f").exception();
        assertEquals(refused, assertThrows(ProblemException.class, () -> room.opening(() -> {
            throw refused;
        })));
        assertTrue(Files.exists(reserve()));
        usable = 0;
        assertEquals("open", room.opening(() -> {
            if (Files.exists(reserve())) {
                throw refused;
            }
            return "open";
        }));
        assertEquals(ProblemKind.DISK_FULL, assertThrows(ProblemException.class, () -> room.opening(() -> {
            throw refused;
        })).problem().kind());
    }

    @Test
    void savesTheOpenInterviewFromTheReserveWhenTheDiskIsFull() {
        Database database = database();
        StoreRoom room = roomOf(database);
        room.keep();
        StoreCopies copies = new StoreCopies(database, new BackupFiles(folder.resolve("backups"), "a"), room);
        try (SqliteFieldStore store = new SqliteFieldStore(database, DataKey.random(new SecureRandom()),
                FolderLock.of(folder), copies)) {
            store.apply(List.of(new Change.InterviewBegun(ID, Samples.QUESTIONNAIRE, Samples.LIST, 17,
                    Optional.of(Samples.LEASE), InterviewMode.FACE_TO_FACE, Samples.MORNING)));
            full(database, 3);
            assertEquals(Optional.empty(), store.room().refusal());
            int saved = 0;
            while (Files.exists(reserve())) {
                saved++;
                store.apply(List.of(answer(saved)));
            }
            assertTrue(saved > 1, "the disk was full at once");
            assertEquals(saved, store.facts(ID).size());
            assertEquals(Optional.of(ProblemKind.DISK_TOO_LOW), store.room().refusal().map(Problem::kind));
            full(database, 3);
            int more = saved;
            assertEquals(ProblemKind.DISK_FULL, assertThrows(ProblemException.class, () -> {
                for (int number = more + 1; number < 1_000; number++) {
                    store.apply(List.of(answer(number)));
                }
            }).problem().kind());
        }
    }

    @Test
    void countsATryAtThePinFromTheReserveWhenTheDiskIsFull() {
        DataKey key = DataKey.random(new SecureRandom());
        try (Database database = database()) {
            StoreFixture.SetClock clock = new StoreFixture.SetClock();
            database.write(handle -> PinRows.write(handle, PinVault.create(StoreFixture.pin(), key,
                    PinVault.Cost.LEAST, new SecureRandom())) + PinRows.write(handle, PinGuard.fresh(clock.now())));
            // the row of the count is overwritten in place: a file grows with it so that the limit is met
            database.write(handle -> handle.execute("CREATE TABLE filler (bytes BLOB)") + handle.execute(
                    "CREATE TEMP TRIGGER fill BEFORE UPDATE ON main.pin_guard BEGIN "
                            + "INSERT INTO filler VALUES (zeroblob(20000)); END"));
            StoreRoom room = roomOf(database);
            PersonDoor door = new PersonDoor(database, clock, Costs.fixed(PinVault.Cost.LEAST), new SecureRandom(),
                    room::release);
            full(database, 1);
            assertEquals(ProblemKind.DISK_FULL, assertThrows(ProblemException.class,
                    () -> door.byPin(StoreFixture.pin())).problem().kind());
            assertEquals(0, tries(database));
            room.keep();
            assertEquals(1, assertInstanceOf(PersonDoor.Answer.Denied.class,
                    door.byPin("111222".toCharArray())).wrongTries());
            assertEquals(1, tries(database));
            assertFalse(Files.exists(reserve()));
            assertInstanceOf(PersonDoor.Answer.Opened.class, door.byPin(StoreFixture.pin())).key().close();
        } finally {
            key.close();
        }
    }

    private static int tries(Database database) {
        return database.read(handle -> PinRows.guard(handle, database.file())).wrongTries();
    }

    private Database database() {
        return Database.open(folder.resolve(ProfileFolders.DATABASE_FILE), ProfileFolders.MIGRATIONS);
    }

    /// Giving the reserve up makes room on the disk, here by lifting the limit.
    private StoreRoom roomOf(Database database) {
        return new StoreRoom(folder, _ -> usable) {
            @Override
            boolean release() {
                boolean there = super.release();
                if (there) {
                    limit(database, 100_000);
                }
                return there;
            }
        };
    }

    private static void full(Database database, int pagesLeft) {
        limit(database, database.write(handle -> handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one())
                + pagesLeft);
    }

    private static void limit(Database database, int pages) {
        database.write(handle -> handle.createQuery("PRAGMA max_page_count=" + pages).mapTo(Integer.class).one());
    }

    private static Change answer(int number) {
        return new Change.FactAppended(ID, new Fact.AnswerSet(Samples.moment(number),
                new vn.hoidan.core.questionnaire.Path("/data/q" + number), "x".repeat(500)), number, number);
    }

    private Path reserve() {
        return folder.resolve(StoreRoom.FILE);
    }
}
