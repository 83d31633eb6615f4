package vn.hoidan.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.carry.DownEnvelope;
import vn.hoidan.core.carry.UpEnvelope;
import vn.hoidan.core.index.IndexReport;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Forecast;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Rejoining;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.AsideCause;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Draft;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.MessageOrder;
import vn.hoidan.core.sync.OfficeMessage;
import vn.hoidan.core.sync.OfficePost;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.report.SyntheticReport;

/// Head offices in memory: two villages of Ba Vì for an enumerator, the board of six districts for a supervisor. The
/// first byte of a code's secret says who joins.
public final class PracticeOffice implements HeadOffices {
    public static final String ENUMERATOR = "Điều tra viên 1 (tập dượt)";
    public static final String SUPERVISOR = "Giám sát viên 1 (tập dượt)";
    public static final ListId FIRST = new ListId("practice.thon-1");
    public static final ListId SECOND = new ListId("practice.thon-2");
    /// Of interviews that nobody held.
    private static final IndexReport INDEX = SyntheticReport.of(20, 7);
    private static final LocalDate FROM = LocalDate.of(2024, 11, 1);
    static final AreaKey HANOI = new AreaKey("01", FROM);
    static final AreaKey BA_VI = new AreaKey("271", FROM);
    static final AreaKey COMMUNE = new AreaKey("09694", FROM);
    private static final Instant AT = Instant.parse("2024-11-02T00:12:00Z");

    private static final List<Board.Counted> COUNTED = List.of(
            new Board.Counted(12, new InterviewId(new UUID(0, 12)), ENUMERATOR, "Thôn 2 (tập dượt)", 9,
                    AT.minusSeconds(600)),
            new Board.Counted(11, new InterviewId(new UUID(0, 11)), ENUMERATOR, "Thôn 1 (tập dượt)", 4,
                    AT.minusSeconds(1_200)));

    /// What somebody who tries the way here is told instead of an answer.
    public Optional<Problem> refusal = Optional.empty();
    /// What this office says that the time is.
    public Optional<Instant> time = Optional.empty();
    private final List<UpRecord> taken = new ArrayList<>();
    private final List<QuotaDecision> decided = new ArrayList<>();
    private int target = 450;
    private boolean answersLost;

    /// Everything that came up, oldest first.
    public List<UpRecord> taken() {
        return List.copyOf(taken);
    }

    /// What supervisors decided, oldest first.
    public List<QuotaDecision> decided() {
        return List.copyOf(decided);
    }

    /// From now on decisions arrive and their answers do not, or do again.
    public void loseAnswers(boolean lost) {
        answersLost = lost;
    }

    /// Another target is taken; for a laptop and an interview it says that all is done, except that no unit is free.
    private QuotaDecision.Effect decide(QuotaDecision decision) {
        decided.add(decision);
        if (answersLost) {
            throw Problem.of(ProblemKind.CONNECTION_CUT).exception();
        }
        return switch (decision) {
            case QuotaDecision.Retarget next -> {
                target = next.target();
                yield QuotaDecision.Effect.DONE;
            }
            case QuotaDecision.LaptopLost _ -> QuotaDecision.Effect.DONE;
            case QuotaDecision.Rule rule -> rule.verdict() == QuotaDecision.Verdict.ACCEPT
                    ? QuotaDecision.Effect.NO_UNIT : QuotaDecision.Effect.DONE;
        };
    }

    /// A code for the supervisor or the enumerator.
    public static EnrolmentCode code(Role role) {
        byte[] secret = new byte[EnrolmentCode.SECRET_BYTES];
        secret[0] = (byte) role.ordinal();
        return new EnrolmentCode(secret, new byte[EnrolmentCode.FINGERPRINT_BYTES]);
    }

    /// Who enrols with the code of a role.
    public static Person person(Role role) {
        return switch (role) {
            case SUPERVISOR -> new Person(new PersonId("gsv-1"), SUPERVISOR, role, HANOI, "Thành phố Hà Nội");
            case ENUMERATOR -> new Person(new PersonId("dtv-1"), ENUMERATOR, role, BA_VI, "Huyện Ba Vì");
        };
    }

