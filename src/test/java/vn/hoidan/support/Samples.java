package vn.hoidan.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.interview.AnswerTiming;
import vn.hoidan.core.interview.Course;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.KeyingRuling;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.core.interview.PaperForm;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.core.interview.PaperSheet;
import vn.hoidan.core.interview.QualityFlag;
import vn.hoidan.core.interview.Remarks;
import vn.hoidan.core.interview.SecondKeyer;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Forecast;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.QuotaSnapshot;
import vn.hoidan.core.sampling.Contact;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Consent;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.Mate;

/// Small values of every kind for tests: one survey, one village, one person.
public final class Samples {
    public static final Instant MORNING = Instant.parse("2024-11-02T00:30:00Z");
    public static final AreaKey PROVINCE = new AreaKey("01", LocalDate.of(2004, 1, 1));
    public static final AreaKey BA_VI = new AreaKey("271", LocalDate.of(2004, 1, 1));
    public static final AreaKey COMMUNE = new AreaKey("09691", LocalDate.of(2004, 1, 1));
    public static final AreaKey VILLAGE = new AreaKey("09691-01", LocalDate.of(2024, 11, 1));
    public static final QuestionnaireId QUESTIONNAIRE = new QuestionnaireId("sha256:" + "ab".repeat(32));
    public static final ListId LIST = new ListId("hanoi-2024.09691-01");
    public static final LeaseId LEASE = new LeaseId("1-42");

    private Samples() {
    }

    public static Moment moment(long seconds) {
        return new Moment(MORNING.plusSeconds(seconds), seconds * 1_000_000_000L);
    }

    public static InterviewId interviewId(int number) {
        return new InterviewId(new UUID(0x1234_5678_9abc_4defL, 0x8000_0000_0000_0000L + number));
    }

    public static Person enumerator() {
        return new Person(new PersonId("dtv-1"), "Điều tra viên 1 (tập dượt)", Role.ENUMERATOR, BA_VI, "Huyện Ba Vì");
    }

    public static Survey survey() {
        List<Area> areas = List.of(
                new Area(PROVINCE, AreaLevel.PROVINCE, "Thành phố", "Hà Nội", Optional.empty(), Optional.empty()),
                new Area(BA_VI, AreaLevel.DISTRICT, "Huyện", "Ba Vì", Optional.of(PROVINCE),
                        Optional.of(LocalDate.of(2025, 6, 30))),
                new Area(COMMUNE, AreaLevel.COMMUNE, "Xã", "Tản Lĩnh", Optional.of(BA_VI), Optional.empty()),
                new Area(VILLAGE, AreaLevel.VILLAGE, "", "Thôn 1 (tập dượt)", Optional.of(COMMUNE), Optional.empty()));
        Consent consent = new Consent("2024-1", Text.of("Ông/bà có đồng ý trả lời không?", "Do you agree to answer?"),
                List.of(new Consent.RefusalReason("busy", Text.of("Bận", "Busy"))));
        return new Survey(new SurveyId("hanoi-2024"), Text.of("SIPAS 2024 Hà Nội", "SIPAS 2024 Hanoi"), QUESTIONNAIRE,
                consent, areas, List.of(new Constraint(AreaLevel.DISTRICT, BA_VI, 450),
                        new Constraint(AreaLevel.VILLAGE, VILLAGE, 75)), true);
    }

    public static SampleList list() {
        return new SampleList(LIST, VILLAGE, "Thôn 1 (tập dượt), xã Tản Lĩnh", 2,
                List.of(new Household(17, "Hộ 017", "ngõ 3, số nhà 12 (tập dượt)"),
                        new Household(4, "Hộ 004", "đầu ngõ 1 (tập dượt)"),
                        new Household(230, "Hộ 230", "cạnh \"nhà văn hóa\"\t(tập dượt)")));
    }

    public static Lease lease() {
        return new Lease(LEASE, List.of(CellKey.of(AreaLevel.VILLAGE, VILLAGE), CellKey.of(AreaLevel.DISTRICT, BA_VI)),
                75, MORNING, MORNING.plusSeconds(7 * 86_400));
    }

    public static QuotaSnapshot quota() {
        return new QuotaSnapshot(MORNING, List.of(
                new CellCount(CellKey.of(AreaLevel.DISTRICT, BA_VI), 450, 231, 2, 96),
                new CellCount(CellKey.of(AreaLevel.VILLAGE, VILLAGE), 75, 41, 0, 34)), List.of(),
                List.of(new MateUnits("d-2", MORNING, 6.5, MORNING.plusSeconds(2 * 86_400),
                        List.of(new MateUnits.Units(List.of(CellKey.of(AreaLevel.DISTRICT, BA_VI)), 9)))));
    }

