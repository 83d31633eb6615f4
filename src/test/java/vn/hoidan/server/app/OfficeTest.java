package vn.hoidan.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.DraftCount;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.Backups;
import vn.hoidan.server.app.book.Logs;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.wire.RecordBodies;

@BesideOthers
class OfficeTest {

    private static final ListId LIST = SmallSurvey.list("27100-1");

    @TempDir
    private Path folder;
    private TestOffice office;

    @BeforeEach
    void open() {
        office = TestOffice.withSurvey(folder);
    }

    @AfterEach
    void check() {
        office.close();
        LedgerCheck.holds(folder.resolve("office.db"));
    }

    @Test
    void refusesASecondSurveyUnderTheSameName() {
        assertProblem(ProblemKind.SURVEY_EXISTS, () -> office.surveys().create(SmallSurvey.survey(),
                SmallSurvey.xform(), SmallSurvey.lists()));
    }

    @Test
    void deliversSurveyAndListsAtEnrolmentWhenTheyWereAssignedBefore() {
        TestOffice.Enrolled laptop = office.holding("27100-1", "27100-2");
        assertEquals(SmallSurvey.survey(), ((DownItem.SurveyAssigned) laptop.laptop().told().getFirst()).survey());
        assertEquals(3, laptop.laptop().lease(LIST).orElseThrow().units());
        // the district has five units for its two villages
        assertEquals(2, laptop.laptop().lease(SmallSurvey.list("27100-2")).orElseThrow().units());
    }

    @Test
    void refusesToAssignAListThatAnotherPersonHolds() {
        Person first = office.enumerator();
        office.lists().assign(LIST, first.id());
        office.lists().assign(LIST, first.id());
        assertProblem(ProblemKind.LIST_TAKEN, () -> office.lists().assign(LIST, office.enumerator().id()));
        assertEquals(List.of(LIST), office.heldBy(first));
    }

    @Test
    void refusesAListForASupervisorAndWhatDoesNotExist() {
        Person supervisor = office.supervisor();
        assertProblem(ProblemKind.NOT_ALLOWED, () -> office.lists().assign(LIST, supervisor.id()));
        assertProblem(ProblemKind.LIST_UNKNOWN, () -> office.lists().assign(new ListId("x"), supervisor.id()));
        assertProblem(ProblemKind.LIST_UNKNOWN, () -> office.lists().withdraw(new ListId("x")));
        assertProblem(ProblemKind.AREA_UNKNOWN, () -> office.staff().add(SmallSurvey.ID, "Một người",
                Role.ENUMERATOR, "999"));
    }

    @Test
    void usesAnEnrolmentCodeOnceAndGivesTheSameAnswerToTheSameLaptop() {
        Person person = office.enumerator();
        EnrolmentCode code = office.staff().issueCode(person.id());
        Bytes secret = Bytes.of(code.secret());
        Bytes token = Sha256.of(Bytes.of(new byte[] {1}));
        EnrolmentDesk.Enrolled first = office.enrolment().enrol(secret, token, "Máy 1");
        office.pass(StaffDesk.CODE_LIFE.plusDays(1));
        assertEquals(first, office.enrolment().enrol(secret, token, "Máy 1"));
        assertProblem(ProblemKind.ENROLMENT_CODE_REFUSED,
                () -> office.enrolment().enrol(secret, Sha256.of(Bytes.of(new byte[] {2})), "Máy 2"));
    }

    @Test
    void refusesAnExpiredAndAnInventedCode() {
        EnrolmentCode code = office.staff().issueCode(office.enumerator().id());
        office.pass(StaffDesk.CODE_LIFE);
        assertProblem(ProblemKind.ENROLMENT_CODE_REFUSED,
                () -> office.enrolment().enrol(Bytes.of(code.secret()), TestOffice.FINGERPRINT, ""));
        assertProblem(ProblemKind.ENROLMENT_CODE_REFUSED,
                () -> office.enrolment().enrol(Bytes.of(new byte[10]), TestOffice.FINGERPRINT, ""));
    }

