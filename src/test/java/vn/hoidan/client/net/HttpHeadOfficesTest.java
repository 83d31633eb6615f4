package vn.hoidan.client.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.office.HeadOffices.Enrolled;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.PracticeOffice;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.ServerIdentity;
import vn.hoidan.wire.Compression;
import vn.hoidan.wire.EnrolmentReply;
import vn.hoidan.wire.EnrolmentRequest;
import vn.hoidan.wire.Wire;

class HttpHeadOfficesTest {
    private static final Bytes TOKEN = Samples.bytes(32, 5);
    private static final SpareKeys KEYS = PracticeOffice.spareKeys("1-7", 1);
    private static final DeviceCredentials CREDENTIALS = new DeviceCredentials("1-7", TOKEN);
    private static final SyncRequest REQUEST = new SyncRequest(SyncRequest.PROTOCOL, OwnLog.first(1), 1, 2,
            List.of(UpRecord.after(LogPosition.START, RecordType.CONTACT, Samples.bytes(90, 1))), List.of(), false,
            Samples.MORNING, Optional.empty());
    private static final SyncReply REPLY = new SyncReply(1, OwnLog.FIRST, REQUEST.records().getFirst().position(),
            LogPosition.START, List.of(), false, Samples.quota(), Samples.MORNING);
    private static final Deadlines SHORT = new Deadlines(Duration.ofSeconds(5), Duration.ofMillis(400));
    private static final byte[] PORTAL = "<html>Chào mừng đến Wi-Fi miễn phí</html>".getBytes(StandardCharsets.UTF_8);

    /// Hands shaken and answered take some 150 more; lengths of signatures differ from run to run.
    private static final int LEAST_BYTES_OF_AN_EXCHANGE = 1_400;

    @TempDir
    static Path folder;

    private static ServerIdentity identity;

    @BeforeAll
    static void makeIdentity() {
        identity = ScriptedServer.identity(folder.resolve("one"));
    }

    @Test
    void sendsARoundAsItIsAndWithCredentials() throws Exception {
        try (ScriptedServer server = answering(ScriptedServer.ours(200, Wire.of(REPLY)))) {
            withOffice(server.address(), office -> assertEquals(REPLY, office.sync(REQUEST)));
            ScriptedServer.Request request = server.requests().getFirst();
            assertTrue(request.head().startsWith("POST /v1/sync HTTP/1.1\r\n"));
            assertTrue(request.has("Authorization: Bearer " + TOKEN.hex()));
            assertTrue(request.has("Hoidan-Device: 1-7"));
            assertTrue(request.has("Content-Type: application/octet-stream"));
            assertEquals(REQUEST, Wire.syncRequest(request.body()));
        }
    }

    @Test
    void unfoldsACompressedAnswer() throws Exception {
        byte[] folded = ScriptedServer.answer(200, "Hoidan-Server: 1\r\nContent-Encoding: gzip\r\n",
                Compression.gzip(Wire.of(Samples.board())));
        try (ScriptedServer server = answering(folded)) {
            withOffice(server.address(), office -> assertEquals(Samples.board(), office.board()));
            assertTrue(server.requests().getFirst().head().startsWith("GET /v1/board HTTP/1.1\r\n"));
        }
    }

    @Test
    void fetchesAQuestionnaireThatHasTheHashAskedFor() throws Exception {
        byte[] xform = "<h:html>phiếu</h:html>".getBytes(StandardCharsets.UTF_8);
        String hash = Bytes.of(MessageDigest.getInstance("SHA-256").digest(xform)).hex();
        try (ScriptedServer server = answering(ScriptedServer.ours(200, xform))) {
            withOffice(server.address(), office -> {
                assertArrayEquals(xform, office.questionnaire(new QuestionnaireId("sha256:" + hash)).toArray());
                assertProblem(ProblemKind.MESSAGE_UNREADABLE, () -> office.questionnaire(Samples.QUESTIONNAIRE));
            });
            assertTrue(server.requests().getFirst().head().startsWith("GET /v1/questionnaires/" + hash + " "));
        }
    }

