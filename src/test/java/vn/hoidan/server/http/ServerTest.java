package vn.hoidan.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.FieldLaptop;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.RawClient;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.wire.Compression;
import vn.hoidan.wire.EnrolmentReply;
import vn.hoidan.wire.EnrolmentRequest;
import vn.hoidan.wire.ResetRequest;
import vn.hoidan.wire.SpareKeysRequest;
import vn.hoidan.wire.Wire;

@BesideOthers
class ServerTest {
    private static final ListId LIST = SmallSurvey.list("27100-1");
    private static final ListId OTHER_LIST = SmallSurvey.list("27100-2");
    private static final int CUT_STEP_BYTES = 50;

    @TempDir
    private Path folder;
    private RunningServer server;
    private RawClient client;
    private int laptops;

    @BeforeEach
    void start() {
        server = ServerWiring.start(ServerSettings.practice(folder));
        server.office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        client = new RawClient(server);
    }

    @AfterEach
    void stopAndCheck() {
        client.close();
        server.close();
        LedgerCheck.holds(folder.resolve("office.db"));
    }

    private record Laptop(Person person, String device, Bytes token, FieldLaptop log) {

        Map<String, String> credentials() {
            return RawClient.credentials(device, token);
        }
    }

    private Laptop enrol(Person person) {
        EnrolmentCode code = server.office().staff().issueCode(person.id());
        byte[] token = new byte[32];
        Arrays.fill(token, (byte) ++laptops);
        EnrolmentRequest request = new EnrolmentRequest(Bytes.of(code.secret()), Sha256.of(Bytes.of(token)),
                "Máy thử", SyncRequest.PROTOCOL, Optional.empty());
        RawClient.Answer answer = client.post("/v1/enrolment", Wire.of(request), Map.of());
        assertEquals(200, answer.status(), answer.text());
        EnrolmentReply reply = Wire.enrolmentReply(answer.content());
        assertEquals(person, reply.person());
        return new Laptop(person, reply.device(), Bytes.of(token), new FieldLaptop(laptops));
    }

    private Laptop holding(ListId... lists) {
        Person person = server.office().staff().add(SmallSurvey.ID, "Điều tra viên (tập dượt)", Role.ENUMERATOR,
                SmallSurvey.DISTRICT);
        for (ListId list : lists) {
            server.office().lists().assign(list, person.id());
        }
        Laptop laptop = enrol(person);
        sync(laptop);
        return laptop;
    }

    private void sync(Laptop laptop) {
        laptop.log().sync(request -> client.sync(laptop.device(), laptop.token(), request));
    }

    private int accepted() {
        return server.office().board().board(SmallSurvey.ID, "vi").accepted();
    }

    @Test
    void enrolsSyncsAndChangesNothingWhenTheSameBatchComesAgain() {
        Laptop laptop = holding(LIST);
        laptop.log().interview(LIST, 1);
        SyncRequest request = laptop.log().request();
        SyncReply first = client.sync(laptop.device(), laptop.token(), request);
        SyncReply again = client.sync(laptop.device(), laptop.token(), request);
        assertEquals(first.stored(), again.stored());
        assertEquals(first.items(), again.items());
        assertEquals(first.quota().cells(), again.quota().cells());
        assertEquals(1, accepted());
    }

