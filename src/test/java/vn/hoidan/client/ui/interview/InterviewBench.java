package vn.hoidan.client.ui.interview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.RecordEncoder;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.Consent;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.support.ImmediateBackground;

/// An interview that was begun, with its store and the record it becomes.
final class InterviewBench implements RecordEncoder, DeviceClock {
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant START = Instant.parse("2024-11-02T03:40:00Z");
    private static final InterviewId ID = new InterviewId(new UUID(7, 7));

    final DraftStore store;
    private final Questionnaire questionnaire;
    private final Background lane;
    private Optional<InterviewRecord> record = Optional.empty();
    private long seconds;

    InterviewBench(Questionnaire questionnaire, Background lane) {
        this(questionnaire, lane, InterviewMode.FACE_TO_FACE);
    }

    InterviewBench(Questionnaire questionnaire, Background lane, InterviewMode mode) {
        this.questionnaire = questionnaire;
        this.lane = lane;
        Survey survey = new Survey(new SurveyId("sipas-2024"), Text.of("SIPAS 2024", "SIPAS 2024"), questionnaire.id(),
                new Consent("1", Text.of("Lời mời", "Invitation"), List.of()), List.of(), List.of(), true);
        store = new DraftStore(survey, Bytes.of(new byte[0]), new InterviewEntry(ID, questionnaire.id(),
                new ListId("list-1"), 17, Optional.empty(), mode, InterviewState.IN_WORK, START,
                START, 0, 0, 0, Optional.empty(), Optional.empty()));
        store.apply(List.of(new Change.FactAppended(ID, new Fact.InterviewStarted(new Moment(START, 0), "vi",
                mode, "1", "test"), 0, 0)));
    }

    InterviewBench() {
        this(new SmallForm(), new ImmediateBackground());
    }

    /// Opens the interview from what the store holds, as after a start of the program.
    InterviewWork open() {
        Person person = new Person(new PersonId("p1"), "Điều tra viên 1 (tập dượt)", Role.ENUMERATOR,
                AreaKey.parse("271@2004-01-01"), "Huyện Ba Vì");
        Supplier<UUID> ids = () -> new UUID(1, 1);
        FieldWork field = new FieldWork(new Profile("p1", "device-1", person,
                new ServerAddress("localhost", 1, Bytes.of(new byte[16]))), store,
                new FieldWork.Surroundings(lane, this, ids, xform -> questionnaire, this, new VoucherFiles(), "test"));
        return field.resume(ID);
    }

    Optional<InterviewRecord> record() {
        return record;
    }

    /// Values set for a question, oldest first, as the store holds them.
    List<String> saved(Path path) {
        return store.facts(ID).stream().filter(fact -> fact instanceof Fact.AnswerSet set && set.path().equals(path))
                .map(fact -> ((Fact.AnswerSet) fact).value()).toList();
    }

    List<Fact> facts() {
        return store.facts(ID);
    }

    @Override
    public Bytes interview(InterviewRecord completed, Bytes questionnaire) {
        record = Optional.of(completed);
        return Bytes.of(new byte[0]);
    }

    @Override
    public Bytes contact(Contact contact) {
        throw new IllegalStateException("no contact here");
    }

    @Override
    public Bytes units(UnitsRecord record) {
        throw new IllegalStateException("no units here");
    }

    @Override
    public Instant now() {
        return START.plusSeconds(seconds++);
    }

    @Override
    public long monotonicNanos() {
        return seconds * 1_000_000_000;
    }

    @Override
    public ZoneId zone() {
        return HANOI;
    }
}