    @Override
    public Optional<Instant> reach(ServerAddress address) {
        refusal.ifPresent(problem -> {
            throw problem.exception();
        });
        return time;
    }

    @Override
    public Enrolled enrol(ServerAddress address, EnrolmentCode code, Bytes token) {
        if (code.secret()[0] == Role.SUPERVISOR.ordinal()) {
            return new Enrolled("device-s", 1, person(Role.SUPERVISOR),
                    Optional.of(spareKeys("device-s", 1)), Optional.empty());
        }
        if (code.secret()[0] == Role.ENUMERATOR.ordinal()) {
            return new Enrolled("device-e", 1, person(Role.ENUMERATOR),
                    Optional.of(spareKeys("device-e", 1)), Optional.empty());
        }
        throw Problem.of(ProblemKind.ENROLMENT_CODE_REFUSED).exception();
    }

    /// Knows a laptop again under the log after the one it has.
    @Override
    public Enrolled rejoin(ServerAddress address, EnrolmentCode code, Bytes token, Rejoining known) {
        Enrolled whose = enrol(address, code, token);
        if (!whose.device().equals(known.device())) {
            throw Problem.of(ProblemKind.CODE_OF_ANOTHER_PERSON, "name", known.person()).exception();
        }
        forgetful = false;
        return new Enrolled(whose.device(), known.incarnation() + 1, whose.person(), Optional.empty(),
                Optional.empty());
    }

    /// Records that this office could not use; those whose list was missing can be used by now.
    public final List<AsideRecord> aside = new ArrayList<>(List.of(
            new AsideRecord("device-e", 4, RecordType.INTERVIEW, ENUMERATOR, AsideCause.LIST),
            new AsideRecord("device-e", 9, RecordType.CONTACT, ENUMERATOR, AsideCause.HOUSEHOLD)));
    public final List<AsideRelease> releases = new ArrayList<>();
    public final List<OfficePost.Sent> sent = new ArrayList<>();

    /// Nobody's credentials are taken, as by an office that was restored, until a laptop rejoins.
    public volatile boolean forgetful;

    /// The one-time code that this office takes.
    public static final SpokenCode RESET_CODE = new SpokenCode(4711, SpokenCode.RESET_GROUPS);

    /// What it gives to a device in a turn.
    public static SpareKeys spareKeys(String device, int turn) {
        byte[] officeKey = new byte[SpareKeys.OFFICE_KEY_BYTES];
        officeKey[0] = 9;
        return new SpareKeys(Bytes.of(officeKey), turn,
                new SpokenCode(1_000_003L * turn + (device.hashCode() & 0xffff), SpokenCode.RECOVERY_GROUPS));
    }

    @Override
    public SpokenCode reset(ServerAddress address, String device, int turn, SpokenCode code) {
        if (!code.equals(RESET_CODE)) {
            throw Problem.of(ProblemKind.RESET_CODE_REFUSED).exception();
        }
        return spareKeys(device, turn).code();
    }

    @Override
    public HeadOffice at(ServerAddress address, DeviceCredentials credentials) {
        return new Door(credentials);
    }

    /// This office as one device sees it.
    private final class Door implements HeadOffice {
        private final DeviceCredentials credentials;
        private final boolean enumerator;

        Door(DeviceCredentials credentials) {
            this.credentials = credentials;
            this.enumerator = credentials.device().equals("device-e");
        }

        @Override
        public SyncReply sync(SyncRequest request) {
            if (forgetful) {
                throw Problem.of(ProblemKind.CREDENTIALS_REFUSED).exception();
            }
            taken.addAll(request.records());
            LogPosition position = request.records().isEmpty() ? last(taken) : last(request.records());
            List<DownEntry> items = request.cursor() > 0 ? List.of() : items(enumerator);
            return new SyncReply(1, OwnLog.FIRST, position, LogPosition.START, items, false, quota(), AT);
        }