    public static Board board() {
        Board.Row village = new Board.Row(VILLAGE, AreaLevel.VILLAGE, "Thôn 1 (tập dượt)", 75, 41, 0, 2, 34, List.of());
        Board.Row commune = new Board.Row(COMMUNE, AreaLevel.COMMUNE, "Xã Tản Lĩnh", 150, 41, 0, 2, 34,
                List.of(village));
        Board.Row district = new Board.Row(BA_VI, AreaLevel.DISTRICT, "Huyện Ba Vì", 450, 231, 2, 5, 96,
                List.of(commune));
        Board.Cell cell = new Board.Cell(new CellCount(CellKey.of(AreaLevel.DISTRICT, BA_VI), 450, 231, 2, 96), BA_VI,
                "Huyện Ba Vì", AnswerFilter.EVERYBODY, 1,
                List.of(new Board.Holding("Điều tra viên 1 (tập dượt)", 96, MORNING.plusSeconds(600_000))),
                List.of(new Board.Waiting(interviewId(7), "Điều tra viên 2 (tập dượt)", PendingReason.LEASE_FENCED,
                        MORNING)), List.of(new Board.Share("Điều tra viên 1 (tập dượt)",
                        "Điều tra viên 2 (tập dượt)", AnswerFilter.EVERYBODY, 4)),
                Optional.of(new Forecast(MORNING.plusSeconds(1_400_000),
                        MORNING.plusSeconds(1_650_000), MORNING.plusSeconds(1_950_000))));
        return new Board("SIPAS 2024 Hà Nội", MORNING, List.of(district), List.of(cell), List.of(
                new Board.Device("Điều tra viên 1 (tập dượt)", "Huyện Ba Vì", Optional.of(MORNING), 41, 2,
                        Optional.of("p-1")),
                new Board.Device("Điều tra viên 2 (tập dượt)", "Huyện Ba Vì", Optional.empty(), 0, 0,
                        Optional.empty())), List.of(new Board.Awaited("Điều tra viên 1 (tập dượt)", "may-1", true, 2, 3,
                        MORNING)));
    }

    public static Contact contact() {
        return new Contact(LIST, 17, 2, Outcome.APPOINTMENT, "", MORNING, Optional.of(MORNING.plusSeconds(7_200)));
    }

    /// One fact of each kind that happens in an interview held in the field.
    public static List<Fact> facts() {
        Path q1 = new Path("/data/q9/q9_01");
        return List.of(new Fact.InterviewStarted(moment(0), "vi", InterviewMode.FACE_TO_FACE, "2024-1", "0.1.0"),
                new Fact.AnswerSet(moment(3), q1, "4"), new Fact.AnswerRefused(moment(4), new Path("/data/age")),
                new Fact.AnswerCleared(moment(5), q1), new Fact.LanguageChanged(moment(6), "en"),
                new Fact.RepeatAdded(moment(7), new Path("/data/member")),
                new Fact.RepeatRemoved(moment(8), new Path("/data/member[1]")),
                new Fact.Paused(moment(9), q1, 2), new Fact.Resumed(moment(600)),
                new Fact.AnswerSet(moment(602), new Path("/data/other"), "đường làng \"xấu\", ổ gà\n=1+1"),
                new Fact.BrokenOff(moment(603), "no-time"), new Fact.Completed(moment(604), 1),
                new Fact.CommentSet(moment(605), q1, "do dự lâu"),
                new Fact.AnswerSet(moment(606), q1, "2", AnswerManner.ALONE));
    }

    /// One fact of each kind that keying from paper adds.
    public static List<Fact> paperFacts() {
        Path q1 = new Path("/data/q9/q9_01");
        Path q2 = new Path("/data/q9/q9_02");
        return List.of(new Fact.Paper.Taken(moment(0), new PaperSheet("017/A", LocalDate.of(2024, 10, 30))),
                new Fact.Paper.Marked(moment(2), q1, PaperMark.LEFT_BLANK),
                new Fact.Paper.Noted(moment(3), q2, "đánh dấu hai ô"),
                new Fact.Paper.SecondBegun(moment(9), SecondKeyer.OTHER_PERSON),
                new Fact.Paper.KeyedAgain(new Fact.AnswerSet(moment(10), q1, "4")),
                new Fact.Paper.KeyedAgain(new Fact.Paper.Marked(moment(11), q2, PaperMark.UNUSABLE)),
                new Fact.Paper.Compared(moment(20), 88, List.of(q1, q2)),
                new Fact.Paper.Ruled(moment(21), q1, KeyingRuling.SECOND, new Keyed.Value("4")),
                new Fact.Paper.Ruled(moment(22), q2, KeyingRuling.FIRST, new Keyed.Marked(PaperMark.UNUSABLE)),
                new Fact.Paper.Ruled(moment(23), new Path("/data/other"), KeyingRuling.THIRD, new Keyed.Nothing()));
    }

