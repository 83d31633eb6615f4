package vn.hoidan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.support.BesideOthers;

/// Kills a real server process while it takes records in, over and over on the same folder. What it has acknowledged is
/// there, nothing counts twice, and the ledger holds.
@BesideOthers
class KillTest {

    /// More with `-Dhoidan.kills=…`.
    private static final int KILLS = Integer.getInteger("hoidan.kills", 2);
    private static final int MOST_RECORDS_BEFORE_A_KILL = 40;
    private static final ListId LIST = SmallSurvey.list("27100-1");

    @TempDir
    private Path folder;

    @Test
    void losesNothingItHasAcknowledgedWhenItIsKilled() throws IOException {
        long seed = new Random().nextLong();
        System.getLogger(KillTest.class.getName()).log(System.Logger.Level.INFO, "seed " + seed);
        Random random = new Random(seed);
        FieldLaptop laptop = new FieldLaptop(1);
        Bytes token = Bytes.of(new byte[32]);
        String device;
        Bytes fingerprint;
        try (Office office = ServerWiring.openOffice(ServerSettings.practice(folder))) {
            office.surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
            Person person = office.staff().add(SmallSurvey.ID, "Điều tra viên (tập dượt)", Role.ENUMERATOR,
                    SmallSurvey.DISTRICT);
            office.lists().assign(LIST, person.id());
            device = office.enrolment().enrol(Bytes.of(office.staff().issueCode(person.id()).secret()),
                    Sha256.of(token), "").device();
            fingerprint = office.fingerprint();
        }
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start();
            try (RawClient client = new RawClient(ServerSettings.LOOPBACK, port(process), fingerprint)) {
                Thread killer = killAfter(process, laptop, random.nextInt(MOST_RECORDS_BEFORE_A_KILL));
                syncUntilDead(client, device, token, laptop);
                killer.join();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            } finally {
                process.destroyForcibly().onExit().join();
            }
            LedgerCheck.holds(folder.resolve("office.db"));
            long stored = LedgerCheck.number(folder.resolve("office.db"), "SELECT stored_number FROM device");
            assertTrue(stored >= laptop.stored().number(), "acknowledged is stored, seed " + seed);
        }
        try (Office office = ServerWiring.openOffice(ServerSettings.practice(folder))) {
            laptop.sync(request -> office.intake().sync(device, request));
            for (int household = 1; household <= SmallSurvey.HOUSEHOLDS; household++) {
                laptop.interview(LIST, household);
            }
            laptop.sync(request -> office.intake().sync(device, request));
        }
        LedgerCheck.holds(folder.resolve("office.db"));
        assertEquals(laptop.log().size(), laptop.stored().number());
        assertEquals(SmallSurvey.VILLAGE_TARGET, LedgerCheck.number(folder.resolve("office.db"),
                "SELECT COUNT(*) FROM interview WHERE state = 'accepted'"), "seed " + seed);
    }

    /// One record a round, so that every commit is a place to be killed at.
    private static void syncUntilDead(RawClient client, String device, Bytes token, FieldLaptop laptop) {
        int round = 0;
        try {
            while (true) {
                if (laptop.lease(LIST).isPresent() && ++round % 3 == 0) {
                    laptop.interview(LIST, 1 + round / 3 % SmallSurvey.HOUSEHOLDS);
                } else {
                    laptop.contact(LIST, 1 + round % SmallSurvey.HOUSEHOLDS, Outcome.NOT_AT_HOME);
                }
                SyncReply reply = client.sync(device, token, laptop.request());
                laptop.take(reply);
            }
        } catch (UncheckedIOException killed) {
            assertTrue(round >= 0, killed.toString());
        }
    }

    private static Thread killAfter(Process process, FieldLaptop laptop, int records) {
        long from = laptop.stored().number();
        return Thread.ofPlatform().start(() -> {
            while (laptop.stored().number() < from + records && process.isAlive()) {
                Thread.onSpinWait();
            }
            process.destroyForcibly();
        });
    }

    private Process start() throws IOException {
        List<String> command = List.of(ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                KilledServer.class.getName(), folder.toString());
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static int port(Process process) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
    }
}