        @Override
        public Draft draft(InterviewId interview) {
            throw new AssertionError("nothing comes back here");
        }

        @Override
        public AttachmentState attachment(AttachmentPiece piece) {
            return new AttachmentState(piece.hash(), piece.size(), AttachmentState.Stage.STORED);
        }

        @Override
        public DownEnvelope carried(UpEnvelope envelope) {
            throw Problem.of(ProblemKind.CARRIED_NOT_GENUINE, "reason", "test").exception();
        }

        @Override
        public Bytes questionnaire(QuestionnaireId id) {
            return Bytes.of(new byte[] {1});
        }

        @Override
        public Board board() {
            Board board = PracticeOffice.board();
            return new Board(board.surveyName(), board.at(), board.rows(), cells(target), board.devices(),
                    board.awaited());
        }

        @Override
        public QuotaDecision.Effect decide(QuotaDecision decision) {
            return PracticeOffice.this.decide(decision);
        }

        @Override
        public List<Board.Counted> counted(CellKey cell, long before) {
            return before == Board.Counted.NEWEST ? COUNTED : List.of();
        }

        @Override
        public List<AsideRecord> aside() {
            return List.copyOf(aside);
        }

        @Override
        public AsideOutcome release(AsideRelease asked) {
            releases.add(asked);
            return aside.removeIf(each -> each.cause() == AsideCause.LIST && each.number() == asked.number())
                    ? AsideOutcome.TAKEN_IN : AsideOutcome.STILL_ASIDE;
        }

        @Override
        public OfficePost post() {
            return new OfficePost(List.of(new OfficePost.Recipient(new PersonId("dtv-1"), "A")), List.copyOf(sent));
        }

        @Override
        public OfficePost send(MessageOrder order) {
            sent.add(new OfficePost.Sent(new OfficeMessage(order.id(), Samples.MORNING, "S", order.text()),
                    List.of(new OfficePost.Delivery("A", Optional.empty()))));
            return post();
        }

        @Override
        public Optional<IndexReport> index() {
            return Optional.of(INDEX);
        }

        @Override
        public SpareKeys spareKeys(int turn) {
            return PracticeOffice.spareKeys(credentials.device(), turn);
        }
    }

    private static LogPosition last(List<UpRecord> records) {
        return records.isEmpty() ? LogPosition.START : records.getLast().position();
    }

    private static List<DownEntry> items(boolean enumerator) {
        List<DownEntry> items = new ArrayList<>();
        items.add(new DownEntry(1, new DownItem.SurveyAssigned(survey())));
        if (enumerator) {
            items.add(new DownEntry(2,
                    new DownItem.ListAssigned(list(FIRST, "Thôn 1 (tập dượt)", 75, 250), lease(1, 75))));
            items.add(new DownEntry(3,
                    new DownItem.ListAssigned(list(SECOND, "Thôn 2 (tập dượt)", 2, 5), lease(2, 2))));
        }
        return items;
    }

    static AreaKey village(int number) {
        return new AreaKey("09694-0" + number, FROM);
    }

    private static SampleList list(ListId id, String name, int target, int all) {
        List<Household> households = new ArrayList<>();
        for (int number = 1; number <= all; number++) {
            households.add(new Household(number, "Hộ %03d".formatted(number),
                    "ngõ " + (1 + number % 9) + ", nhà số " + number + " (tập dượt)"));
        }
        return new SampleList(id, village(id.equals(FIRST) ? 1 : 2), name + ", xã Tản Lĩnh", target, households);
    }

    private static Lease lease(int number, int units) {
        return new Lease(new LeaseId("1-" + number), List.of(CellKey.of(AreaLevel.VILLAGE, village(number)),
                CellKey.of(AreaLevel.COMMUNE, COMMUNE), CellKey.of(AreaLevel.DISTRICT, BA_VI)), units, AT,
                AT.plusSeconds(7 * 86_400));
    }

