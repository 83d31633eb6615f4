package vn.hoidan.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.RawClient;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.support.Samples;
import vn.hoidan.wire.Wire;

/// Pieces of files and interviews in work at the door: what anybody may send.
class AlongHandlersTest {
    private static final String HASH = "ab".repeat(32);

    @TempDir
    private Path folder;
    private RunningServer server;
    private RawClient client;
    private Map<String, String> credentials;

    @BeforeEach
    void start() {
        server = ServerWiring.start(ServerSettings.practice(folder));
        server.office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        client = new RawClient(server);
        byte[] token = new byte[32];
        Arrays.fill(token, (byte) 7);
        Bytes secret = Bytes.of(server.office().staff().issueCode(server.office().staff().add(SmallSurvey.ID,
                "Điều tra viên 1 (tập dượt)", Role.ENUMERATOR, SmallSurvey.DISTRICT).id()).secret());
        credentials = RawClient.credentials(server.office().enrolment().enrol(secret, Sha256.of(Bytes.of(token)),
                "Máy thử").device(), Bytes.of(token));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private RawClient.Answer patch(String path, int bytes, Map<String, String> headers) {
        return client.send("PATCH", path, HttpRequest.BodyPublishers.ofByteArray(Samples.bytes(bytes, 3).toArray()),
                headers);
    }

    @Test
    void takesAPieceAndTellsWhereTheFileStands() {
        RawClient.Answer answer = patch("/v1/attachments/" + HASH + "?size=1000&offset=0", 400, credentials);
        assertEquals(new AttachmentState(Bytes.ofHex(HASH), 400, AttachmentState.Stage.PART),
                Wire.attachmentState(answer.content()));
    }

    @Test
    void refusesPiecesWithoutCredentialsAndThoseThatNoFileHas() {
        assertEquals(401, patch("/v1/attachments/" + HASH + "?size=1000&offset=0", 400, Map.of()).status());
        for (String path : List.of("/v1/attachments/" + HASH, "/v1/attachments/" + HASH + "?size=1000",
                "/v1/attachments/" + HASH + "?size=-1&offset=0", "/v1/attachments/" + HASH + "?size=300&offset=0",
                "/v1/attachments/" + HASH + "?size=1000&offset=601",
                "/v1/attachments/" + HASH + "?size=99999999999&offset=0",
                "/v1/attachments/" + HASH + "?size=9999999999999999999999&offset=0",
                "/v1/attachments/..%2F..%2Foffice.db?size=1000&offset=0",
                "/v1/attachments/" + HASH.toUpperCase(java.util.Locale.ROOT) + "?size=1000&offset=0",
                "/v1/attachments/abc?size=1000&offset=0")) {
            RawClient.Answer answer = patch(path, 400, credentials);
            assertEquals(400, answer.status(), path);
        }
        assertEquals(413, patch("/v1/attachments/" + HASH + "?size=1000000&offset=0", AttachmentPiece.MOST_BYTES + 1,
                credentials).status());
        assertFalse(Files.exists(folder.resolve("attachments").resolve(HASH)));
    }

    @Test
    void givesNoInterviewThatIsNotThere() {
        assertEquals(401, client.get("/v1/drafts/" + Samples.interviewId(1).asText(), Map.of()).status());
        for (String id : List.of(Samples.interviewId(1).asText(), "x", "..%2Foffice.db")) {
            RawClient.Answer answer = client.get("/v1/drafts/" + id, credentials);
            assertEquals(ProblemKind.MESSAGE_UNREADABLE, answer.problem().kind(), id);
        }
    }
}
