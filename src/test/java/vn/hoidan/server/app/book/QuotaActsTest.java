package vn.hoidan.server.app.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.quota.SoftTarget;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.declaration.DeclarationPlan;
import vn.hoidan.core.quota.declaration.QuotaDeclaration;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.TestPlaces;
import vn.hoidan.server.app.quota.QuotaDesk;

/// What people decide in a survey of free quotas, and what the board tells them.
public class QuotaActsTest {

    private static final Map<String, String> WOMAN = Map.of("q1", "2");
    private static final CellKey ALL = SmallSurvey.districtCell(SmallSurvey.DISTRICT);
    private static final CellKey WOMEN = SmallSurvey.womenIn(SmallSurvey.DISTRICT);
    private static final CellKey[] OF_A_WOMAN = SmallSurvey.cells(SmallSurvey.DISTRICT, true);
    private static final QuotaDesk.Decision DECISION = TestOffice.DECISION;

    @TempDir
    private Path folder;
    private TestOffice office;

    @BeforeEach
    void open() {
        office = TestOffice.withFreeQuotas(folder);
    }

    @AfterEach
    void check() {
        office.close();
        LedgerCheck.holds(folder.resolve("office.db"));
    }

    @Test
    void acceptsAWaitingInterviewOnlyWithAUnitOrWithATargetThatGoesUp() {
        DownItem.InterviewRuled waiting = oneTooMany();
        assertEquals(QuotaDecision.Effect.NO_UNIT,
                office.quotas().rule(waiting.interview(), QuotaDecision.Verdict.ACCEPT, DECISION));
        assertEquals(QuotaDecision.Effect.DONE,
                office.quotas().rule(waiting.interview(), QuotaDecision.Verdict.ACCEPT_RAISING, DECISION));
        assertEquals(new CellCount(WOMEN, 5, 5, 0, 0), count(WOMEN));
        assertEquals(QuotaDecision.Effect.NOTHING,
                office.quotas().rule(waiting.interview(), QuotaDecision.Verdict.ACCEPT, DECISION));
        assertEquals(List.of("target", "target", "accepted"), acts(), "both its cells were full");
        assertEquals(5, survey().constraints().stream().filter(each -> each.cell().equals(WOMEN)).findFirst()
                .orElseThrow().target(), "laptops enrolled later are told the same");
    }

    @Test
    void rejectsWhatCountsAndPromotesWhatWaits() {
        DownItem.InterviewRuled waiting = oneTooMany();
        assertEquals(QuotaDecision.Effect.NOTHING,
                office.quotas().rule(waiting.interview(), QuotaDecision.Verdict.REJECT, DECISION), "does not count");
        List<Board.Counted> before = office.board().counted(SmallSurvey.ID, WOMEN, Board.Counted.NEWEST);
        assertEquals(List.of(4, 3, 2, 1), before.stream().map(Board.Counted::household).toList());
        assertEquals(before.subList(2, 4), office.board().counted(SmallSurvey.ID, WOMEN, before.get(1).number()));
        assertEquals(List.of(), office.board().counted(new SurveyId("khac"), WOMEN, Board.Counted.NEWEST));
        assertEquals(QuotaDecision.Effect.DONE, office.quotas().rule(first().interview(),
                QuotaDecision.Verdict.REJECT, DECISION));
        assertEquals(List.of(5, 4, 3, 2), office.board().counted(SmallSurvey.ID, WOMEN, Board.Counted.NEWEST).stream()
                .map(Board.Counted::household).toList());
        assertEquals(4, count(WOMEN).accepted());
        assertEquals(0, count(WOMEN).pending());
        assertEquals(List.of("rejected"), acts());
        assertEquals(4, softWomen());
    }