    @Test
    void enrolsWithoutEverSendingTheToken() throws Exception {
        EnrolmentCode code = new EnrolmentCode(Samples.bytes(10, 1).toArray(),
                Arrays.copyOf(identity.fingerprint(), 16));
        byte[] reply = ScriptedServer.ours(200, Wire.of(new EnrolmentReply("1-7", 1, Samples.enumerator(),
                Optional.of(KEYS), Optional.of(Samples.bytes(32, 9)))));
        try (ScriptedServer server = answering(reply); HttpHeadOffices offices = offices(Deadlines.USUAL, true)) {
            assertEquals(new Enrolled("1-7", 1, Samples.enumerator(), Optional.of(KEYS),
                    Optional.of(Samples.bytes(32, 9))), offices.enrol(server.address(), code, TOKEN));
            ScriptedServer.Request request = server.requests().getFirst();
            assertTrue(request.head().startsWith("POST /v1/enrolment "));
            assertFalse(request.head().contains("Authorization"));
            assertFalse(new String(request.unfolded(), StandardCharsets.UTF_8).contains(TOKEN.hex()));
            EnrolmentRequest sent = Wire.enrolmentRequest(request.unfolded());
            assertEquals(Bytes.of(code.secret()), sent.secret());
            assertEquals(Bytes.of(MessageDigest.getInstance("SHA-256").digest(TOKEN.toArray())), sent.tokenHash());
        }
    }

    @Test
    void refusesADeviceNameThatCouldNotStandInAHeader() throws Exception {
        EnrolmentCode code = new EnrolmentCode(new byte[10], new byte[16]);
        byte[] reply = ScriptedServer.ours(200, Wire.of(new EnrolmentReply("1\r\nX: y", 1, Samples.enumerator(),
                Optional.empty(), Optional.empty())));
        try (ScriptedServer server = answering(reply); HttpHeadOffices offices = offices(Deadlines.USUAL, true)) {
            assertProblem(ProblemKind.MESSAGE_UNREADABLE, () -> offices.enrol(server.address(), code, TOKEN));
        }
    }

    @Test
    void saysThatTheConnectionWasCutWhereverTheAnswerEnds() throws Exception {
        byte[] whole = ScriptedServer.ours(200, Wire.of(REPLY));
        for (int length = 0; length < whole.length; length += 23) {
            try (ScriptedServer server = answering(Arrays.copyOf(whole, length))) {
                withOffice(server.address(),
                        office -> assertProblem(ProblemKind.CONNECTION_CUT, () -> office.sync(REQUEST)));
            }
        }
    }

    @Test
    void saysThatTheConnectionWasCutWhereverTheLineBreaksBelowTls() throws Exception {
        try (ScriptedServer server = answering(ScriptedServer.ours(200, Wire.of(REPLY)))) {
            for (int bytes = 0; bytes < LEAST_BYTES_OF_AN_EXCHANGE; bytes += 97) {
                try (CuttingRelay relay = new CuttingRelay(server.address().port(), bytes)) {
                    withOffice(new ServerAddress("localhost", relay.port(), server.address().fingerprint()),
                            office -> assertProblem(ProblemKind.CONNECTION_CUT, () -> office.sync(REQUEST)));
                }
            }
        }
    }

    @Test
    void countsOnlyAnswersWithOurMark() throws Exception {
        for (byte[] answer : List.of(ScriptedServer.answer(200, "Content-Type: text/html\r\n", PORTAL),
                ScriptedServer.answer(200, "", Wire.of(REPLY)), ScriptedServer.answer(401, "", PORTAL),
                ScriptedServer.answer(302, "Location: http://wifi.example/login\r\n", new byte[0]))) {
            try (ScriptedServer server = answering(answer)) {
                withOffice(server.address(),
                        office -> assertProblem(ProblemKind.NOT_OUR_SERVER, () -> office.sync(REQUEST)));
            }
        }
    }

