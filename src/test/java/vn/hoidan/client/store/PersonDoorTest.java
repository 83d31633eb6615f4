package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.machine.PersonLock.PinChange;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.ProfileStore.OpenProfile;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.sqlite.Database;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.OfficeKeys;
import vn.hoidan.vault.PinVault;

/// The ways into a store: PIN, another PIN, the code of a turn, the office.
class PersonDoorTest {
    private static final String DEVICE = StoreFixture.PROFILE.device();
    private static final PinVault.Cost STRONGER = new PinVault.Cost(16, 2, 1);

    @TempDir
    Path folder;

    private final StoreFixture.SetClock clock = new StoreFixture.SetClock();
    private OfficeKeys office;

    @BeforeEach
    void makeOffice() {
        office = OfficeKeys.openOrCreate(folder.resolve("office"));
    }

    @Test
    void opensWithTheNewPinOnlyOnceItWasChanged() {
        OpenProfile open = create();
        assertEquals(new PinChange.Changed(), change(open, StoreFixture.PIN, "271828"));
        open.store().apply(List.of(new Change.SurveyReceived(Samples.survey())));
        open.store().close();
        assertEquals(new Unlocking.Denied(1, 0), unlock(StoreFixture.PIN));
        OpenProfile again = opened(unlock("271828"));
        assertEquals(Samples.survey(), again.store().survey().orElseThrow());
        again.store().close();
    }

    @Test
    void changesNothingForAWrongOldPinAndCountsItAsATry() {
        OpenProfile open = create();
        for (int tries = 1; tries <= 3; tries++) {
            assertEquals(new PinChange.Denied(tries, 0), change(open, "wrong!", "271828"));
        }
        assertEquals(new PinChange.Denied(4, 5), change(open, "wrong!", "271828"));
        assertEquals(new PinChange.Denied(4, 5), change(open, StoreFixture.PIN, "271828"));
        open.store().close();
        assertEquals(new Unlocking.Denied(4, 5), unlock(StoreFixture.PIN));
        clock.forward(5);
        opened(unlock(StoreFixture.PIN)).store().close();
    }

    @Test
    void keepsTheOldPinWhenTheChangeCannotBeWritten() {
        OpenProfile open = create();
        refuseWritesTo("pin_vault");
        assertThrows(RuntimeException.class, () -> change(open, StoreFixture.PIN, "271828"));
        open.store().close();
        allowWrites();
        opened(unlock(StoreFixture.PIN)).store().close();
        assertEquals(new Unlocking.Denied(1, 0), unlock("271828"));
    }

    @Test
    void lacksSpareKeysUntilTheOfficeGivesThem() {
        OpenProfile open = create();
        assertEquals(Optional.of(1), open.lock().missingTurn());
        open.store().close();
        assertEquals(Optional.empty(), folders().recoveryTurn(StoreFixture.PROFILE.id()));
        assertProblem(ProblemKind.SPARE_KEY_MISSING, () -> recover(code(1), "271828"));
        OpenProfile again = opened(unlock(StoreFixture.PIN));
        again.lock().keep(keys(1));
        assertEquals(Optional.empty(), again.lock().missingTurn());
        again.store().close();
        assertEquals(Optional.of(1), folders().recoveryTurn(StoreFixture.PROFILE.id()));
    }

    @Test
    void opensOnceWithTheCodeOfItsTurnAndTakesANewPin() {
        OpenProfile open = create();
        open.store().apply(List.of(new Change.SurveyReceived(Samples.survey())));
        open.lock().keep(keys(1));
        open.store().close();
        OpenProfile recovered = opened(recover(code(1), "271828"));
        assertEquals(Samples.survey(), recovered.store().survey().orElseThrow());
        assertEquals(Optional.of(2), recovered.lock().missingTurn());
        recovered.store().close();
        assertEquals(new Unlocking.Denied(1, 0), unlock(StoreFixture.PIN));
        assertProblem(ProblemKind.SPARE_KEY_MISSING, () -> recover(code(1), "314159"));
        OpenProfile again = opened(unlock("271828"));
        again.lock().keep(keys(2));
        again.store().close();
        assertEquals(new Unlocking.Denied(1, 0), recover(code(1), "314159"));
        opened(recover(code(2), "314159")).store().close();
    }