    @Test
    void carriesOutWhatASupervisorDecidesInTheirOwnSurveyOnly() {
        DownItem.InterviewRuled waiting = oneTooMany();
        Staff.Member supervisor = new Staff.Member(office.supervisor(), SmallSurvey.ID);
        Staff.Member stranger = new Staff.Member(office.supervisor(), new SurveyId("khac"));
        QuotaDecision rule = new QuotaDecision.Rule(waiting.interview(), QuotaDecision.Verdict.VOID, "trùng");
        assertEquals(QuotaDecision.Effect.NOTHING, office.quotas().decide(stranger, rule));
        assertEquals(QuotaDecision.Effect.DONE, office.quotas().decide(supervisor, rule));
        assertEquals(QuotaDecision.Effect.DONE, office.quotas().decide(supervisor,
                new QuotaDecision.Retarget(ALL, 7, "theo công văn")));
        assertEquals(QuotaDecision.Effect.DONE, office.quotas().decide(supervisor,
                new QuotaDecision.LaptopLost(laptop.person().id().text(), "mất")));
        assertEquals(0, count(ALL).onLease());
        assertEquals(supervisor.person().name(), office.quotas().acts(SmallSurvey.ID).getLast().by());
    }

    @Test
    void tellsEachCellWithWhoHoldsWhatAndWhatWaits() {
        oneTooMany();
        TestOffice.Enrolled mate = office.working();
        mate.turn();
        office.pass(Duration.ofDays(6));
        Board board = office.board().board(SmallSurvey.ID, "vi");
        Board.Cell women = board.cells().stream().filter(each -> each.count().cell().equals(WOMEN)).findFirst()
                .orElseThrow();
        assertEquals(new CellCount(WOMEN, 4, 4, 1, 0), women.count());
        assertEquals(List.of(PendingReason.NO_LEASE), women.waiting().stream().map(Board.Waiting::reason).toList());
        assertEquals(Optional.empty(), women.full(), "it is full");
        Board.Cell all = board.cells().getFirst();
        assertEquals(count(ALL).onLease(), all.holdings().stream().mapToInt(Board.Holding::units).sum());
        assertTrue(all.holdings().stream().anyMatch(each -> each.person().equals(mate.person().name())));
        assertTrue(all.full().orElseThrow().latest().isAfter(board.at()), "four came, two are missing");
        assertTrue(board.devices().getFirst().isSilent(board.at()));
        laptop.sync();
        assertFalse(office.board().board(SmallSurvey.ID, "vi").devices().getFirst().isSilent(board.at()));
    }

    @Test
    void tellsWhoShouldHandUnitsToWhomInTheEvening() {
        TestOffice.Enrolled first = office.working();
        TestOffice.Enrolled second = office.working();
        first.turn();
        second.turn();
        assertEquals(List.of(), shares(), "both have two of four");
        List<CellKey> cells = List.of(OF_A_WOMAN);
        Voucher two = HandPlanner.give(first.laptop().hand(), cells, 2, new HandPlanner.Handover(
                new VoucherId("00000000000000aa"), first.device(), second.device(), 1, office.now())).orElseThrow()
                .voucher();
        first.laptop().give(two);
        List<MateUnits> told = first.sync().quota().team();
        assertEquals(List.of(first.device(), second.device()), told.stream().map(MateUnits::device).toList());
        assertEquals(0, told.getFirst().likelyFree(cells, office.now()), "gone by voucher");
        assertEquals(4, told.getLast().likelyFree(cells, office.now()), "whether taken yet or not");
        Board.Share share = shares().getFirst();
        assertEquals(new Board.Share(second.person().name(), first.person().name(), SmallSurvey.WOMEN, 2), share);
        office.quotas().lost(second.person().id(), DECISION);
        assertEquals(List.of(), shares(), "nobody shares with a laptop that is lost");
    }

    @Test
    void writesALostLaptopDownOnceUntilItComesAgain() {
        laptop = office.working();
        laptop.turn();
        Optional<Integer> first = office.quotas().lost(laptop.person().id(), DECISION);
        assertTrue(first.orElseThrow() > 0);
        assertEquals(Optional.empty(), office.quotas().lost(laptop.person().id(), DECISION));
        assertEquals(List.of("lost"), acts());
        laptop.turn();
        assertEquals(first, office.quotas().lost(laptop.person().id(), DECISION), "it was found, and lost again");
        assertEquals(List.of("lost", "lost"), acts());
        assertEquals(Optional.empty(), office.quotas().lost(office.enumerator().id(), DECISION), "without a laptop");
    }

    private List<Board.Share> shares() {
        return office.board().board(SmallSurvey.ID, "vi").cells().stream()
                .filter(each -> each.count().cell().equals(WOMEN)).findFirst().orElseThrow().shares();
    }

