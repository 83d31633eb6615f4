package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.AsideCause;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.server.FieldLaptop;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;

/// A supervisor's client asks a real server for records that could not be used.
class SetAsideTest {
    @TempDir
    Path folder;

    @Test
    void tellsSupervisorsOnlyAndHasARecordTriedAgain() {
        try (RunningServer server = ServerWiring.start(ServerSettings.practice(folder));
                HttpHeadOffices offices = new HttpHeadOffices("Linux")) {
            server.office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
            HeadOffice enumerator = enrolled(server, offices, Role.ENUMERATOR, SmallSurvey.DISTRICT, 1);
            HeadOffice supervisor = enrolled(server, offices, Role.SUPERVISOR, "01", 2);
            FieldLaptop laptop = new FieldLaptop(7);
            laptop.contact(SmallSurvey.list("99999-9"), 1, Outcome.REFUSED);
            laptop.sync(enumerator::sync);
            AsideRecord aside = supervisor.aside().getFirst();
            assertEquals(List.of(1L, RecordType.CONTACT, "Người 1 (tập dượt)", AsideCause.LIST),
                    List.of(aside.number(), aside.type(), aside.person(), aside.cause()));
            AsideRelease again = new AsideRelease(aside.log(), 1, "danh sách đã có");
            assertEquals(AsideOutcome.STILL_ASIDE, supervisor.release(again));
            assertEquals(AsideOutcome.NOT_THERE, supervisor.release(new AsideRelease(aside.log(), 5, "thử")));
            assertRefused(enumerator::aside);
            assertRefused(() -> enumerator.release(again));
        }
    }

    private static void assertRefused(Runnable asking) {
        assertEquals(ProblemKind.NOT_ALLOWED,
                assertThrows(ProblemException.class, asking::run).problem().kind());
    }

    private static HeadOffice enrolled(RunningServer server, HttpHeadOffices offices, Role role, String area,
            int number) {
        EnrolmentCode code = server.office().staff().issueCode(server.office().staff().add(SmallSurvey.ID,
                "Người " + number + " (tập dượt)", role, area).id());
        ServerAddress address = new ServerAddress(server.host(), server.port(),
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES)));
        byte[] token = new byte[HeadOffices.TOKEN_BYTES];
        token[0] = (byte) number;
        HeadOffices.Enrolled enrolled = offices.enrol(address, code, Bytes.of(token));
        return offices.at(address, new HeadOffices.DeviceCredentials(enrolled.device(), Bytes.of(token)));
    }
}
