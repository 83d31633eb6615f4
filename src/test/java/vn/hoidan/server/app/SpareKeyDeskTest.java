package vn.hoidan.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.SpareKeyBook;
import vn.hoidan.vault.OfficeKeys;

class SpareKeyDeskTest {

    @TempDir
    Path folder;

    private TestOffice office;
    private OfficeKeys secrets;
    private SpareKeyDesk desk;
    private TestOffice.Enrolled laptop;
    private String device;

    @BeforeEach
    void open() {
        office = TestOffice.withSurvey(folder.resolve("data"));
        secrets = OfficeKeys.openOrCreate(folder.resolve("identity"));
        desk = new SpareKeyDesk(office.store(), secrets, office::now, new Random(11));
        laptop = office.enrol(office.enumerator());
        device = laptop.device();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void givesEachTurnItsOwnCodeAndTheSameAgain() {
        SpareKeys first = desk.give(device, 1);
        assertEquals(secrets.publicKey(), first.officeKey());
        assertEquals(first, desk.give(device, 1));
        assertNotEquals(first.code(), desk.give(device, 2).code());
        assertNotEquals(first.code(), desk.give(office.enrol(office.enumerator()).device(), 1).code());
        for (int turn : new int[] {0, -1, SpareKeyDesk.MOST_TURNS + 1}) {
            assertProblem(ProblemKind.MESSAGE_UNREADABLE, () -> desk.give(device, turn));
        }
    }

    @Test
    void readsOutTheCodeThatTheDeviceWasGivenAndSaysWhatIsKnownOfItsTurn() {
        SpareKeyDesk.ToBeRead early = desk.readOut(device, 1);
        assertEquals(new SpareKeyBook.Turn(Optional.empty(), Optional.empty()), early.before());
        SpareKeys given = desk.give(device, 1);
        SpareKeyDesk.ToBeRead read = desk.readOut(device, 1);
        assertEquals(given.code(), read.code());
        assertEquals(new SpareKeyBook.Turn(Optional.of(office.now()), Optional.of(office.now())), read.before());
        assertEquals(read, desk.readOut(laptop.person().id().text(), 1));
    }

    @Test
    void knowsNoDevicesThatAreNone() {
        for (String name : List.of("d-0000", "", "p-", "p-0000", "p-đ", "';--")) {
            assertProblem(ProblemKind.DEVICE_UNKNOWN, () -> desk.readOut(name, 1));
            assertProblem(ProblemKind.DEVICE_UNKNOWN, () -> desk.issueResetCode(name));
        }
    }

    @Test
    void tellsTheRecoveryCodeForTheOneTimeCodeAlsoWhenTheAnswerWasLost() {
        SpokenCode shown = desk.issueResetCode(device);
        assertEquals(secrets.recoveryCode(device, 2), desk.reset(device, 2, shown));
        assertEquals(secrets.recoveryCode(device, 2), desk.reset(device, 2, shown));
        assertEquals(Optional.of(office.now()), desk.readOut(device, 2).before().toldAt());
    }

    @Test
    void isGoodForOneTurnOnly() {
        SpokenCode shown = desk.issueResetCode(device);
        desk.reset(device, 1, shown);
        assertRefused(device, 2, shown);
        desk.reset(device, 1, shown);
    }

    @Test
    void refusesAnExpiredAnOlderAndAnotherDevicesCode() {
        SpokenCode older = desk.issueResetCode(device);
        SpokenCode shown = desk.issueResetCode(device);
        assertRefused(device, 1, older);
        String other = office.enrol(office.enumerator()).device();
        assertRefused(other, 1, shown);
        assertRefused("d-0000", 1, shown);
        assertRefused(device, 0, shown);
        office.pass(SpareKeyDesk.RESET_CODE_LIFE.minus(Duration.ofSeconds(1)));
        desk.reset(device, 1, shown);
        office.pass(Duration.ofSeconds(1));
        assertRefused(device, 1, shown);
    }

    @Test
    void isDeadAfterFiveWrongCodes() {
        SpokenCode shown = desk.issueResetCode(device);
        for (int tries = 1; tries < SpareKeyDesk.MOST_TRIES; tries++) {
            assertRefused(device, 1, new SpokenCode(tries, SpokenCode.RESET_GROUPS));
        }
        desk.reset(device, 1, shown);
        assertRefused(device, 1, new SpokenCode(7, SpokenCode.RESET_GROUPS));
        assertRefused(device, 1, shown);
        desk.reset(device, 1, desk.issueResetCode(device));
    }

    @Test
    void keepsNoCodeInItsFiles() throws IOException {
        SpokenCode shown = desk.issueResetCode(device);
        SpokenCode told = desk.reset(device, 1, shown);
        List<byte[]> secret = List.of(shown.asText().getBytes(StandardCharsets.US_ASCII),
                told.asText().getBytes(StandardCharsets.US_ASCII), secrets.hash(device, told).toArray());
        int files = 0;
        try (var all = Files.walk(folder.resolve("data"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                secret.forEach(each -> assertFalse(content.contains(new String(each, StandardCharsets.ISO_8859_1))));
                files++;
            }
        }
        assertTrue(files > 0);
    }

    private void assertRefused(String name, int turn, SpokenCode code) {
        assertProblem(ProblemKind.RESET_CODE_REFUSED, () -> desk.reset(name, turn, code));
    }

    private static void assertProblem(ProblemKind kind, Runnable work) {
        assertEquals(kind, assertThrows(ProblemException.class, work::run).problem().kind());
    }
}
