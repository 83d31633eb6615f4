package vn.hoidan.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.form.XForms;
import vn.hoidan.server.app.BackupDesk;
import vn.hoidan.server.app.BoardDesk;
import vn.hoidan.server.app.EnrolmentDesk;
import vn.hoidan.server.app.QuestionnaireDesk;
import vn.hoidan.server.app.StaffDesk;
import vn.hoidan.server.app.SurveySetup;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.server.app.intake.IntakeDesk;
import vn.hoidan.server.app.intake.MessageDesk;
import vn.hoidan.server.app.quota.ListDesk;
import vn.hoidan.server.app.quota.PlaceDesk;
import vn.hoidan.server.app.quota.QuotaDesk;
import vn.hoidan.server.store.AttachmentCopyFolder;
import vn.hoidan.server.store.KeptRecords;
import vn.hoidan.vault.RecordKeys;
import vn.hoidan.vault.Signatures;

/// The office's use cases on a real database with a clock that tests move.
public final class TestOffice implements AutoCloseable {

    public static final Bytes FINGERPRINT = Bytes.of(new byte[32]);

    public static final QuotaDesk.Decision DECISION =
            new QuotaDesk.Decision("giám sát viên 1", "theo công văn");

    private final Random random = new Random(7);
    private Instant now = Instant.parse("2024-11-04T01:00:00Z");
    private final InstantSource clock = () -> now;
    private final CentralStore store;
    private final Path folder;
    private final RecordKeys keys;
    private final SurveySetup surveys;
    private final StaffDesk staff;
    private final ListDesk lists;
    private final PlaceDesk places;
    private final EnrolmentDesk enrolment;
    private final IntakeDesk intake;
    private int laptops;

    public TestOffice(Path folder) {
        this.folder = folder;
        keys = RecordKeys.openOrCreate(folder.resolve("identity"));
        store = TestPlaces.at(folder.resolve("office.db")).open();
        surveys = new SurveySetup(store, clock);
        staff = new StaffDesk(store, clock, random, FINGERPRINT);
        lists = new ListDesk(store, clock, random);
        places = new PlaceDesk(store, clock);
        enrolment = new EnrolmentDesk(store, lists, places, clock, random);
        intake = new IntakeDesk(store, checks(), lists, places, clock, random);
    }

    public static TestOffice withSurvey(Path folder) {
        TestOffice office = new TestOffice(folder);
        office.surveys.create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        return office;
    }

    /// The same survey without drawn lists.
    public static TestOffice withFreeQuotas(Path folder) {
        TestOffice office = new TestOffice(folder);
        office.surveys.create(SmallSurvey.free(), SmallSurvey.xform(), List.of());
        return office;
    }

    /// An enrolled laptop that can sync with this office.
    public final class Enrolled {

        private final Person person;
        private final String device;
        private final Bytes token;
        private final FieldLaptop laptop;

        private Enrolled(Person person, String device, Bytes token, FieldLaptop laptop) {
            this.person = person;
            this.device = device;
            this.token = token;
            this.laptop = laptop;
        }

        public SyncReply sync() {
            return laptop.sync(request -> intake.sync(device, request));
        }

        /// A round in which units go back and new ones are asked for.
        public void turn() {
            laptop.turn(request -> intake.sync(device, request));
        }

        public Person person() {
            return person;
        }

        public String device() {
            return device;
        }

        public Bytes token() {
            return token;
        }

        public FieldLaptop laptop() {
            return laptop;
        }
    }

    public Person enumerator() {
        return staff.add(SmallSurvey.ID, "Điều tra viên (tập dượt)", Role.ENUMERATOR, SmallSurvey.DISTRICT);
    }

    public Person supervisor() {
        return staff.add(SmallSurvey.ID, "Giám sát viên (tập dượt)", Role.SUPERVISOR, "01");
    }

    public Enrolled enrol(Person person) {
        EnrolmentCode code = staff.issueCode(person.id());
        byte[] token = new byte[32];
        random.nextBytes(token);
        Bytes own = Bytes.of(token);
        String device = enrolment.enrol(Bytes.of(code.secret()), Sha256.of(own), "Máy thử").device();
        return new Enrolled(person, device, own, new FieldLaptop(++laptops));
    }

    /// An enumerator's laptop that holds these lists and knows it.
    public Enrolled holding(String... villages) {
        Person person = enumerator();
        for (String village : villages) {
            lists.assign(SmallSurvey.list(village), person.id());
        }
        Enrolled enrolled = enrol(person);
        enrolled.sync();
        return enrolled;
    }

    /// An enumerator who works in the first district, with a laptop that knows it; without units.
    public Enrolled working() {
        Person person = enumerator();
        places.assign(person.id(), SmallSurvey.DISTRICT, DECISION);
        Enrolled enrolled = enrol(person);
        enrolled.laptop.signs(enrolled.device);
        enrolled.sync();
        return enrolled;
    }

    public List<ListId> heldBy(Person person) {
        return lists.lists(SmallSurvey.ID).stream()
                .filter(list -> list.holder().filter(person.id()::equals).isPresent())
                .map(list -> list.id()).toList();
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public Instant now() {
        return now;
    }

    public CentralStore store() {
        return store;
    }

    public SurveySetup surveys() {
        return surveys;
    }

    public StaffDesk staff() {
        return staff;
    }

    public ListDesk lists() {
        return lists;
    }

    public PlaceDesk places() {
        return places;
    }

    public QuotaDesk quotas() {
        return new QuotaDesk(store, reader(), lists, clock, random);
    }

    public MessageDesk messages() {
        return new MessageDesk(store, clock, () -> new UUID(random.nextLong(), random.nextLong()));
    }

    public EnrolmentDesk enrolment() {
        return enrolment;
    }

    public IntakeDesk intake() {
        return intake;
    }

    public BoardDesk board() {
        return new BoardDesk(store, clock);
    }

    public QuestionnaireDesk questionnaires() {
        return new QuestionnaireDesk(store, stored -> new XForms().load(stored), clock);
    }

    public BackupDesk backup() {
        return new BackupDesk(store, TestPlaces.at(folder.resolve("office.db"))
                .backups(folder.resolve("copies"), clock), new AttachmentCopyFolder(folder.resolve("attachments"),
                folder.resolve("copies").resolve("attachments")));
    }

    public IntakeDesk.Checks checks() {
        return new IntakeDesk.Checks(reader(), Signatures::verify, keys::current);
    }

    public RecordReader reader() {
        return new KeptRecords(keys);
    }

    public RecordKeys keys() {
        return keys;
    }

    @Override
    public void close() {
        store.close();
    }
}
