package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Person;
import vn.hoidan.server.SmallSurvey;

/// A laptop's disk lost the record of a completed interview, and its answers are still there: before it was sent, or
/// after that, when the office is restored from before and has it no more.
class LostRecordTest {
    private static final String LAPTOP = "laptop";
    private static final int HOUSEHOLD = 1;

    @TempDir
    Path folder;

    private RoadField field;
    private Workplace place;
    private String backup;

    @BeforeEach
    void open() {
        field = new RoadField(folder);
        field.server().office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        Person person = field.enumerator("Điều tra viên 1 (tập dượt)");
        field.server().office().lists().assign(RoadField.LIST, person.id());
        place = field.enrolled(LAPTOP, person);
        RoadField.sync(place);
        backup = field.backedUp();
        RoadField.interview(place, HOUSEHOLD);
    }

    private void sentAndDamaged() throws SQLException, IOException {
        RoadField.sync(place);
        assertEquals(1, field.accepted());
        damaged();
    }

    private void damaged() throws SQLException, IOException {
        place = field.damaged(LAPTOP, "DELETE FROM up_record WHERE type = 'interview'");
    }

    @AfterEach
    void close() {
        field.close();
    }

    private Home.Village village() {
        return RoadField.field(place).home().villages().stream()
                .filter(village -> village.list().equals(RoadField.LIST)).findFirst().orElseThrow();
    }

    private Optional<Whereabouts> whereabouts() {
        return Optional.ofNullable(village().whereabouts().get(HOUSEHOLD));
    }

    private void completedAgain() {
        InterviewId interview = village().household(HOUSEHOLD).orElseThrow().interview().orElseThrow();
        RoadField.field(place).resume(interview).complete(done -> assertInstanceOf(Completing.Completed.class,
                done), problem -> {
                    throw problem.exception();
                });
    }

    @Test
    void isInWorkAgainAtOnceWhenItWasNotSent() throws SQLException, IOException {
        damaged();
        assertEquals(1, village().inWork());
        completedAgain();
        RoadField.sync(place);
        assertEquals(1, field.accepted());
    }

    @Test
    void staysCompletedAsLongAsTheOfficeHasIt() throws SQLException, IOException {
        sentAndDamaged();
        assertEquals(Optional.of(Whereabouts.STORED), whereabouts());
        RoadField.sync(place);
        assertEquals(Optional.of(Whereabouts.STORED), whereabouts());
        assertEquals(1, field.accepted());
    }

    @Test
    void isInWorkAgainOnceTheOfficeHasLostItAndIsThenSentOnce() throws SQLException, IOException {
        sentAndDamaged();
        field.restored(backup);
        List<Problem> told = new ArrayList<>();
        place.sync().notices(told::add);
        RoadField.sync(place);
        assertEquals(List.of(Problem.of(ProblemKind.INTERVIEWS_REOPENED, "count", "1")), told);
        assertEquals(1, village().inWork());
        completedAgain();
        RoadField.sync(place);
        RoadField.sync(place);
        assertEquals(1, field.accepted());
        assertEquals(0, field.server().office().quarantine().lines().size());
        assertEquals(Optional.of(Whereabouts.STORED), whereabouts());
    }

    @Test
    void isInWorkAgainAlsoWhenTheOfficeAnswersByStick() throws SQLException, IOException {
        sentAndDamaged();
        field.restored(backup);
        for (int trips = 0; trips < 3; trips++) {
            field.trip(place);
        }
        assertEquals(1, village().inWork());
        completedAgain();
        field.trip(place);
        field.trip(place);
        assertEquals(1, field.accepted());
    }
}