    /// An interview keyed twice from paper.
    public static InterviewRecord paperRecord(InterviewId id) {
        InterviewRecord held = interviewRecord(id);
        Path open = new Path("/data/q9/q9_03");
        Path second = new Path("/data/q9/q9_02");
        PaperForm paper = new PaperForm(new PaperSheet("017/A", LocalDate.of(2024, 10, 30)),
                Map.of(open, PaperMark.LEFT_BLANK, new Path("/data/q9/q9_04"), PaperMark.UNUSABLE),
                Map.of(open, "ghi bên lề: không biết"), Optional.of(new PaperForm.SecondKeying(
                        SecondKeyer.SAME_PERSON, 88, List.of(second, open), Map.of(second, KeyingRuling.FIRST))));
        return new InterviewRecord(held.id(), held.survey(), held.questionnaire(), held.list(), held.household(),
                held.lease(), Optional.empty(), InterviewMode.PAPER, held.language(), held.consentVersion(),
                held.applicationVersion(),
                held.startedAt(), held.completedAt(), held.activeMillis(), held.changes(), held.answers(),
                held.timings(), Optional.of(paper), List.of(), Remarks.NONE, Optional.empty());
    }

    public static InterviewRecord interviewRecord(InterviewId id) {
        Map<Path, String> answers = new LinkedHashMap<>();
        answers.put(new Path("/data/q9/q9_02"), "5");
        answers.put(new Path("/data/q9/q9_01"), "4");
        answers.put(new Path("/data/other"), "đường làng \"xấu\", ổ gà\n=1+1");
        return new InterviewRecord(id, new SurveyId("hanoi-2024"), QUESTIONNAIRE, LIST, 17, Optional.of(LEASE),
                Optional.empty(),
                InterviewMode.FACE_TO_FACE, "vi", "2024-1", "0.1.0", MORNING, MORNING.plusSeconds(1_860), 1_260_500, 3,
                answers, List.of(new AnswerTiming(new Path("/data/q9/q9_01"), 3_000),
                        new AnswerTiming(new Path("/data/q9/gone"), 4_100),
                        new AnswerTiming(new Path("/data/other"), 9_000)), Optional.empty(), flags(), remarks(),
                Optional.of(new Course(4, 2, 540_000, 1)));
    }

    /// A comment on a question that is asked and on one that is not any more; one answer of each manner.
    public static Remarks remarks() {
        return new Remarks(List.of(new Remarks.Comment(new Path("/data/q9/q9_01"), "do dự lâu", true),
                new Remarks.Comment(new Path("/data/q9/gone"), "=đổi ý", false)),
                List.of(new Path("/data/q9/q9_02")), List.of(new Path("/data/other")));
    }

    /// One of each kind.
    public static List<QualityFlag> flags() {
        return List.of(new QualityFlag.TooFast(60_000, 90_000),
                new QualityFlag.StraightLine(new Path("/data/q9"), 10, 10),
                new QualityFlag.SameAnswers(interviewId(3), 92), new QualityFlag.OddHour(23),
                new QualityFlag.ClockJumped(2, Duration.ofHours(-3)), new QualityFlag.ManyBackSteps(60, 100),
                new QualityFlag.LongPause(1, Duration.ofHours(30)), new QualityFlag.FactsLost(4),
                new QualityFlag.StaleUnit(Duration.ofHours(5)));
    }

    public static Bytes bytes(int length, int seed) {
        byte[] content = new byte[length];
        for (int index = 0; index < length; index++) {
            content[index] = (byte) (index * 31 + seed);
        }
        return Bytes.of(content);
    }

    /// A colleague's laptop.
    public static Mate mate(String device, boolean revoked) {
        return new Mate(device, new PersonId("p-" + device), "Điều tra viên " + device + " (tập dượt)",
                bytes(Mate.KEY_BYTES, device.hashCode()), revoked);
    }
}