    @Test
    void countsAnInterviewOnceHoweverOftenItIsSent() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        laptop.laptop().interview(LIST, 1);
        SyncRequest request = laptop.laptop().request();
        SyncReply first = office.intake().sync(laptop.device(), request);
        SyncReply second = office.intake().sync(laptop.device(), request);
        assertEquals(first, second);
        assertEquals(1, district().accepted());
    }

    @Test
    void countsAnInterviewOnceWhenItComesAgainUnderAnotherNumberOrFromAnotherLaptop() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        InterviewRecord record = laptop.laptop().interview(LIST, 1);
        laptop.sync();
        laptop.laptop().append(RecordType.INTERVIEW, RecordBodies.of(record, SmallSurvey.dictionary()));
        laptop.sync();
        TestOffice.Enrolled other = office.holding("27100-2");
        other.laptop().append(RecordType.INTERVIEW, RecordBodies.of(record, SmallSurvey.dictionary()));
        other.sync();
        assertEquals(1, district().accepted());
        assertEquals(Ruling.ACCEPTED, other.laptop().rulings().getFirst().ruling());
    }

    @Test
    void keepsTheFirstContentWhenTheSameInterviewComesWithAnother() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        InterviewRecord record = laptop.laptop().interview(LIST, 1, Map.of("q1", "1"));
        InterviewRecord changed = new InterviewRecord(record.id(), record.survey(), record.questionnaire(),
                record.list(), record.household(), record.lease(), record.mode(), record.language(),
                record.consentVersion(), record.applicationVersion(), record.startedAt(), record.completedAt(),
                record.activeMillis(), record.changes(),
                Map.of(new vn.hoidan.core.questionnaire.Path("/data/q1"), "2"), record.timings());
        laptop.laptop().append(RecordType.INTERVIEW, RecordBodies.of(changed, SmallSurvey.dictionary()));
        laptop.sync();
        assertEquals(1, district().accepted());
        assertEquals(List.of("same interview, other content"), causes());
    }

    @Test
    void setsAsideWhatItCannotReadAndGoesOnWithWhatFollows() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        laptop.laptop().append(RecordType.INTERVIEW, Bytes.of("no body".getBytes(StandardCharsets.UTF_8)));
        laptop.laptop().append(RecordType.CONTACT, Bytes.of(new byte[0]));
        laptop.laptop().interview(new ListId("elsewhere"), 1);
        laptop.laptop().interview(LIST, 999);
        laptop.laptop().contact(LIST, 2, Outcome.NOT_AT_HOME);
        laptop.laptop().interview(LIST, 1);
        laptop.sync();
        assertEquals(6, laptop.laptop().stored().number());
        assertEquals(1, district().accepted());
        assertEquals(4, causes().size());
        int contacts = office.store().read(central -> central.interviews().contacts(LIST, 2));
        assertEquals(1, contacts);
    }

    @Test
    void answersAGapWithWhereItStands() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        laptop.laptop().interview(LIST, 1);
        laptop.laptop().interview(LIST, 2);
        SyncRequest whole = laptop.laptop().request();
        SyncReply reply = office.intake().sync(laptop.device(), new SyncRequest(1, OwnLog.first(0), 1, 0,
                whole.records().subList(1, 2), List.of(), false, whole.clock(), Optional.empty()));
        assertEquals(LogPosition.START, reply.stored());
        assertEquals(0, district().accepted());
    }

    @Test
    void takesWhatAClientThatIsTooOldStillHasToSend() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        laptop.laptop().interview(LIST, 1);
        SyncRequest whole = laptop.laptop().request();
        SyncReply reply = office.intake().sync(laptop.device(), new SyncRequest(0, whole.log(), whole.epoch(),
                whole.cursor(), whole.records(), List.of(), false, whole.clock(), Optional.empty()));
        assertEquals(1, reply.stored().number());
        assertEquals(1, district().accepted());
    }

    @Test
    void appliesNothingOfAForkedLogAndShowsItsOwnHash() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        laptop.laptop().interview(LIST, 1);
        laptop.laptop().interview(LIST, 2);
        laptop.sync();
        LogPosition ours = laptop.laptop().stored();
        laptop.laptop().rollBackTo(1);
        laptop.laptop().interview(LIST, 3);
        laptop.laptop().interview(LIST, 4);
        SyncReply reply = office.intake().sync(laptop.device(), new SyncRequest(1, OwnLog.first(0), 1, 0,
                laptop.laptop().log().subList(1, 3), List.of(), false, office.now(), Optional.empty()));
        assertEquals(ours, reply.stored());
        assertEquals(2, district().accepted());
    }

    @Test
    void keepsInterviewsPendingBeyondTheQuotaAndNamesTheReason() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        for (int household = 1; household <= 4; household++) {
            laptop.laptop().interview(LIST, household);
        }
        laptop.sync();
        DownItem.InterviewRuled last = laptop.laptop().rulings().getLast();
        assertEquals(Ruling.PENDING, last.ruling());
        assertEquals("lease-empty", last.reason());
        assertEquals(new CellCount(SmallSurvey.villageCell("27100-1"), 3, 3, 1, 0), village("27100-1"));
    }

    @Test
    void neverCountsTwoInterviewsOfAHousehold() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        laptop.laptop().interview(LIST, 1);
        laptop.laptop().interview(LIST, 1);
        laptop.sync();
        assertEquals(1, district().accepted());
        assertEquals("household-counted", laptop.laptop().rulings().getLast().reason());
    }

    @Test
    void givesTheUnitsOfAWithdrawnListToTheNextAndStillTakesWhatWasDone() {
        TestOffice.Enrolled first = office.holding("27100-1");
        first.laptop().interview(LIST, 1);
        first.sync();
        Lease old = first.laptop().lease(LIST).orElseThrow();
        office.lists().withdraw(LIST);
        TestOffice.Enrolled second = office.holding("27100-1");
        assertEquals(2, second.laptop().lease(LIST).orElseThrow().units());
        first.laptop().remember(LIST, old);
        first.laptop().interview(LIST, 2);
        first.sync();
        assertEquals(Optional.empty(), first.laptop().lease(LIST));
        assertEquals(Ruling.PENDING, first.laptop().rulings().getLast().ruling());
        assertEquals("lease-withdrawn", first.laptop().rulings().getLast().reason());
        office.lists().withdraw(LIST);
        first.sync();
        assertEquals(Ruling.ACCEPTED, first.laptop().rulings().getLast().ruling(), "promoted when units came free");
        assertEquals(2, district().accepted());
    }

    @Test
    void tellsALaptopThatReplacesAnotherWhatWasDoneOnItsLists() {
        TestOffice.Enrolled first = office.holding("27100-1");
        first.laptop().interview(LIST, 1);
        first.laptop().contact(LIST, 2, Outcome.REFUSED);
        first.sync();
        TestOffice.Enrolled second = office.enrol(first.person());
        second.sync();
        DownItem.ListHistory history = second.laptop().told().stream().filter(DownItem.ListHistory.class::isInstance)
                .map(DownItem.ListHistory.class::cast).findFirst().orElseThrow();
        assertEquals(List.of("2 refused", "1 interviewed-elsewhere"), history.contacts().stream()
                .map(contact -> contact.household() + " " + contact.outcome().code()).toList());
    }

    @Test
    void movesTheListsToALaptopThatReplacesAnother() {
        TestOffice.Enrolled first = office.holding("27100-1");
        first.laptop().interview(LIST, 1);
        first.sync();
        first.laptop().interview(LIST, 2);
        TestOffice.Enrolled second = office.enrol(first.person());
        second.sync();
        assertEquals(2, second.laptop().lease(LIST).orElseThrow().units());
        first.sync();
        assertEquals(Optional.empty(), first.laptop().lease(LIST));
        assertEquals(Ruling.PENDING, first.laptop().rulings().getLast().ruling(), "kept, not refused");
    }

    @Test
    void refusesToAssignAListWhoseDistrictIsFull() {
        TestOffice.Enrolled laptop = office.holding("27100-1", "27100-2");
        for (int household = 1; household <= 3; household++) {
            laptop.laptop().interview(LIST, household);
            laptop.laptop().interview(SmallSurvey.list("27100-2"), household);
        }
        laptop.sync();
        assertEquals(5, district().accepted());
        office.lists().withdraw(SmallSurvey.list("27100-2"));
        assertProblem(ProblemKind.QUOTA_FULL,
                () -> office.lists().assign(SmallSurvey.list("27100-2"), office.enumerator().id()));
    }

    @Test
    void showsTheBoardByAreaWithWorkBegun() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        laptop.laptop().interview(LIST, 1);
        office.pass(Duration.ofHours(2));
        laptop.laptop().take(office.intake().sync(laptop.device(),
                laptop.laptop().request(new DraftCount(LIST, 2))));
        Board board = office.board().board(SmallSurvey.ID, "vi");
        assertEquals(10, board.target());
        Board.Row district = board.rows().getFirst();
        assertEquals("Huyện Huyện 271", district.name());
        assertEquals(List.of(5, 1, 0, 2, 2), List.of(district.target(), district.accepted(), district.pending(),
                district.inWork(), district.onLease()));
        Board.Row commune = district.below().getFirst();
        assertEquals(List.of(6, 1, 2), List.of(commune.target(), commune.accepted(), commune.onLease()));
        assertEquals(2, commune.below().getFirst().inWork());
        Board.Device device = board.devices().getFirst();
        assertEquals(Optional.of(office.now()), device.lastSync());
        assertEquals(List.of(1, 2), List.of(device.accepted(), device.inWork()));
    }

    @Test
    void saysSafeOnlyWhenARecordIsInACheckedCopy() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        laptop.laptop().interview(LIST, 1);
        laptop.sync();
        assertEquals(LogPosition.START, laptop.laptop().safe());
        LogPosition copied = laptop.laptop().stored();
        Backups.Checked checked = office.backup().run();
        assertEquals(copied, checked.positions().get(laptop.device()));
        laptop.laptop().interview(LIST, 2);
        laptop.sync();
        assertEquals(copied, laptop.laptop().safe());
        LedgerCheck.holds(folder.resolve("copies").resolve(checked.name()));
    }

    @Test
    void sendsALongDownLogInPartsWithoutAGap() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        for (int round = 0; round < SyncReply.ITEMS_PER_REPLY; round++) {
            office.lists().withdraw(LIST);
            office.lists().assign(LIST, laptop.person().id());
        }
        laptop.sync();
        assertEquals(2 + 2 * SyncReply.ITEMS_PER_REPLY, laptop.laptop().told().size());
        assertInstanceOf(DownItem.ListAssigned.class, laptop.laptop().told().getLast());
    }

    @Test
    void knowsALaptopByItsTokenOnly() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        assertEquals(laptop.person(), office.enrolment().known(laptop.device(), laptop.token()).member().person());
        assertProblem(ProblemKind.CREDENTIALS_REFUSED,
                () -> office.enrolment().known(laptop.device(), Bytes.of(new byte[32])));
        assertProblem(ProblemKind.CREDENTIALS_REFUSED, () -> office.enrolment().known("d-0", laptop.token()));
        assertTrue(laptop.token().length() > 0);
    }

    private List<String> causes() {
        return office.store().read(central -> central.logs().quarantined()).stream()
                .map(Logs.Quarantined::cause).toList();
    }

    private CellCount district() {
        return count(SmallSurvey.districtCell(SmallSurvey.DISTRICT));
    }

    private CellCount village(String village) {
        return count(SmallSurvey.villageCell(village));
    }

    private CellCount count(CellKey cell) {
        return office.store().read(central -> central.ledger().counts(SmallSurvey.ID)).stream()
                .filter(each -> each.cell().equals(cell)).findFirst().orElseThrow();
    }

    private static void assertProblem(ProblemKind kind, Runnable work) {
        ProblemException thrown = assertThrows(ProblemException.class, work::run);
        assertEquals(kind, thrown.problem().kind());
    }
}