    @Test
    void countsWrongCodesAndWrongPinsTogether() {
        OpenProfile open = create();
        open.lock().keep(keys(1));
        open.store().close();
        assertEquals(new Unlocking.Denied(1, 0), recover(code(7), "271828"));
        assertEquals(new Unlocking.Denied(2, 0), unlock("wrong!"));
        assertEquals(new Unlocking.Denied(3, 0), recover(code(8), "271828"));
        assertEquals(new Unlocking.Denied(4, 5), recover(code(9), "271828"));
        assertEquals(new Unlocking.Denied(4, 5), recover(code(1), "271828"));
        assertEquals(new Unlocking.Denied(4, 5), unlock(StoreFixture.PIN));
        clock.forward(5);
        opened(recover(code(1), "271828")).store().close();
    }

    @Test
    void saysThatTheFileIsDamagedWhereAChangedBitMadeAValueNoneAtAll() {
        create().store().close();
        for (String row : List.of("pin_vault SET salt", "pin_vault SET wrapped_key", "pin_guard SET seen_at")) {
            String table = row.substring(0, row.indexOf(' '));
            try (Database database = database()) {
                database.write(handle -> handle.execute("CREATE TABLE kept AS SELECT * FROM " + table));
                // as it was, without what the definition of the table asks of its values
                database.write(handle -> handle.execute("DROP TABLE " + table));
                database.write(handle -> handle.execute("CREATE TABLE " + table + " AS SELECT * FROM kept"));
                database.write(handle -> handle.execute("UPDATE " + row + " = NULL"));
            }
            assertProblem(ProblemKind.STORE_DAMAGED, () -> unlock(StoreFixture.PIN));
            try (Database database = database()) {
                database.write(handle -> handle.execute("DROP TABLE " + table));
                database.write(handle -> handle.execute("CREATE TABLE " + table + " AS SELECT * FROM kept"));
                database.write(handle -> handle.execute("CREATE UNIQUE INDEX one_" + table + " ON " + table
                        + " (one)"));
                database.write(handle -> handle.execute("DROP TABLE kept"));
            }
        }
    }

    @Test
    void spendsNoCodeWhenTheNewPinCannotBeWritten() {
        OpenProfile open = create();
        open.lock().keep(keys(1));
        open.store().close();
        refuseWritesTo("recovery");
        assertThrows(RuntimeException.class, () -> recover(code(1), "271828"));
        allowWrites();
        assertEquals(Optional.of(1), folders().recoveryTurn(StoreFixture.PROFILE.id()));
        assertEquals(new Unlocking.Denied(2, 0), unlock("271828"));
        opened(unlock(StoreFixture.PIN)).store().close();
        opened(recover(code(1), "271828")).store().close();
    }

    @Test
    void takesNoSpareKeysOfAnotherTurn() {
        OpenProfile open = create();
        assertThrows(IllegalStateException.class, () -> open.lock().keep(keys(2)));
        open.lock().keep(keys(1));
        assertThrows(IllegalStateException.class, () -> open.lock().keep(keys(1)));
        open.store().close();
        assertEquals(Optional.of(1), folders().recoveryTurn(StoreFixture.PROFILE.id()));
    }

    @Test
    void refusesAKeyOfTheOfficeThatIsNone() {
        OpenProfile open = create();
        assertProblem(ProblemKind.MESSAGE_UNREADABLE, () -> open.lock().keep(new SpareKeys(
                vn.hoidan.core.sync.Bytes.of(new byte[32]), 1, code(1))));
        assertEquals(Optional.of(1), open.lock().missingTurn());
        open.store().close();
    }