    @Test
    void tellsWhatTheServerRefuses() throws Exception {
        assertAnswer(ProblemKind.CREDENTIALS_REFUSED, 401, new byte[0]);
        assertAnswer(ProblemKind.CREDENTIALS_REFUSED, 401, problem(ProblemKind.NOT_ALLOWED));
        assertAnswer(ProblemKind.NOT_ALLOWED, 403, problem(ProblemKind.NOT_ALLOWED));
        assertAnswer(ProblemKind.ENROLMENT_CODE_REFUSED, 403, problem(ProblemKind.ENROLMENT_CODE_REFUSED));
        assertAnswer(ProblemKind.CLIENT_TOO_OLD, 426, new byte[0]);
        assertAnswer(ProblemKind.MESSAGE_TOO_LARGE, 413, PORTAL);
        assertAnswer(ProblemKind.SERVER_FAILED, 404, PORTAL);
        assertAnswer(ProblemKind.SERVER_FAILED, 500, problem(ProblemKind.INTERNAL));
        assertAnswer(ProblemKind.SERVER_FAILED, 503, problem(ProblemKind.DISK_FULL));
        assertAnswer(ProblemKind.SERVER_FAILED, 418, "{\"number\":999999,\"details\":{}}".getBytes());
        Problem tooOld = Problem.of(ProblemKind.CLIENT_TOO_OLD, "needed", "3", "ours", "1");
        assertEquals(tooOld, assertAnswer(ProblemKind.CLIENT_TOO_OLD, 426, Wire.of(tooOld)));
    }

    @Test
    void refusesAnswersThatAreNoMessages() throws Exception {
        assertAnswer(ProblemKind.MESSAGE_UNREADABLE, 200, PORTAL);
        assertAnswer(ProblemKind.MESSAGE_UNREADABLE, 200, new byte[0]);
        byte[] falselyFolded = ScriptedServer.answer(200, "Hoidan-Server: 1\r\nContent-Encoding: gzip\r\n", PORTAL);
        try (ScriptedServer server = answering(falselyFolded)) {
            withOffice(server.address(),
                    office -> assertProblem(ProblemKind.MESSAGE_UNREADABLE, () -> office.sync(REQUEST)));
        }
    }

    @Test
    void takesALargeQuestionnaireButNoneBeyondItsOwnLimit() throws Exception {
        byte[] large = new byte[Wire.MOST_MESSAGE_BYTES + 1];
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(large);
        QuestionnaireId id = new QuestionnaireId("sha256:" + Bytes.of(hash).hex());
        try (ScriptedServer server = answering(ScriptedServer.ours(200, large))) {
            withOffice(server.address(), office -> assertEquals(large.length, office.questionnaire(id).length()));
        }
        try (ScriptedServer server = answering(
                ScriptedServer.ours(200, new byte[Wire.MOST_QUESTIONNAIRE_BYTES + 1]))) {
            withOffice(server.address(), office -> {
                ProblemException thrown = assertThrows(ProblemException.class, () -> office.questionnaire(id));
                assertEquals(ProblemKind.MESSAGE_TOO_LARGE, thrown.problem().kind());
                assertEquals(String.valueOf(Wire.MOST_QUESTIONNAIRE_BYTES), thrown.problem().details().get("limit"));
            });
        }
    }

    @Test
    void readsNoMoreThanItsLimitOfAHugeAnswer() throws Exception {
        assertAnswer(ProblemKind.MESSAGE_TOO_LARGE, 200, new byte[Wire.MOST_MESSAGE_BYTES + 1]);
        byte[] bomb = ScriptedServer.answer(200, "Hoidan-Server: 1\r\nContent-Encoding: gzip\r\n",
                Compression.gzip(new byte[Wire.MOST_MESSAGE_BYTES + 1]));
        try (ScriptedServer server = answering(bomb)) {
            withOffice(server.address(),
                    office -> assertProblem(ProblemKind.MESSAGE_TOO_LARGE, () -> office.sync(REQUEST)));
        }
    }