    @Test
    void appliesNothingOfABatchThatIsCutAtAnyPlace() {
        Laptop laptop = holding(LIST);
        for (int household = 1; household <= 3; household++) {
            laptop.log().interview(LIST, household, Map.of("q1", "1", "note", "Ý kiến ".repeat(20 + household)));
        }
        byte[] body = Compression.gzip(Wire.of(laptop.log().request()));
        byte[] head = ("POST /v1/sync HTTP/1.1\r\nHost: " + server.address() + "\r\nHoidan-Device: " + laptop.device()
                + "\r\nAuthorization: Bearer " + laptop.token().hex() + "\r\nContent-Encoding: gzip\r\nContent-Length: "
                + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        int cuts = 0;
        for (int length = head.length; length < whole.length; length += CUT_STEP_BYTES) {
            String answer = client.rawAndHangUp(Arrays.copyOf(whole, length));
            assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
            assertEquals(0, accepted(), "cut at " + length);
            cuts++;
        }
        assertTrue(cuts > 5, "cut " + cuts + " times");
        for (int length = 0; length < body.length; length += CUT_STEP_BYTES) {
            Map<String, String> headers = new HashMap<>(laptop.credentials());
            headers.put("Content-Encoding", "gzip");
            RawClient.Answer answer = client.post("/v1/sync", Arrays.copyOf(body, length), headers);
            assertEquals(400, answer.status());
            assertEquals(ProblemKind.MESSAGE_UNREADABLE, answer.problem().kind());
        }
        assertEquals(0, accepted());
        sync(laptop);
        assertEquals(3, accepted());
    }

    @Test
    void refusesEveryRouteWithoutCredentialsAndWithForgedOnes() {
        Laptop laptop = holding(LIST);
        Bytes forged = Sha256.of(laptop.token());
        List<Map<String, String>> wrong = List.of(Map.of(),
                Map.of("Hoidan-Device", laptop.device()),
                Map.of("Authorization", "Bearer " + laptop.token().hex()),
                RawClient.credentials(laptop.device(), forged),
                RawClient.credentials("d-0000", laptop.token()),
                Map.of("Hoidan-Device", laptop.device(), "Authorization", "Basic " + laptop.token().hex()),
                RawClient.credentials(laptop.device() + "' OR '1'='1", laptop.token()));
        String hash = SmallSurvey.questionnaire().text().substring("sha256:".length());
        byte[] batch = Wire.of(laptop.log().request());
        for (Map<String, String> headers : wrong) {
            for (RawClient.Answer answer : List.of(client.post("/v1/sync", batch, headers),
                    client.get("/v1/questionnaires/" + hash, headers), client.get("/v1/board", headers),
                    client.get("/v1/nothing", headers), client.post("/v1/board", batch, headers))) {
                assertEquals(401, answer.status(), headers.keySet().toString());
                assertEquals(ProblemKind.CREDENTIALS_REFUSED, answer.problem().kind());
                assertEquals("1", answer.headers().get("hoidan-server"));
            }
        }
        assertEquals(200, client.get("/health", Map.of()).status());
    }

    @Test
    void refusesWhatIsTooLargeBeforeReadingIt() {
        Laptop laptop = holding(LIST);
        Map<String, String> gzip = new HashMap<>(laptop.credentials());
        gzip.put("Content-Encoding", "gzip");
        byte[] bomb = Compression.gzip(new byte[Wire.MOST_MESSAGE_BYTES + 1]);
        assertTrue(bomb.length < 100_000);
        assertEquals(413, client.post("/v1/sync", bomb, gzip).status());
        assertEquals(413, client.post("/v1/enrolment", new byte[Wire.MOST_SMALL_MESSAGE_BYTES + 1], Map.of())
                .status());
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        try {
            assertEquals(413, client.postChunked("/v1/sync", endless, laptop.credentials()).status());
        } catch (UncheckedIOException hungUp) {
            // the server may hang up on who goes on talking
            assertTrue(client.get("/health", Map.of()).status() == 200, hungUp.toString());
        }
        assertEquals(0, accepted());
    }

    @Test
    void answersWrongContentWithANumberAndNoDetail() {
        Laptop laptop = holding(LIST);
        Map<String, String> headers = new HashMap<>(laptop.credentials());
        for (String body : List.of("", "{", "[]", "null", "{\"protocol\":1}", "<html/>", "\u0000")) {
            RawClient.Answer answer = client.post("/v1/sync", body.getBytes(StandardCharsets.UTF_8), headers);
            assertEquals(400, answer.status(), body);
            assertEquals(ProblemKind.MESSAGE_UNREADABLE, answer.problem().kind(), body);
            assertFalse(answer.text().contains("Exception"), answer.text());
        }
        headers.put("Content-Encoding", "br");
        assertEquals(400, client.post("/v1/sync", new byte[] {1}, headers).status());
        for (String request : List.of("HELLO\r\n\r\n", "GET /health HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: \r\nA\r\n\r\n",
                "GET /../../etc HTTP/1.1\r\nHost: x\r\n\r\n")) {
            String answer = client.rawAndHangUp(request.getBytes(StandardCharsets.US_ASCII));
            assertFalse(answer.contains("Exception") || answer.contains("helidon") || answer.contains("at vn."),
                    answer);
            assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
        }
    }

    @Test
    void refusesAProtocolThatIsTooOld() {
        Laptop laptop = holding(LIST);
        SyncRequest old = new SyncRequest(0, OwnLog.first(0), 0, 0, List.of(),
                List.of(), false, FieldLaptop.DAY, Optional.empty());
        RawClient.Answer answer = client.post("/v1/sync", Wire.of(old), laptop.credentials());
        assertEquals(426, answer.status(), answer.text());
        assertEquals(ProblemKind.CLIENT_TOO_OLD, answer.problem().kind());
    }

    @Test
    void givesTheQuestionnaireToTheByteAndNothingForAnotherHash() {
        Laptop laptop = holding(LIST);
        String hash = SmallSurvey.questionnaire().text().substring("sha256:".length());
        RawClient.Answer answer = client.get("/v1/questionnaires/" + hash, laptop.credentials());
        assertArrayEquals(SmallSurvey.xform().toArray(), answer.content());
        assertEquals("application/octet-stream", answer.headers().get("content-type"));
        assertEquals(404, client.get("/v1/questionnaires/" + "0".repeat(64), laptop.credentials()).status());
        assertEquals(400, client.get("/v1/questionnaires/x", laptop.credentials()).status());
    }

    @Test
    void showsTheBoardToSupervisorsOnly() {
        Laptop enumerator = holding(LIST);
        assertEquals(403, client.get("/v1/board", enumerator.credentials()).status());
        Laptop supervisor = enrol(server.office().staff().add(SmallSurvey.ID, "Giám sát viên (tập dượt)",
                Role.SUPERVISOR, "01"));
        RawClient.Answer answer = client.get("/v1/board", supervisor.credentials());
        Board board = Wire.board(answer.content());
        assertEquals(10, board.target());
        assertEquals(1, board.devices().size());
    }

    @Test
    void showsTheIndexToSupervisorsOnlyAndSaysWhenThereIsNone() {
        Laptop enumerator = holding(LIST);
        assertEquals(403, client.get("/v1/index", enumerator.credentials()).status());
        Laptop supervisor = enrol(server.office().staff().add(SmallSurvey.ID, "Giám sát viên (tập dượt)",
                Role.SUPERVISOR, "01"));
        RawClient.Answer none = client.get("/v1/index", supervisor.credentials());
        assertEquals(404, none.status());
        assertEquals(ProblemKind.INDEX_NOT_SET, none.problem().kind());
        server.office().index().setMethod(SmallSurvey.ID, SmallSurvey.indexMethod(Set.of("1"), true));
        RawClient.Answer answer = client.get("/v1/index", supervisor.credentials());
        assertEquals(12, Wire.indexReport(answer.content()).data().wanted());
    }

    @Test
    void letsNobodyGuessEnrolmentCodesFast() {
        EnrolmentRequest guess = new EnrolmentRequest(Bytes.of(new byte[EnrolmentCode.SECRET_BYTES]),
                Sha256.of(Bytes.of(new byte[1])), "", 1, Optional.empty());
        for (int tries = 0; tries < TryLimit.MOST_FAILED; tries++) {
            assertEquals(403, client.post("/v1/enrolment", Wire.of(guess), Map.of()).status());
        }
        RawClient.Answer answer = client.post("/v1/enrolment", Wire.of(guess), Map.of());
        assertEquals(429, answer.status());
        assertEquals(ProblemKind.TOO_MANY_TRIES, answer.problem().kind());
    }

    @Test
    void givesSpareKeysToADeviceThatShowsItsTokenOnly() {
        Laptop laptop = holding(LIST);
        byte[] asked = Wire.of(new SpareKeysRequest(2));
        assertEquals(401, client.post("/v1/spare-keys", asked, Map.of()).status());
        RawClient.Answer answer = client.post("/v1/spare-keys", asked, laptop.credentials());
        assertEquals(2, Wire.spareKeys(answer.content()).turn());
        assertEquals(400, client.post("/v1/spare-keys", Wire.of(new SpareKeysRequest(0)), laptop.credentials())
                .status());
    }

    @Test
    void letsNobodyGuessOneTimeCodesFast() {
        Laptop laptop = holding(LIST);
        SpokenCode shown = server.office().spareKeys().issueResetCode(laptop.device());
        byte[] guess = Wire.of(new ResetRequest(laptop.device(), 1, new SpokenCode(1, SpokenCode.RESET_GROUPS)));
        for (int tries = 0; tries < TryLimit.MOST_FAILED; tries++) {
            assertEquals(403, client.post("/v1/reset", guess, Map.of()).status());
        }
        assertEquals(429, client.post("/v1/reset", Wire.of(new ResetRequest(laptop.device(), 1, shown)), Map.of())
                .status());
    }

    @Test
    void neverOvershootsWhenLaptopsRaceForTheLastUnits() throws Exception {
        List<Laptop> racing = List.of(holding(LIST), holding(OTHER_LIST));
        for (int household = 1; household <= 3; household++) {
            racing.get(0).log().interview(LIST, household);
            racing.get(1).log().interview(OTHER_LIST, household);
        }
        inParallel(racing.stream().map(laptop -> (Callable<Void>) () -> {
            sync(laptop);
            return null;
        }).toList());
        Board.Row district = server.office().board().board(SmallSurvey.ID, "vi").rows().getFirst();
        assertEquals(List.of(5, 5, 1), List.of(district.target(), district.accepted(), district.pending()));
    }

    @Test
    void givesAListToOnePersonOnlyWhenSeveralAskAtOnce() throws Exception {
        List<Laptop> all = List.of(holding(), holding(), holding());
        List<Boolean> got = inParallel(all.stream().map(laptop -> (Callable<Boolean>) () -> {
            try {
                server.office().lists().assign(LIST, laptop.person().id());
                return true;
            } catch (ProblemException refused) {
                assertEquals(ProblemKind.LIST_TAKEN, refused.problem().kind());
                return false;
            }
        }).toList());
        assertEquals(1, got.stream().filter(each -> each).count());
        all.forEach(this::sync);
        assertEquals(1, all.stream().filter(laptop -> laptop.log().lease(LIST).isPresent()).count());
    }

    @Test
    void takesABatchOnceWhenOneLaptopSendsItSeveralTimesAtOnce() throws Exception {
        Laptop laptop = holding(LIST);
        laptop.log().interview(LIST, 1);
        laptop.log().interview(LIST, 2);
        SyncRequest request = laptop.log().request();
        List<LogPosition> stored = inParallel(Collections.nCopies(8,
                (Callable<LogPosition>) () -> client.sync(laptop.device(), laptop.token(), request).stored()));
        assertEquals(1, stored.stream().distinct().count());
        assertEquals(2, accepted());
    }

    @Test
    void keepsItsDataAndItsCertificateOverARestart() {
        Laptop laptop = holding(LIST);
        laptop.log().interview(LIST, 1);
        sync(laptop);
        Bytes fingerprint = server.fingerprint();
        client.close();
        server.close();
        server = ServerWiring.start(ServerSettings.practice(folder));
        client = new RawClient(server);
        assertEquals(fingerprint, server.fingerprint());
        laptop.log().interview(LIST, 2);
        sync(laptop);
        assertEquals(2, accepted());
    }

    @Test
    void saysWhichPortIsInUse() {
        ServerSettings taken = new ServerSettings(folder.resolve("second"), ServerSettings.LOOPBACK, server.port(),
                List.of(ServerSettings.LOOPBACK), folder.resolve("copies"), ServerSettings.USUAL_BACKUP_EVERY);
        ProblemException refused = assertThrows(ProblemException.class, () -> ServerWiring.start(taken));
        assertEquals(ProblemKind.PORT_IN_USE, refused.problem().kind());
        assertEquals(String.valueOf(server.port()), refused.problem().details().get("port"));
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<T> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
        }
        return results;
    }
}
