package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore.OpenProfile;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sqlite.Database;
import vn.hoidan.support.Samples;

class ProfileFoldersTest {
    @TempDir
    Path folder;

    private final StoreFixture.SetClock clock = new StoreFixture.SetClock();

    @Test
    void hasNobodyAtFirst() {
        assertTrue(folders().profiles().isEmpty());
    }

    @Test
    void showsAPersonBeforeThePinAndOpensWithIt() {
        OpenProfile created = create();
        assertEquals(StoreFixture.PROFILE, created.profile());
        created.store().apply(List.of(new Change.SurveyReceived(Samples.survey())));
        created.store().close();
        assertEquals(List.of(StoreFixture.PROFILE.shown()), folders().profiles());
        OpenProfile opened = opened();
        assertEquals(StoreFixture.PROFILE, opened.profile());
        assertEquals(StoreFixture.CREDENTIALS, opened.credentials());
        assertEquals(Samples.survey(), opened.store().survey().orElseThrow());
        opened.store().close();
    }

    @Test
    void keepsPeopleApart() {
        create().store().close();
        Profile other = new Profile("other-1", "1-8", Samples.enumerator(), StoreFixture.PROFILE.address());
        folders().create(other, StoreFixture.CREDENTIALS, "other-pin".toCharArray()).store().close();
        assertEquals(2, folders().profiles().size());
        assertInstanceOf(Unlocking.Denied.class, folders().unlock("other-1", StoreFixture.pin()));
        opened().store().close();
    }

    @Test
    void refusesAWrongPinAndCountsIt() {
        create().store().close();
        assertEquals(new Unlocking.Denied(1, 0), unlock("000000"));
        assertEquals(new Unlocking.Denied(2, 0), unlock("000001"));
        opened().store().close();
        assertEquals(new Unlocking.Denied(1, 0), unlock("000002"));
    }

    @Test
    void makesWaitAfterManyWrongPinsEvenTheRightOne() {
        create().store().close();
        for (int tries = 1; tries <= 3; tries++) {
            assertEquals(new Unlocking.Denied(tries, 0), unlock("wrong!"));
        }
        assertEquals(new Unlocking.Denied(4, 5), unlock("wrong!"));
        clock.forward(2);
        assertEquals(new Unlocking.Denied(4, 3), unlock(StoreFixture.PIN));
        assertEquals(new Unlocking.Denied(4, 3), unlock("wrong!"));
        clock.set(Samples.MORNING.minusSeconds(3_600));
        assertEquals(new Unlocking.Denied(4, 3), unlock(StoreFixture.PIN));
        clock.forward(3);
        assertEquals(new Unlocking.Denied(5, 30), unlock("wrong!"));
        clock.forward(30);
        opened().store().close();
    }

