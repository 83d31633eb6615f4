package vn.hoidan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.server.app.RestoreDesk;

class RestoreTest {

    private static final ListId LIST = SmallSurvey.list("27100-1");

    @TempDir
    private Path folder;
    private Path data;
    private Path backup;

    @BeforeEach
    void makeABackup() {
        data = folder.resolve("data");
        ServerSettings settings = settings();
        try (Office office = ServerWiring.openOffice(settings)) {
            office.surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
            office.staff().add(SmallSurvey.ID, "Điều tra viên 1 (tập dượt)", Role.ENUMERATOR, SmallSurvey.DISTRICT);
            backup = settings.backups().resolve(office.backup().run().name());
            Person later = office.staff().add(SmallSurvey.ID, "Điều tra viên 2 (tập dượt)", Role.ENUMERATOR,
                    SmallSurvey.DISTRICT);
            office.lists().assign(LIST, later.id());
        }
    }

    private ServerSettings settings() {
        return new ServerSettings(data, ServerSettings.LOOPBACK, 0, List.of(ServerSettings.LOOPBACK),
                folder.resolve("copies"), Duration.ofDays(1));
    }

    @Test
    void putsTheBackupInPlaceAndKeepsWhatWasThere() throws IOException {
        RestoreDesk.Begun begun = ServerWiring.restore(data, backup);
        assertTrue(begun.epoch() > 1, "another epoch");
        try (Office office = ServerWiring.openOffice(settings())) {
            assertEquals(1, office.staff().list(SmallSurvey.ID).size());
            assertEquals(begun.epoch(), office.store().<Long>read(central -> central.surveys().epoch()));
        }
        try (Stream<Path> kept = Files.list(data)) {
            Path aside = kept.filter(Files::isDirectory)
                    .filter(each -> each.getFileName().toString().startsWith("before-restore-")).findFirst()
                    .orElseThrow();
            assertEquals(2, LedgerCheck.number(aside.resolve("office.db"), "SELECT COUNT(*) FROM person"));
        }
    }

    @Test
    void putsTheBackupInPlaceOfAFileThatIsDamagedOrGone() throws IOException {
        Path file = data.resolve("office.db");
        Files.write(file, new byte[5000]);
        ServerWiring.restore(data, backup);
        try (Office office = ServerWiring.openOffice(settings())) {
            assertEquals(1, office.staff().list(SmallSurvey.ID).size());
        }
        Files.delete(file);
        ServerWiring.restore(data, backup);
        assertTrue(Files.exists(file));
    }

    @Test
    void refusesWhatIsNoBackupAndLeavesTheDataAlone() throws IOException {
        byte[] before = Files.readAllBytes(data.resolve("office.db"));
        Path other = folder.resolve("other.db");
        Files.writeString(other, "không phải bản sao");
        byte[] torn = Files.readAllBytes(backup);
        for (int at = 8192; at < torn.length; at += 97) {
            torn[at] ^= 0x55;
        }
        Path damaged = folder.resolve("damaged.db");
        Files.write(damaged, torn);
        for (Path unusable : List.of(other, damaged)) {
            ProblemException refused = assertThrows(ProblemException.class,
                    () -> ServerWiring.restore(data, unusable), unusable.toString());
            assertEquals(ProblemKind.BACKUP_UNUSABLE, refused.problem().kind());
        }
        assertArrayEquals(before, Files.readAllBytes(data.resolve("office.db")));
        assertFalse(Files.exists(data.resolve("before-restore")));
    }

    @Test
    void refusesWhileAServerRunsOnTheFolder() {
        try (RunningServer running = ServerWiring.start(settings())) {
            ProblemException refused = assertThrows(ProblemException.class, () -> ServerWiring.restore(data, backup));
            assertEquals(ProblemKind.STORE_IN_USE, refused.problem().kind());
            assertTrue(running.port() > 0);
        }
        ServerWiring.restore(data, backup);
    }
}
