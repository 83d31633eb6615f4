package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.Person;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.Drafts;

/// A laptop is put back to a copy that does not know of an interview in work. Real stores and a real server.
class DraftBroughtBackTest {
    private static final vn.hoidan.core.questionnaire.Path FIRST =
            new vn.hoidan.core.questionnaire.Path("/data/q1");

    @TempDir
    Path folder;

    private RoadField field;
    private Person person;
    private Workplace place;

    @BeforeEach
    void enrol() {
        field = new RoadField(folder);
        field.server().office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        person = field.enumerator("Điều tra viên 1 (tập dượt)");
        field.server().office().lists().assign(RoadField.LIST, person.id());
        place = field.enrolled("a", person);
        RoadField.sync(place);
    }

    @AfterEach
    void close() {
        field.close();
    }

    @Test
    void goesOnWithAnInterviewThatTheCopyDidNotKnow() {
        place = field.imaged("a", false);
        InterviewId id = begun(1);
        RoadField.sync(place);
        assertEquals(List.of(id), kept());
        place = field.imaged("a", true);
        assertTrue(RoadField.field(place).resumeIfInWork(id).isEmpty());
        place.sync().sync();
        assertEquals(List.of(id), kept(), "a copy that does not know it says nothing of it");
        assertEquals("1", RoadField.field(place).resume(id).question(FIRST).orElseThrow().value().orElseThrow());
    }

    @Test
    void forgetsWhatWasBrokenOffAlsoByAFileAndAfterAStart() {
        InterviewId first = begun(1);
        InterviewId second = begun(2);
        RoadField.sync(place);
        assertEquals(2, kept().size());
        breakOff(1);
        Path file = field.written(place);
        assertEquals(List.of(), field.server().office().carry().answerAll(ServerWiring.carried(file)).refused());
        assertEquals(List.of(second), kept());
        breakOff(2);
        place = field.imaged("a", false);
        RoadField.sync(place);
        assertEquals(List.of(), kept(), "told within one round, though the laptop was started since");
        assertTrue(RoadField.field(place).resumeIfInWork(first).isEmpty());
    }

    private InterviewId begun(int household) {
        InterviewWork begun = FieldTeam.begun(place, household);
        begun.answer(FIRST, "1");
        return begun.id();
    }

    private void breakOff(int household) {
        RoadField.field(place).recordContact(RoadField.LIST, household, Outcome.REFUSED, "");
    }

    private List<InterviewId> kept() {
        return field.server().office().store().read(central -> central.drafts().of(person.id())).stream()
                .map(Drafts.Entry::draft).map(draft -> draft.mark().interview()).toList();
    }
}