    private static QuotaSnapshot quota() {
        return new QuotaSnapshot(AT, List.of(new CellCount(CellKey.of(AreaLevel.DISTRICT, BA_VI), 450, 150, 0, 77),
                new CellCount(CellKey.of(AreaLevel.VILLAGE, village(1)), 75, 41, 0, 34)), List.of(), List.of());
    }

    public static Survey survey() {
        return PracticeSurvey.survey();
    }

    /// Six districts with two communes each.
    public static Board board() {
        List<Board.Row> rows = new ArrayList<>();
        String[] names = {"Quận Hoàn Kiếm", "Quận Đống Đa", "Huyện Đông Anh", "Thị xã Sơn Tây", "Huyện Ba Vì",
            "Huyện Quốc Oai"};
        String[] codes = {"002", "006", "017", "269", "271", "275"};
        int[] accepted = {450, 301, 260, 190, 111, 0};
        for (int index = 0; index < names.length; index++) {
            int half = accepted[index] / 2;
            int leased = Math.min(96, 450 - accepted[index]);
            rows.add(new Board.Row(new AreaKey(codes[index], FROM), AreaLevel.DISTRICT, names[index], 450,
                    accepted[index], index == 3 ? 2 : 0, 4, leased, List.of(
                    commune(index, 1, half, leased), commune(index, 2, accepted[index] - half, 0))));
        }
        return new Board("SIPAS 2024 · Hà Nội", AT, rows, List.of(), List.of(
                new Board.Device(ENUMERATOR, "Huyện Ba Vì", Optional.of(AT), 111, 3, Optional.of("dtv-1")),
                new Board.Device("Điều tra viên 2 (tập dượt)", "Huyện Quốc Oai", Optional.empty(), 0, 0,
                        Optional.of("dtv-2")),
                new Board.Device("Điều tra viên 3 (tập dượt)", "Quận Đống Đa",
                        Optional.of(AT.minusSeconds(4 * 86_400)), 301, 1, Optional.of("dtv-3"))), List.of(
                new Board.Awaited("Điều tra viên 3 (tập dượt)", "may-quan-6", false, 2, 3,
                        AT.minusSeconds(3 * 86_400)),
                new Board.Awaited(ENUMERATOR, "may-cu", true, 1, 1, AT.minusSeconds(86_400))));
    }

    /// Ba Vì, with one who has units, one interview that waits for a unit and one of a household that counted.
    private static List<Board.Cell> cells(int target) {
        CellKey cell = CellKey.of(AreaLevel.DISTRICT, BA_VI);
        return List.of(new Board.Cell(new CellCount(cell, target, 111, 2, 96), BA_VI, "Huyện Ba Vì",
                AnswerFilter.EVERYBODY, 3,
                List.of(new Board.Holding(ENUMERATOR, 96, AT.plusSeconds(3 * 86_400))),
                List.of(new Board.Waiting(new InterviewId(new UUID(0, 1)), ENUMERATOR, PendingReason.LEASE_FENCED,
                                AT.minusSeconds(7_200)),
                        new Board.Waiting(new InterviewId(new UUID(0, 2)), ENUMERATOR,
                                PendingReason.HOUSEHOLD_COUNTED, AT.minusSeconds(3_600))),
                List.of(new Board.Share(ENUMERATOR, "Điều tra viên 2 (tập dượt)", AnswerFilter.EVERYBODY, 4)),
                Optional.of(new Forecast(AT.plusSeconds(10 * 86_400), AT.plusSeconds(14 * 86_400),
                        AT.plusSeconds(20 * 86_400)))));
    }

    private static Board.Row commune(int district, int number, int accepted, int leased) {
        Board.Row village = new Board.Row(new AreaKey("V" + district + number, FROM), AreaLevel.VILLAGE,
                "Thôn 1 (tập dượt)", 75, Math.min(75, accepted), 0, 1, 0, List.of());
        return new Board.Row(new AreaKey("C" + district + number, FROM), AreaLevel.COMMUNE,
                "Xã số " + number + " (tập dượt)", 225, accepted, 0, 2, leased, List.of(village));
    }
}