    @Test
    void letsTheOfficeUnwrapTheVeryKeyOfTheStore() {
        OpenProfile open = create();
        open.lock().keep(keys(1));
        open.store().close();
        try (Database database = database()) {
            OfficeWrap wrap = database.read(SpareRows::officeWrap).orElseThrow();
            assertEquals(DEVICE, wrap.device());
            assertEquals(office.publicKey(), wrap.officeKey());
            var key = vn.hoidan.vault.OfficeWraps.key(office.unwrap(wrap).orElseThrow());
            assertTrue(database.read(handle -> new Documents(handle, new Sealing(key, database.file()))
                    .find(Documents.PROFILE)).isPresent());
        }
    }

    @Test
    void makesAVaultStrongerAtTheNextRightPinOnly() {
        create().store().close();
        ProfileFolders stronger = new ProfileFolders(folder, clock, STRONGER);
        assertInstanceOf(Unlocking.Denied.class, stronger.unlock(StoreFixture.PROFILE.id(), "wrong!".toCharArray()));
        assertEquals(PinVault.Cost.LEAST, cost());
        opened(stronger.unlock(StoreFixture.PROFILE.id(), StoreFixture.pin())).store().close();
        assertEquals(STRONGER, cost());
        opened(unlock(StoreFixture.PIN)).store().close();
        assertEquals(STRONGER, cost());
    }

    @Test
    void measuresTheCostOnceAndNotBeforeItIsNeeded() {
        List<String> measured = new ArrayList<>();
        ProfileFolders folders = new ProfileFolders(folder, clock, new Costs(PinVault.Cost.LEAST, () -> {
            measured.add("once");
            return STRONGER;
        }));
        assertTrue(folders.profiles().isEmpty());
        assertTrue(measured.isEmpty());
        OpenProfile open = folders.create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, StoreFixture.pin());
        assertEquals(STRONGER, cost());
        assertEquals(new PinChange.Changed(), change(open, StoreFixture.PIN, "271828"));
        assertEquals(List.of("once"), measured);
        open.store().close();
    }

    @Test
    void writesNeitherCodesNorPinsAnywhere() throws Exception {
        OpenProfile open = create();
        open.lock().keep(keys(1));
        change(open, StoreFixture.PIN, "planted-pin-7398");
        open.store().close();
        opened(recover(code(1), "planted-pin-7399")).store().close();
        List<String> planted = List.of(code(1).asText(), code(1).asText().replace("-", ""), "planted-pin-7398",
                "planted-pin-7399");
        try (var files = Files.walk(folder.resolve("people"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                planted.forEach(each -> assertFalse(content.contains(each), each + " in " + file));
            }
        }
    }

    /// What happens to a disk that fails: every write to this table is refused.
    private void refuseWritesTo(String table) {
        try (Database database = database()) {
            database.write(handle -> handle.execute("CREATE TRIGGER refuse BEFORE UPDATE ON " + table
                    + " BEGIN SELECT RAISE(ABORT, 'refused by the test'); END"));
        }
    }

    private void allowWrites() {
        try (Database database = database()) {
            database.write(handle -> handle.execute("DROP TRIGGER refuse"));
        }
    }

    private Database database() {
        return Database.open(folder.resolve("people").resolve(StoreFixture.PROFILE.id())
                .resolve(ProfileFolders.DATABASE_FILE), ProfileFolders.MIGRATIONS);
    }

    private PinVault.Cost cost() {
        try (Database database = database()) {
            return database.read(handle -> PinRows.vault(handle, database.file())).cost();
        }
    }

    private SpareKeys keys(int turn) {
        return new SpareKeys(office.publicKey(), turn, code(turn));
    }

    private SpokenCode code(int turn) {
        return office.recoveryCode(DEVICE, turn);
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

    private Unlocking recover(SpokenCode code, String newPin) {
        return folders().recover(StoreFixture.PROFILE.id(), code, newPin.toCharArray());
    }

    private static PinChange change(OpenProfile open, String old, String next) {
        return open.lock().change(old.toCharArray(), next.toCharArray());
    }

    private static OpenProfile opened(Unlocking unlocking) {
        return assertInstanceOf(Unlocking.Opened.class, unlocking).profile();
    }

    private static void assertProblem(ProblemKind kind, Runnable work) {
        assertEquals(kind, assertThrows(ProblemException.class, work::run).problem().kind());
    }
}
