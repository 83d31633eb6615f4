package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.ClockWatch;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.interview.AnswerTiming;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.QualityFlag;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.form.XForms;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;
import vn.hoidan.vault.PinVault;
import vn.hoidan.wire.RecordBodies;

/// Somebody moves the clock of the laptop in the middle of the work, on the real store.
class TurnedBackClockTest {
    private static final String PIN = "482916";
    private static final String WRONG = "111222";
    private static final Profile PROFILE = new Profile("5f0c-1", "1-7", Samples.enumerator(),
            new ServerAddress("khaosat.example", 8443, Samples.bytes(16, 3)));
    private static final vn.hoidan.core.questionnaire.Path Q1 = new vn.hoidan.core.questionnaire.Path("/data/q1");
    private static final vn.hoidan.core.questionnaire.Path NOTE = new vn.hoidan.core.questionnaire.Path("/data/note");

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Samples.MORNING);
    private final Questionnaire questionnaire = new XForms().load(SmallSurvey.xform());

    @Test
    void keepsTheOrderOfAnswersAndSaysWhatHappenedAlsoAcrossARestart() {
        InterviewWork work;
        try (FieldStore store = create()) {
            work = assertInstanceOf(Starting.Started.class, field(store).start(Samples.LIST, 17,
                    InterviewMode.FACE_TO_FACE, "vi")).interview();
            clock.forward(Duration.ofSeconds(10));
            work.answer(Q1, "1");
            clock.turn(Duration.ofHours(-3));
            clock.forward(Duration.ofSeconds(10));
            work.answer(NOTE, "sau khi đồng hồ bị vặn lùi");
            work.pause(NOTE);
        }
        clock.turn(Duration.ofDays(-2));
        clock.restart();
        try (FieldStore store = unlock()) {
            InterviewWork again = field(store).resume(work.id());
            clock.forward(Duration.ofSeconds(10));
            again.answer(Q1, "2");
            List<Completing> done = new ArrayList<>();
            again.complete(done::add, problem -> {
                throw new AssertionError(problem);
            });
            assertInstanceOf(Completing.Completed.class, done.getFirst());
            assertEquals(List.of("1", "sau khi đồng hồ bị vặn lùi", "2"), store.facts(work.id()).stream()
                    .filter(Fact.AnswerSet.class::isInstance).map(fact -> ((Fact.AnswerSet) fact).value()).toList());
            InterviewRecord record = record(store);
            assertEquals(List.of(new AnswerTiming(NOTE, 20_000), new AnswerTiming(Q1, 30_000)), record.timings());
            assertEquals(30_000, record.activeMillis());
            assertTrue(record.flags().contains(new QualityFlag.ClockJumped(2, Duration.ofDays(-2))),
                    record.flags()::toString);
        }
    }

    @Test
    void makesWrongPinsWaitAsLongWhenTheClockIsTurnedBackAndTheProgramStartedAgain() {
        create().close();
        for (int tries = 0; tries < 4; tries++) {
            denied(WRONG);
        }
        assertEquals(5, denied(PIN).waitSeconds());
        clock.turn(Duration.ofDays(-30));
        clock.restart();
        assertEquals(5, denied(PIN).waitSeconds());
        clock.forward(Duration.ofSeconds(4));
        assertEquals(1, denied(PIN).waitSeconds());
        clock.forward(Duration.ofSeconds(1));
        unlock().close();
    }

    @Test
    void saysOnceThatTheClockWasMovedAndWhenItStandsBeforeWhatIsKnown() {
        ClockWatch watch = new ClockWatch(clock);
        clock.forward(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), watch.look());
        clock.turn(Duration.ofMinutes(-90));
        assertEquals(Optional.of(Problem.of(ProblemKind.CLOCK_TURNED_BACK, "minutes", "90")), watch.look());
        assertEquals(Optional.empty(), watch.look());
        clock.turn(Duration.ofDays(2));
        assertEquals(Optional.of(Problem.of(ProblemKind.CLOCK_TURNED_AHEAD, "minutes", "2880")), watch.look());
        Instant now = clock.now();
        assertEquals(Optional.empty(), watch.behind(now.plusSeconds(60)));
        assertEquals(Optional.empty(), watch.behind(Instant.MIN));
        assertEquals(Optional.of(Problem.of(ProblemKind.CLOCK_BEHIND, "minutes", "60")),
                watch.behind(now.plusSeconds(3_600)));
    }

    private static InterviewRecord record(FieldStore store) {
        return store.recordsAfter(0, 100, 1_000_000).stream().filter(each -> each.type() == RecordType.INTERVIEW)
                .map(record -> RecordBodies.interview(record.body(), _ -> Optional.of(SmallSurvey.dictionary())))
                .findFirst().orElseThrow();
    }

    private FieldWork field(FieldStore store) {
        return new FieldWork(PROFILE, store, new FieldWork.Surroundings(new ImmediateBackground(), clock,
                UUID::randomUUID, _ -> questionnaire, new CompressedRecords(), new VoucherFiles(), "0.1.0"));
    }

    private ProfileFolders folders() {
        return new ProfileFolders(folder, clock, PinVault.Cost.LEAST);
    }

    private FieldStore create() {
        Survey survey = Samples.survey();
        FieldStore store = folders().create(PROFILE, new DeviceCredentials("1-7", Samples.bytes(32, 11)),
                PIN.toCharArray()).store();
        store.apply(List.of(new Change.QuestionnaireReceived(questionnaire.id(), SmallSurvey.xform()),
                new Change.SurveyReceived(new Survey(survey.id(), survey.name(), questionnaire.id(), survey.consent(),
                        survey.areas(), survey.constraints(), true)),
                new Change.ListReceived(Samples.list(), Samples.lease())));
        return store;
    }

    private FieldStore unlock() {
        return assertInstanceOf(Unlocking.Opened.class, folders().unlock(PROFILE.id(), PIN.toCharArray())).profile()
                .store();
    }

    private Unlocking.Denied denied(String pin) {
        return assertInstanceOf(Unlocking.Denied.class, folders().unlock(PROFILE.id(), pin.toCharArray()));
    }
}
