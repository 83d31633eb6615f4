package vn.hoidan.client.ui.keying;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.RecordEncoder;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.store.VoucherFiles;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.PaperSheet;
import vn.hoidan.core.interview.SecondKeyingSample;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.form.XForms;
import vn.hoidan.form.pack.SurveyPacks;
import vn.hoidan.form.xlsform.Compilation;
import vn.hoidan.form.xlsform.SheetFolder;
import vn.hoidan.form.xlsform.XlsFormCompiler;
import vn.hoidan.form.xlsform.XlsFormSheets;
import vn.hoidan.support.MemoryFieldStore;
import vn.hoidan.support.Samples;

/// A person's laptop with a pile of paper forms: real use cases and the real engine over a store in memory.
final class PaperBench implements RecordEncoder, DeviceClock {
    static final PaperSheet SHEET = new PaperSheet("017", LocalDate.of(2024, 10, 30));
    private static final int HOUSEHOLDS = 40;
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    final MemoryFieldStore store = new MemoryFieldStore();
    final List<InterviewRecord> records = new ArrayList<>();
    private final Questionnaire questionnaire;
    private final Background lane;
    private long ids;
    private boolean chosenOnly = true;
    private long seconds;

    PaperBench(Questionnaire questionnaire, Background lane) {
        this.questionnaire = questionnaire;
        this.lane = lane;
        List<Household> households = new ArrayList<>();
        for (int number = 1; number <= HOUSEHOLDS; number++) {
            households.add(new Household(number, "Hộ " + number, "ngõ " + number + " (tập dượt)"));
        }
        SampleList list = new SampleList(Samples.LIST, Samples.list().village(), "Thôn 1 (tập dượt)", HOUSEHOLDS,
                households);
        store.apply(List.of(new Change.SurveyReceived(Samples.survey()),
                new Change.QuestionnaireReceived(Samples.survey().questionnaire(), Samples.bytes(1, 1)),
                new Change.ListReceived(list, Samples.lease())));
    }

    /// The form of this room's tests: every kind of question that paper can have.
    static Questionnaire form() {
        XlsFormSheets sheets = XlsFormSheets.fromCsv(SheetFolder.onClassPath("/vn/hoidan/client/ui/keying/form"));
        return switch (XlsFormCompiler.compile(sheets)) {
            case Compilation.Compiled compiled -> new XForms("vi").load(compiled.xform());
            case Compilation.Refused refused -> throw new AssertionError("the form does not compile: " + refused);
        };
    }

    static Questionnaire sipas() {
        return new XForms("vi").load(SurveyPacks.builtIn(SurveyPacks.SIPAS).xform());
    }

    FieldWork field() {
        return new FieldWork(new Profile("p1", "device-1", Samples.enumerator(),
                new ServerAddress("localhost", 1, Bytes.of(new byte[16]))), store,
                new FieldWork.Surroundings(lane, this, this::nextId, _ -> questionnaire, this,
                        new VoucherFiles(), "test"));
    }

    /// From now on no form but the person's first is chosen to be keyed twice.
    PaperBench unchosen() {
        chosenOnly = false;
        return this;
    }

    private UUID nextId() {
        UUID id;
        do {
            id = new UUID(7, ++ids);
        } while (SecondKeyingSample.chooses("hanoi-2024 dtv-1", new InterviewId(id), 1) != chosenOnly);
        return id;
    }

    /// Takes up the paper form of a household.
    InterviewWork begin(int household) {
        return begin(household, SHEET);
    }

    InterviewWork begin(int household, PaperSheet sheet) {
        return switch (field().startPaper(Samples.LIST, household, sheet, "vi")) {
            case Starting.Started started -> started.interview();
            case Starting.Refused refused -> throw new AssertionError(refused.problem().toString());
        };
    }

    /// Opens an interview from what the store holds, as after a start of the program.
    InterviewWork open(InterviewId id) {
        return field().resume(id);
    }

    List<Fact> facts(InterviewId id) {
        return store.facts(id);
    }

    /// Values set for a question in the first keying, oldest first, as the store holds them.
    List<String> saved(InterviewId id, Path path) {
        return facts(id).stream().filter(fact -> fact instanceof Fact.AnswerSet set && set.path().equals(path))
                .map(fact -> ((Fact.AnswerSet) fact).value()).toList();
    }

    @Override
    public Bytes interview(InterviewRecord completed, Bytes questionnaire) {
        records.add(completed);
        return Bytes.of(new byte[] {1});
    }

    @Override
    public Bytes contact(Contact contact) {
        return Bytes.of(new byte[] {2});
    }

    @Override
    public Bytes units(UnitsRecord record) {
        throw new IllegalStateException("no units here");
    }

    @Override
    public Instant now() {
        return Samples.MORNING.plusSeconds(seconds++);
    }

    @Override
    public long monotonicNanos() {
        return seconds++ * NANOS_PER_SECOND;
    }

    @Override
    public ZoneId zone() {
        return HANOI;
    }
}
