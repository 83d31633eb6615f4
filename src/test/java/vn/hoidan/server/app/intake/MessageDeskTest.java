package vn.hoidan.server.app.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;

class MessageDeskTest {
    private static final String SENDER = "Văn phòng";

    @TempDir
    private Path folder;
    private TestOffice office;

    @BeforeEach
    void open() {
        office = TestOffice.withFreeQuotas(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static List<String> texts(TestOffice.Enrolled laptop) {
        return laptop.sync().items().stream().map(DownEntry::item).filter(DownItem.MessageGiven.class::isInstance)
                .map(item -> ((DownItem.MessageGiven) item).message().text()).toList();
    }

    @Test
    void tellsALaptopOnceWhatItsPersonWasSentInOrder() {
        TestOffice.Enrolled laptop = office.working();
        TestOffice.Enrolled other = office.working();
        office.messages().sendTo(laptop.person().id(), SENDER, "Thứ hai họp ở xã.");
        assertEquals(2, office.messages().sendToAll(SmallSurvey.ID, "", SENDER, "Trời sắp bão."));
        assertEquals(List.of("Thứ hai họp ở xã.", "Trời sắp bão."), texts(laptop));
        assertEquals(List.of(), texts(laptop));
        assertEquals(List.of("Trời sắp bão."), texts(other));
    }

    @Test
    void sendsToTheEnumeratorsOfAnAreaOnlyAndToNobodyElsewhere() {
        TestOffice.Enrolled laptop = office.working();
        assertEquals(1, office.messages().sendToAll(SmallSurvey.ID, SmallSurvey.DISTRICT, SENDER, "Một"));
        assertEquals(0, office.messages().sendToAll(SmallSurvey.ID, "27100", SENDER, "Hai"));
        assertEquals(List.of("Một"), texts(laptop));
    }

    @Test
    void refusesWhatCannotBeSent() {
        TestOffice.Enrolled laptop = office.working();
        assertRefused(ProblemKind.PERSON_UNKNOWN, () -> office.messages().sendTo(new PersonId("p-0"), SENDER, "a"));
        assertRefused(ProblemKind.SURVEY_UNKNOWN, () -> office.messages().sendToAll(new SurveyId("none"),
                "", SENDER, "a"));
        assertRefused(ProblemKind.AREA_UNKNOWN, () -> office.messages().sendToAll(SmallSurvey.ID,
                "99999", SENDER, "a"));
        for (String text : List.of("", "  ", "a".repeat(OfficeMessage.MOST_TEXT + 1))) {
            assertRefused(ProblemKind.OPTION_INVALID,
                    () -> office.messages().sendTo(laptop.person().id(), SENDER, text));
        }
        assertRefused(ProblemKind.OPTION_INVALID, () -> office.messages().sendTo(laptop.person().id(), " ", "a"));
        assertEquals(List.of(), texts(laptop));
    }

    @Test
    void leavesOutWhatIsNoLongerNewsForALaptopThatComesLate() {
        TestOffice.Enrolled laptop = office.working();
        office.messages().sendTo(laptop.person().id(), SENDER, "cũ");
        office.pass(MessageDesk.NEWS.plusDays(1));
        office.messages().sendTo(laptop.person().id(), SENDER, "mới");
        assertEquals(List.of("mới"), texts(laptop));
    }

    private static void assertRefused(ProblemKind kind, Runnable sending) {
        assertEquals(kind, assertThrows(ProblemException.class, sending::run).problem().kind());
    }
}
