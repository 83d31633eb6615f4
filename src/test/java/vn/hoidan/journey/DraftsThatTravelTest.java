package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sampling.HouseholdState;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;

/// A laptop is lost in the middle of an interview; another one goes on with it. Real stores and a real server.
class DraftsThatTravelTest {
    private static final vn.hoidan.core.questionnaire.Path FIRST =
            new vn.hoidan.core.questionnaire.Path("/data/q1");
    private static final vn.hoidan.core.questionnaire.Path NOTE =
            new vn.hoidan.core.questionnaire.Path("/data/note");
    private static final String PLANTED = "zqxphieudo";

    @TempDir
    Path folder;

    private RunningServer server;
    private FieldTeam team;

    @BeforeEach
    void start() {
        server = ServerWiring.start(ServerSettings.practice(folder.resolve("office")));
        server.office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        team = new FieldTeam(folder, server);
    }

    @AfterEach
    void stop() {
        team.close();
        server.close();
    }

    @Test
    void goesOnWithAnInterviewOnAnotherLaptopWhereItStopped() throws IOException {
        Workplace lost = team.enrolled("a");
        InterviewWork begun = FieldTeam.begun(lost, 3);
        begun.answer(FIRST, "1");
        begun.answer(NOTE, PLANTED);
        begun.pause(NOTE);
        FieldTeam.sync(lost);
        assertEquals(1, kept());
        assertEquals(0, server.office().board().board(SmallSurvey.ID, "vi").accepted(), "it counts nowhere");
        try (Stream<Path> all = Files.walk(folder.resolve("office"))) {
            assertEquals(List.of(), PlantedWord.of(PLANTED).in(PlantedWord.read(
                    all.filter(Files::isRegularFile).toList())));
        }
        // what came after the last meeting is lost with the laptop
        begun.answer(NOTE, "sau đó");
        Workplace next = team.enrolled("b", lost.profile().person());
        assertEquals(HouseholdState.IN_WORK, state(next, 3));
        InterviewWork on = FieldTeam.field(next).resume(begun.id());
        assertEquals(begun.entry().startedAt(), on.entry().startedAt());
        assertEquals(Optional.of(NOTE), on.lastPlace());
        assertEquals(PLANTED, on.question(NOTE).orElseThrow().value().orElseThrow());
        assertEquals(0, on.factsNotTaken());
        complete(on);
        FieldTeam.sync(next);
        assertEquals(1, server.office().board().board(SmallSurvey.ID, "vi").accepted());
        assertEquals(0, kept(), "it is in work no longer");
        // the lost one comes back: what it has of this interview changes nothing
        FieldTeam.sync(lost);
        assertEquals(0, kept());
        assertEquals(1, server.office().board().board(SmallSurvey.ID, "vi").accepted());
        assertEquals(List.of(), server.office().store().read(central -> central.logs().quarantined()));
    }

    @Test
    void sendsOnlyWhatChangedAndForgetsWhatWasBrokenOff() {
        Workplace place = team.enrolled("a");
        InterviewWork begun = FieldTeam.begun(place, 1);
        begun.answer(FIRST, "1");
        FieldTeam.sync(place);
        int first = revision(begun.id());
        FieldTeam.sync(place);
        assertEquals(first, revision(begun.id()));
        begun.answer(FIRST, "2");
        FieldTeam.sync(place);
        assertTrue(revision(begun.id()) > first);
        FieldTeam.field(place).recordContact(FieldTeam.LIST, 1, vn.hoidan.core.sampling.Outcome.REFUSED, "");
        FieldTeam.sync(place);
        assertEquals(0, kept());
    }

    @Test
    void givesNobodyElseAnInterviewInWork() {
        Workplace one = team.enrolled("a");
        InterviewWork begun = FieldTeam.begun(one, 1);
        begun.answer(FIRST, "1");
        FieldTeam.sync(one);
        Workplace other = team.enrolled("b");
        assertThrows(ProblemException.class,
                () -> server.office().drafts().open(other.profile().device(), begun.id()));
        assertTrue(FieldTeam.field(other).resumeIfInWork(begun.id()).isEmpty());
        Workplace next = team.enrolled("c", one.profile().person());
        FieldTeam.field(next).resume(begun.id()).answer(FIRST, "2");
        FieldTeam.sync(next);
        assertThrows(ProblemException.class,
                () -> server.office().drafts().open(one.profile().device(), begun.id()), "it was replaced");
        FieldTeam.sync(one);
        assertEquals(1, kept(), "a replaced laptop neither takes nor deletes what another goes on with");
    }

    @Test
    void leavesAnInterviewWhoseListWentToSomebodyElse() {
        Workplace lost = team.enrolled("a");
        InterviewWork begun = FieldTeam.begun(lost, 1);
        begun.answer(FIRST, "1");
        FieldTeam.sync(lost);
        server.office().lists().withdraw(FieldTeam.LIST);
        Workplace next = team.enrolled("b", lost.profile().person());
        assertTrue(FieldTeam.field(next).resumeIfInWork(begun.id()).isEmpty());
        assertEquals(1, kept());
    }

    @Test
    void goesByStickAsWell() {
        Workplace lost = team.enrolled("a");
        InterviewWork begun = FieldTeam.begun(lost, 2);
        begun.answer(FIRST, "1");
        Path stick = folder.resolve("stick.hoidan");
        FieldTeam.write(lost, stick);
        assertEquals(List.of(), server.office().carry().answerAll(ServerWiring.carried(stick)).refused());
        assertEquals(1, kept());
        begun.answer(FIRST, "2");
        FieldTeam.sync(lost);
        int newest = revision(begun.id());
        assertEquals(List.of(), server.office().carry().answerAll(ServerWiring.carried(stick)).refused());
        assertEquals(newest, revision(begun.id()), "older after newer changes nothing");
        Workplace next = team.enrolled("b", lost.profile().person());
        InterviewWork on = FieldTeam.field(next).resume(begun.id());
        assertEquals("2", on.question(FIRST).orElseThrow().value().orElseThrow());
        complete(on);
        FieldTeam.sync(next);
        assertEquals(List.of(), server.office().carry().answerAll(ServerWiring.carried(stick)).refused());
        assertEquals(0, kept(), "what is completed is not in work again");
    }

    private static HouseholdState state(Workplace place, int household) {
        return FieldTeam.field(place).home().villages().getFirst().household(household).orElseThrow().state();
    }

    private int kept() {
        return server.office().store().read(central -> central.devices().of(SmallSurvey.ID).stream()
                .map(device -> device.person()).distinct().mapToInt(person -> central.drafts().of(person).size())
                .sum());
    }

    private int revision(InterviewId id) {
        return server.office().store().read(central -> central.drafts().find(id)).orElseThrow().draft().mark()
                .revision();
    }

    private static void complete(InterviewWork interview) {
        interview.complete(done -> assertInstanceOf(Completing.Completed.class, done), DraftsThatTravelTest::fail);
    }

    private static void fail(Problem problem) {
        throw problem.exception();
    }
}