    @Test
    void givesUpWhenTheAnswerDoesNotComeOrTrickles() throws Exception {
        byte[] whole = ScriptedServer.ours(200, Wire.of(REPLY));
        for (int said : List.of(0, whole.length - 1)) {
            try (ScriptedServer server = ScriptedServer.stalling(identity, Arrays.copyOf(whole, said));
                    HttpHeadOffices offices = offices(SHORT, true)) {
                HeadOffice office = offices.at(server.address(), CREDENTIALS);
                assertProblem(ProblemKind.CONNECTION_CUT, () -> office.sync(REQUEST));
            }
        }
    }

    @Test
    void sendsNothingToAServerWithAnotherCertificate() throws Exception {
        try (ScriptedServer server = answering(ScriptedServer.ours(200, Wire.of(REPLY)))) {
            Bytes other = Bytes.of(ScriptedServer.identity(folder.resolve("other")).fingerprint());
            withOffice(server.address(other), office -> {
                Problem problem = assertProblem(ProblemKind.CERTIFICATE_MISMATCH, () -> office.sync(REQUEST));
                assertEquals(server.address().asText(), problem.details().get("address"));
            });
            assertTrue(server.requests().isEmpty());
        }
    }

    @Test
    void tellsANetworkThatIsMissingFromAServerThatIs() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        ServerAddress nobody = new ServerAddress("localhost", free, Samples.bytes(16, 1));
        ServerAddress nowhere = new ServerAddress("khong-co.invalid", 8443, Samples.bytes(16, 1));
        for (ServerAddress address : List.of(nobody, nowhere)) {
            try (HttpHeadOffices online = offices(Deadlines.USUAL, true);
                    HttpHeadOffices offline = offices(Deadlines.USUAL, false)) {
                Problem unknown = assertProblem(address == nobody ? ProblemKind.SERVER_UNKNOWN
                        : ProblemKind.SERVER_NAME_UNKNOWN, () -> online.at(address, CREDENTIALS).board());
                assertEquals(address.asText(), unknown.details().get("address"));
                assertProblem(ProblemKind.NO_NETWORK, () -> offline.at(address, CREDENTIALS).board());
            }
        }
    }

    @Test
    void saysThatSomebodyElseAnswersWhereNoTlsIsSpoken() throws Exception {
        assertPlain("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", ProblemKind.NOT_OUR_SERVER);
        assertPlain("", ProblemKind.CONNECTION_CUT);
    }

    private static void assertPlain(String said, ProblemKind kind) throws IOException {
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            thread.submit(() -> sayToEverybody(listening, said));
            withOffice(new ServerAddress("localhost", listening.getLocalPort(), Samples.bytes(16, 1)),
                    office -> assertProblem(kind, office::board));
        }
    }

    /// The JDK's client tries a lookup that was cut at once again, so one connection is not enough.
    private static void sayToEverybody(ServerSocket listening, String said) {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                socket.getInputStream().read(new byte[1_000]);
                socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException closedOrHungUp) {
                continue;
            }
        }
    }

    private static Problem assertAnswer(ProblemKind kind, int status, byte[] body) throws IOException {
        try (ScriptedServer server = answering(ScriptedServer.ours(status, body));
                HttpHeadOffices offices = offices(Deadlines.USUAL, true)) {
            return assertProblem(kind, () -> offices.at(server.address(), CREDENTIALS).sync(REQUEST));
        }
    }

    private static byte[] problem(ProblemKind kind) {
        return Wire.of(Problem.of(kind));
    }

    private static ScriptedServer answering(byte[] answer) throws IOException {
        return ScriptedServer.answering(identity, answer);
    }

    private static HttpHeadOffices offices(Deadlines deadlines, boolean online) {
        return new HttpHeadOffices("Linux", deadlines, () -> online);
    }

    private static void withOffice(ServerAddress address, Consumer<HeadOffice> work) {
        try (HttpHeadOffices offices = offices(Deadlines.USUAL, true)) {
            work.accept(offices.at(address, CREDENTIALS));
        }
    }

    private static Problem assertProblem(ProblemKind kind, Runnable work) {
        ProblemException thrown = assertThrows(ProblemException.class, work::run);
        assertEquals(kind, thrown.problem().kind());
        return thrown.problem();
    }
}
