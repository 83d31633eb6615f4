package vn.hoidan.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.RawClient;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.wire.Wire;

class DecisionHandlerTest {

    private static final String PATH = "/v1/quota-decisions";
    private static final byte[] DECISION = Wire.of(
            new QuotaDecision.Retarget(SmallSurvey.villageCell("27100-1"), 2, "theo công văn"));

    @TempDir
    private Path folder;
    private RunningServer server;
    private RawClient client;

    @BeforeEach
    void start() {
        server = ServerWiring.start(ServerSettings.practice(folder));
        server.office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        client = new RawClient(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Map<String, String> credentials(Role role, String name) {
        byte[] token = new byte[32];
        Arrays.fill(token, (byte) role.ordinal());
        Bytes secret = Bytes.of(server.office().staff().issueCode(
                server.office().staff().add(SmallSurvey.ID, name, role, SmallSurvey.DISTRICT).id()).secret());
        String device = server.office().enrolment().enrol(secret, Sha256.of(Bytes.of(token)), "Máy thử").device();
        return RawClient.credentials(device, Bytes.of(token));
    }

    @Test
    void letsSupervisorsDecideUnderTheirOwnNameAndNobodyElse() {
        assertEquals(403, client.post(PATH, DECISION, credentials(Role.ENUMERATOR, "Điều tra viên 1")).status());
        RawClient.Answer answer = client.post(PATH, DECISION, credentials(Role.SUPERVISOR, "Giám sát viên 1"));
        assertEquals(QuotaDecision.Effect.DONE, Wire.quotaEffect(answer.content()));
        assertEquals("Giám sát viên 1", server.office().quotas().acts(SmallSurvey.ID).getFirst().by());
    }

    @Test
    void refusesADecisionWithoutAReason() {
        byte[] empty = new String(DECISION, StandardCharsets.UTF_8).replace("theo công văn", " ")
                .getBytes(StandardCharsets.UTF_8);
        RawClient.Answer answer = client.post(PATH, empty, credentials(Role.SUPERVISOR, "Giám sát viên 1"));
        assertEquals(ProblemKind.MESSAGE_UNREADABLE, answer.problem().kind());
        assertEquals(0, server.office().quotas().acts(SmallSurvey.ID).size());
    }
}
