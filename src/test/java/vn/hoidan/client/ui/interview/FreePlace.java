package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.store.CompressedRecords;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.MemoryFieldStore;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;
import vn.hoidan.wire.RecordBodies;
import vn.hoidan.wire.RecordDictionary;

/// An enumerator's store with a place of a free quota, with units for men and women as a test grants them.
class FreePlace {
    static final Path GENDER = SmallForm.path("profile/gender");
    static final String MAN = "1";
    static final String WOMAN = "2";
    static final UnitCode CODE = UnitCode.of(4711);

    final MemoryFieldStore store = new MemoryFieldStore();
    final SettableClock clock = new SettableClock(Samples.MORNING);
    final Written written = new Written();
    int ids;
    int left;

    /// What is written waits until the test lets it through.
    static final class Written implements Background {
        final Deque<Runnable> waiting = new ArrayDeque<>();
        boolean held;

        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
            waiting.add(() -> {
                try {
                    onDone.accept(work.call());
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            let();
        }

        void let() {
            while (!held && !waiting.isEmpty()) {
                waiting.removeFirst().run();
            }
        }

        @Override
        public void tell(Runnable message) {
            message.run();
        }
    }

    FieldWork field() {
        return new FieldWork(new Profile("p1", "1-7", Samples.enumerator(),
                new ServerAddress("localhost", 1, Bytes.of(new byte[16]))), store,
                new FieldWork.Surroundings(written, clock, () -> new UUID(0, ++ids), _ -> new SmallForm(),
                        new CompressedRecords(), new VoucherFiles(), "test"));
    }

    static Constraint district(String gender, int target) {
        return new Constraint(AreaLevel.DISTRICT, Samples.BA_VI, gender.isEmpty() ? AnswerFilter.EVERYBODY
                : AnswerFilter.of(new AnswerCondition.OneOf(GENDER, Set.of(gender))), target);
    }

    void survey(Constraint... constraints) {
        Survey sample = Samples.survey();
        Survey survey = new Survey(sample.id(), sample.name(), SmallForm.ID, sample.consent(), sample.areas(),
                QuotaDesign.FREE_QUOTA, List.of(constraints), List.of(), true);
        store.apply(List.of(new Change.SurveyReceived(survey), new Change.QuestionnaireReceived(SmallForm.ID,
                Bytes.of(new byte[1])), new Change.PlaceReceived(SampleList.open(Samples.LIST, Samples.VILLAGE,
                "Thôn 1 (tập dượt)"))));
    }

    void byGender() {
        survey(district("", 10), district(MAN, 5), district(WOMAN, 5));
    }

    static List<CellKey> cells(String gender) {
        return gender.isEmpty() ? List.of(district("", 1).cell())
                : List.of(district("", 1).cell(), district(gender, 1).cell());
    }

    LeaseId grant(int number, String gender, int units) {
        LeaseId id = new LeaseId("1-" + number);
        List<UnitCode> codes = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            codes.add(UnitCode.of(number * 100L + unit));
        }
        store.apply(List.of(new Change.UnitsReceived(new Lease(id, cells(gender), units, Samples.MORNING,
                Samples.MORNING.plusSeconds(3_600)), codes)));
        return id;
    }

    InterviewWork begin(int household) {
        return assertInstanceOf(Starting.Started.class, field().start(Samples.LIST, household,
                InterviewMode.FACE_TO_FACE, "vi")).interview();
    }

    InterviewViewModel open(InterviewWork work) {
        return new InterviewViewModel(work, () -> left++);
    }

    static String question(InterviewViewModel model) {
        return assertInstanceOf(Stop.Single.class, model.stop().get()).question().path().name();
    }

    int free(String gender) {
        return store.hand().free(cells(gender));
    }

    List<InterviewRecord> completed() {
        return store.recordsAfter(0, 100, 1_000_000).stream().filter(each -> each.type() == RecordType.INTERVIEW)
                .map(UpRecord::body).map(body -> RecordBodies.interview(body,
                        _ -> Optional.of(RecordDictionary.of(SmallForm.ID, Bytes.of(new byte[1]))))).toList();
    }

    InterviewRecord complete(InterviewWork work) {
        SmallForm.answerAll(work);
        List<Completing> outcomes = new ArrayList<>();
        work.complete(outcomes::add, problem -> {
            throw new IllegalStateException(problem.toString());
        });
        assertEquals(List.of(new Completing.Completed()), outcomes);
        return completed().getLast();
    }
}