    @Test
    void refusesAPinThatIsTooShortAndLeavesNothingBehind() throws IOException {
        ProblemException refused = assertThrows(ProblemException.class,
                () -> folders().create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, "12345".toCharArray()));
        assertEquals(ProblemKind.PIN_TOO_SHORT, refused.problem().kind());
        assertTrue(folders().profiles().isEmpty());
        create().store().close();
    }

    @Test
    void leavesNothingBehindWhenThePersonCannotBeMade() throws IOException {
        Files.createDirectories(folder.resolve("people"));
        Path inTheWay = folder.resolve("people").resolve(".new-" + StoreFixture.PROFILE.id());
        Files.createDirectories(inTheWay.resolve(ProfileFolders.DATABASE_FILE).resolve("half"));
        create().store().close();
        try (Stream<Path> inside = Files.list(folder.resolve("people"))) {
            assertEquals(List.of(StoreFixture.PROFILE.id()),
                    inside.map(path -> path.getFileName().toString()).toList());
        }
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Files.createFile(folder.resolve("people"));
        ProblemException refused = assertThrows(ProblemException.class, this::create);
        assertEquals(ProblemKind.FOLDER_NOT_WRITABLE, refused.problem().kind());
    }

    @Test
    void refusesToMakeAPersonTwice() {
        create().store().close();
        assertThrows(IllegalStateException.class, this::create);
        opened().store().close();
    }

    @Test
    void saysThatAStoreIsOpenInAnotherWindow() {
        FieldStore store = create().store();
        assertProblem(ProblemKind.STORE_IN_USE, () -> unlock(StoreFixture.PIN));
        store.apply(List.of(new Change.SyncEnded(Samples.MORNING, false)));
        store.close();
        opened().store().close();
    }

    @Test
    void givesTheFolderBackAfterAWrongPin() {
        create().store().close();
        unlock("wrong!");
        opened().store().close();
    }

    @Test
    void believesTheSealedServerAddressAndNotThePlainOne() throws IOException {
        create().store().close();
        Path plain = folder.resolve("people").resolve(StoreFixture.PROFILE.id()).resolve(PersonFile.NAME);
        Files.writeString(plain, Files.readString(plain).replace("khaosat.example", "evil.example"));
        assertEquals("evil.example", folders().profiles().getFirst().address().host());
        OpenProfile opened = opened();
        assertEquals("khaosat.example", opened.profile().address().host());
        opened.store().close();
        assertEquals("khaosat.example", folders().profiles().getFirst().address().host(), "mended");
    }

    @Test
    void showsInitialsAndACodeOnlyAndTakesTheNameOutOfOlderFiles() throws IOException {
        create().store().close();
        Path plain = place().resolve(PersonFile.NAME);
        String name = StoreFixture.PROFILE.person().name();
        assertFalse(Files.readString(plain).contains(name));
        assertEquals("Đ1 · tv-1", folders().profiles().getFirst().person().name());
        Files.write(plain, PersonFile.bytes(StoreFixture.PROFILE));
        assertTrue(Files.readString(plain).contains(name), "the search would find it");
        opened().store().close();
        assertFalse(Files.readString(plain).contains(name));
    }

    @Test
    void opensNothingThatWasSealedForAnotherPerson() {
        create().store().close();
        Profile other = new Profile("other-1", "1-8", Samples.enumerator(), StoreFixture.PROFILE.address());
        OpenProfile second = folders().create(other, StoreFixture.CREDENTIALS, "other-pin".toCharArray());
        second.store().apply(List.of(new Change.SurveyReceived(Samples.survey())));
        second.store().close();
        Path mine = place().resolve(ProfileFolders.DATABASE_FILE);
        Path others = place().resolveSibling("other-1").resolve(ProfileFolders.DATABASE_FILE);
        try (Database own = Database.open(mine, ProfileFolders.MIGRATIONS);
                Database foreign = Database.open(others, ProfileFolders.MIGRATIONS)) {
            byte[] planted = foreign.read(handle -> handle.createQuery("SELECT sealed FROM document WHERE name = "
                    + "'survey'").map((row, context) -> row.getBytes("sealed")).one());
            own.write(handle -> handle.execute("INSERT INTO document (name, sealed) VALUES ('survey', ?)",
                    planted));
        }
        OpenProfile opened = opened();
        assertEquals(ProblemKind.STORE_RESCUED, opened.store().notice().orElseThrow().kind());
        assertTrue(opened.store().survey().isEmpty());
        opened.store().close();
    }

    @Test
    void namesTheFileThatIsDamaged() throws IOException {
        create().store().close();
        Path file = place().resolve(ProfileFolders.DATABASE_FILE);
        byte[] good = Files.readAllBytes(file);
        Files.write(file, new byte[8_192]);
        ProblemException damaged = assertProblem(ProblemKind.STORE_DAMAGED, () -> unlock(StoreFixture.PIN));
        assertEquals(file.toString(), damaged.problem().details().get("file"));
        Files.delete(file);
        assertProblem(ProblemKind.STORE_DAMAGED, () -> unlock(StoreFixture.PIN));
        assertFalse(Files.exists(file));
        Files.write(file, good);
        opened().store().close();
    }

    @Test
    void namesTheFileWhenASealedRowWasChanged() {
        create().store().close();
        Path file = place().resolve(ProfileFolders.DATABASE_FILE);
        try (Database database = Database.open(file, ProfileFolders.MIGRATIONS)) {
            database.write(handle -> handle.execute("UPDATE document SET sealed = "
                    + "(SELECT sealed FROM document WHERE name = 'token') WHERE name = 'profile'"));
        }
        ProblemException damaged = assertProblem(ProblemKind.STORE_DAMAGED, () -> unlock(StoreFixture.PIN));
        assertEquals(file.toString(), damaged.problem().details().get("file"));
    }

    @Test
    void showsTheOthersWhenOnePersonsFileIsDamaged() throws IOException {
        create().store().close();
        Files.writeString(place().resolve(PersonFile.NAME), "person.id=x");
        assertProblem(ProblemKind.STORE_DAMAGED, () -> folders().profiles());
        Profile other = new Profile("other-1", "1-8", Samples.enumerator(), StoreFixture.PROFILE.address());
        folders().create(other, StoreFixture.CREDENTIALS, StoreFixture.pin()).store().close();
        assertEquals(List.of(other.shown()), folders().profiles());
    }

    @Test
    void refusesIdsThatLeadElsewhere() {
        for (String id : List.of("..", "a/b", "", "a\\b", ".new-x")) {
            assertThrows(IllegalArgumentException.class, () -> folders().unlock(id, StoreFixture.pin()));
        }
        assertThrows(IllegalArgumentException.class, () -> folders().unlock("nobody", StoreFixture.pin()));
    }

    @Test
    void keepsAnAddressWithEveryDetail() {
        Profile odd = new Profile("odd", "9-1", Samples.enumerator(),
                new ServerAddress("10.0.0.5", 65_535, Samples.bytes(32, 200)));
        assertEquals(odd, PersonFile.read("odd", PersonFile.bytes(odd), folder));
    }

    private ProblemException assertProblem(ProblemKind kind, Runnable work) {
        ProblemException thrown = assertThrows(ProblemException.class, work::run);
        assertEquals(kind, thrown.problem().kind());
        return thrown;
    }

    private Path place() {
        return folder.toAbsolutePath().resolve("people").resolve(StoreFixture.PROFILE.id());
    }

    private ProfileFolders folders() {
        return StoreFixture.folders(folder, clock);
    }

    private OpenProfile create() {
        return folders().create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, StoreFixture.pin());
    }

    private Unlocking unlock(String pin) {
        return folders().unlock(StoreFixture.PROFILE.id(), pin.toCharArray());
    }

    private OpenProfile opened() {
        return assertInstanceOf(Unlocking.Opened.class, unlock(StoreFixture.PIN)).profile();
    }
}
