package vn.hoidan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.PostgresqlServer;
import vn.hoidan.wire.Compression;
import vn.hoidan.wire.Wire;

/// Kills the database of a running server while it takes records in, and starts it again. The server goes on by itself;
/// what it has acknowledged is there, and nothing counts twice.
@BesideOthers
class KilledDatabaseTest {

    /// More with `-Dhoidan.kills=…`.
    private static final int KILLS = Integer.getInteger("hoidan.kills", 2);
    private static final int MOST_RECORDS_BEFORE_A_KILL = 40;
    private static final ListId LIST = SmallSurvey.list("27100-1");
    private static final Bytes TOKEN = Bytes.of(new byte[32]);
    private static final int TAKEN = 200;
    private static final int NOT_NOW = 503;

    @TempDir
    private Path folder;

    @BeforeAll
    static void assume() {
        PostgresqlServer.assume();
    }

    @Test
    void losesNothingThatWasAcknowledgedWhenTheDatabaseIsKilled() throws IOException, InterruptedException {
        long seed = new Random().nextLong();
        System.getLogger(KilledDatabaseTest.class.getName()).log(System.Logger.Level.INFO, "seed " + seed);
        Random random = new Random(seed);
        ServerSettings settings = ServerSettings.practice(folder.resolve("data"));
        Path files = folder.resolve("postgresql");
        EmbeddedPostgres database = PostgresqlServer.durable(files, 0);
        int port = database.getPort();
        ServerWiring.beginIn(settings.data(), PostgresqlServer.usual(database).text());
        FieldLaptop laptop = new FieldLaptop(1);
        try (RunningServer server = ServerWiring.start(settings); RawClient client = new RawClient(server)) {
            String device = enrolled(server.office());
            laptop.signs(device);
            int refusals = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                Thread killer = killAfter(laptop, random.nextInt(MOST_RECORDS_BEFORE_A_KILL));
                refusals += workUntilRefused(client, device, laptop);
                killer.join();
                database.close();
                database = PostgresqlServer.durable(files, port);
                assertTrue(stored(server, device) >= laptop.stored().number(), "acknowledged is stored, seed " + seed);
                assertEquals(List.of(), server.office().quotas().faults(), "seed " + seed);
            }
            assertTrue(refusals >= KILLS, "each kill was noticed");
            for (int household = 1; household <= SmallSurvey.HOUSEHOLDS; household++) {
                laptop.interview(LIST, household);
            }
            laptop.sync(request -> client.sync(device, TOKEN, request));
            assertEquals(laptop.log().size(), laptop.stored().number());
            assertEquals(List.of(), server.office().quotas().faults(), "seed " + seed);
            assertEquals(SmallSurvey.VILLAGE_TARGET, server.office().store().<Integer>read(central ->
                    central.devices().find(device).orElseThrow().accepted()), "seed " + seed);
        } finally {
            database.close();
        }
    }

    private static String enrolled(Office office) {
        office.surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        Person person = office.staff().add(SmallSurvey.ID, "Điều tra viên (tập dượt)", Role.ENUMERATOR,
                SmallSurvey.DISTRICT);
        office.lists().assign(LIST, person.id());
        return office.enrolment().enrol(Bytes.of(office.staff().issueCode(person.id()).secret()), Sha256.of(TOKEN),
                "").device();
    }

    private static long stored(RunningServer server, String device) {
        return server.office().store().<Long>read(central ->
                central.devices().find(device).orElseThrow().stored().number());
    }

    /// One record a round, so that every commit is a place to be killed at.
    ///
    /// @return rounds that the server refused for now
    private static int workUntilRefused(RawClient client, String device, FieldLaptop laptop) {
        int round = 0;
        while (true) {
            if (laptop.lease(LIST).isPresent() && ++round % 3 == 0) {
                laptop.interview(LIST, 1 + round / 3 % SmallSurvey.HOUSEHOLDS);
            } else {
                laptop.contact(LIST, 1 + round % SmallSurvey.HOUSEHOLDS, Outcome.NOT_AT_HOME);
            }
            Map<String, String> headers = new HashMap<>(RawClient.credentials(device, TOKEN));
            headers.put("Content-Encoding", "gzip");
            RawClient.Answer answer = client.post("/v1/sync", Compression.gzip(Wire.of(laptop.request())), headers);
            if (answer.status() == NOT_NOW) {
                return 1;
            }
            assertEquals(TAKEN, answer.status(), answer.text());
            laptop.take(Wire.syncReply(answer.content()));
        }
    }

    private Thread killAfter(FieldLaptop laptop, int records) {
        long from = laptop.stored().number();
        return Thread.ofPlatform().start(() -> {
            while (laptop.stored().number() < from + records) {
                Thread.onSpinWait();
            }
            PostgresqlServer.kill(folder.resolve("postgresql"));
        });
    }
}