    @Test
    void appliesADeclarationAndCountsItsSoftTargetsAnew() {
        oneTooMany();
        Survey before = survey();
        List<Constraint> hard = new ArrayList<>(before.constraints());
        hard.replaceAll(each -> each.cell().equals(WOMEN) ? each.wanting(5)
                : each.cell().equals(ALL) ? each.wanting(7) : each);
        AreaKey district = hard.getFirst().area();
        QuotaDeclaration declared = QuotaDeclaration.of(before.design(), hard,
                List.of(new SoftTarget(AreaLevel.DISTRICT, district, AnswerFilter.EVERYBODY, 5, 1)));
        DeclarationPlan done = office.quotas().apply(SmallSurvey.ID, declared, DECISION);
        assertEquals(List.of(), done.obstacles());
        assertEquals(new CellCount(WOMEN, 5, 5, 0, 0), count(WOMEN), "what waited was promoted");
        laptop.turn();
        DownItem.SurveyAssigned told = (DownItem.SurveyAssigned) laptop.laptop().told().stream()
                .filter(DownItem.SurveyAssigned.class::isInstance).reduce((one, other) -> other).orElseThrow();
        assertEquals(survey(), told.survey());
        assertEquals(declared.softTargets(), survey().softTargets());
        assertEquals(5, office.store().read(central -> central.interviews().groups(SmallSurvey.ID,
                List.of(ALL))).getFirst().accepted());
        assertEquals(List.of("declared"), acts());
    }

    @Test
    void changesNothingWhenSomethingStandsAgainstADeclaration() {
        oneTooMany();
        Survey before = survey();
        QuotaDeclaration declared = QuotaDeclaration.of(before.design(),
                before.constraints().stream().filter(each -> !each.cell().equals(WOMEN)).toList());
        DeclarationPlan refused = office.quotas().apply(SmallSurvey.ID, declared, DECISION);
        assertEquals(DeclarationPlan.Obstacle.Reason.DROPPED_IN_USE, refused.obstacles().getFirst().reason());
        assertEquals(before, survey());
        assertEquals(List.of(), acts());
    }

    @Test
    void findsCountersThatDoNotFollowFromTheLedger() throws SQLException {
        oneTooMany();
        assertEquals(List.of(), office.quotas().faults());
        change("UPDATE quota_cell SET pending = pending + 1");
        change("UPDATE interview SET state = 'void' WHERE state = 'pending'");
        assertEquals(List.of(LedgerFault.Kind.WAITING_COUNTERS),
                office.quotas().faults().stream().map(LedgerFault::kind).toList());
        change("UPDATE interview SET state = 'accepted' WHERE state = 'void'");
        assertTrue(office.quotas().faults().stream().map(LedgerFault::kind).toList()
                .containsAll(List.of(LedgerFault.Kind.INTERVIEW_STATES, LedgerFault.Kind.DEVICE_COUNTERS)));
        change("UPDATE interview SET state = 'pending' WHERE reason IS NOT NULL");
        change("UPDATE quota_cell SET pending = pending - 1");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = TestPlaces.connect(folder.resolve("office.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private TestOffice.Enrolled laptop;

    /// Five women where four are wanted; the fifth waits.
    private DownItem.InterviewRuled oneTooMany() {
        laptop = office.working();
        for (int household = 1; household <= 5; household++) {
            laptop.turn();
            laptop.laptop().interviewHere(household, WOMAN, OF_A_WOMAN);
        }
        laptop.sync();
        DownItem.InterviewRuled last = laptop.laptop().rulings().getLast();
        assertEquals(Ruling.PENDING, last.ruling());
        return last;
    }

    private DownItem.InterviewRuled first() {
        return laptop.laptop().rulings().getFirst();
    }

    private Survey survey() {
        return office.surveys().all().getFirst();
    }

    private List<String> acts() {
        return office.quotas().acts(SmallSurvey.ID).stream().map(act -> act.kind().code())
                .filter(code -> !code.startsWith("place-")).toList();
    }

    private int softWomen() {
        return office.store().read(central -> central.interviews().groups(SmallSurvey.ID,
                List.of(SmallSurvey.softWomenIn("27100")))).getFirst().accepted();
    }

    private CellCount count(CellKey cell) {
        return office.quotas().cells(SmallSurvey.ID).stream().filter(each -> each.cell().equals(cell)).findFirst()
                .orElseThrow();
    }
}
