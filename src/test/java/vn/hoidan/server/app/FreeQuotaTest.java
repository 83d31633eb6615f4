package vn.hoidan.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.SoftCount;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.OpenListName;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.core.sync.SignedVoucher;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.server.FieldLaptop;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.Interviews;
import vn.hoidan.server.app.book.Logs;

/// Free quotas at the office: places, turns, units that move.
class FreeQuotaTest {

    private static final Map<String, String> WOMAN = Map.of("q1", "2");
    private static final Map<String, String> MAN = Map.of("q1", "1");
    private static final CellKey ALL = SmallSurvey.districtCell(SmallSurvey.DISTRICT);
    private static final CellKey WOMEN = SmallSurvey.womenIn(SmallSurvey.DISTRICT);
    private static final CellKey[] OF_A_WOMAN = SmallSurvey.cells(SmallSurvey.DISTRICT, true);
    private static final CellKey[] OF_A_MAN = SmallSurvey.cells(SmallSurvey.DISTRICT, false);

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
    void opensEachPlaceOfAnAreaOnceAndEndsThemWhenTheAreaIsTakenAway() {
        TestOffice.Enrolled laptop = office.working();
        assertEquals(2, laptop.laptop().places().size(), "two villages");
        assertFalse(office.places().assign(laptop.person().id(), SmallSurvey.DISTRICT, TestOffice.DECISION));
        assertTrue(office.places().assign(laptop.person().id(), "27100-1", TestOffice.DECISION));
        laptop.sync();
        assertEquals(2, laptop.laptop().places().size(), "the village was there already");
        assertTrue(office.places().withdraw(laptop.person().id(), SmallSurvey.DISTRICT, TestOffice.DECISION));
        laptop.sync();
        assertEquals(1, laptop.laptop().places().size(), "the village was given by itself too");
        assertTrue(office.places().assign(laptop.person().id(), SmallSurvey.DISTRICT, TestOffice.DECISION));
        laptop.sync();
        assertEquals(List.of("place-assigned", "place-assigned", "place-withdrawn", "place-assigned"),
                office.quotas().acts(SmallSurvey.ID).stream().map(act -> act.kind().code()).toList());
        List<String> told = laptop.laptop().told().stream().filter(DownItem.PlaceAssigned.class::isInstance)
                .map(item -> ((DownItem.PlaceAssigned) item).place().id().text()).toList();
        assertEquals(told.stream().distinct().toList(), told, "a name is never given twice");
    }

    @Test
    void grantsUnitsOnlyToWhoAsksAndCountsTheirInterviews() {
        TestOffice.Enrolled laptop = office.working();
        assertEquals(Map.of(), laptop.laptop().hand().units());
        laptop.turn();
        int women = free(laptop.laptop(), OF_A_WOMAN);
        assertTrue(women > 0 && women <= 4, "women: " + women);
        assertEquals(6 - women, free(laptop.laptop(), OF_A_MAN));
        assertEquals(new CellCount(ALL, 6, 0, 0, 6), count(ALL));
        laptop.laptop().interviewHere(1, WOMAN, OF_A_WOMAN);
        laptop.laptop().interviewHere(2, MAN, OF_A_MAN);
        laptop.turn();
        assertEquals(new CellCount(ALL, 6, 2, 0, 4), count(ALL));
        assertEquals(1, count(WOMEN).accepted());
        SyncReply reply = laptop.laptop().turn(request -> office.intake().sync(laptop.device(), request));
        assertEquals(List.of(new SoftCount(SmallSurvey.softWomenIn("27100"), 1)), reply.quota().groups());
        assertEquals(List.of(ALL, WOMEN), reply.quota().cells().stream().map(CellCount::cell).toList());
    }

    @Test
    void sharesWithMatesWhoHaveNoLaptopYet() {
        TestOffice.Enrolled first = office.working();
        office.places().assign(office.enumerator().id(), SmallSurvey.DISTRICT, TestOffice.DECISION);
        first.turn();
        assertEquals(3, count(ALL).onLease(), "half is for the mate");
        office.pass(StaffDesk.CODE_LIFE);
        first.turn();
        assertEquals(6, count(ALL).onLease(), "nobody came");
    }

    @Test
    void keepsAnInterviewWithoutAUnitAndAcceptsItWhenOneComesBack() {
        TestOffice.Enrolled one = office.working();
        TestOffice.Enrolled other = office.working();
        one.turn();
        other.turn();
        int mine = free(other.laptop(), OF_A_WOMAN);
        for (int household = 1; household <= mine + 1; household++) {
            other.laptop().interviewHere(household, WOMAN, OF_A_WOMAN);
        }
        other.sync();
        assertEquals(new CellCount(WOMEN, 4, mine, 1, 4 - mine), count(WOMEN));
        assertEquals("no-lease", other.laptop().rulings().getLast().reason());
        one.turn();
        assertEquals(0, count(WOMEN).pending(), "promoted before anything was granted again");
        other.sync();
        assertEquals(Ruling.ACCEPTED, other.laptop().rulings().getLast().ruling());
    }

    @Test
    void fencesWhatIsDueWhenAnotherNeedsItAndTellsTheSilentLaptop() {
        TestOffice.Enrolled silent = office.working();
        silent.turn();
        TestOffice.Enrolled busy = office.working();
        office.pass(Duration.ofDays(8));
        busy.turn();
        assertEquals(0, free(busy.laptop(), OF_A_WOMAN) + free(busy.laptop(), OF_A_MAN), "not due yet");
        office.pass(Duration.ofDays(2));
        busy.turn();
        assertTrue(free(busy.laptop(), OF_A_WOMAN) > 0, "fenced by the server's clock");
        silent.laptop().interviewHere(1, WOMAN, OF_A_WOMAN);
        silent.sync();
        assertEquals("lease-fenced", silent.laptop().rulings().getLast().reason());
        assertEquals(0, free(silent.laptop(), OF_A_WOMAN));
        assertTrue(count(ALL).accepted() + count(ALL).onLease() <= 6);
    }

    @Test
    void endsTheUnitsOfAReplacedLaptopAndOpensNewPlacesOnTheNext() {
        TestOffice.Enrolled old = office.working();
        old.turn();
        old.laptop().interviewHere(1, WOMAN, OF_A_WOMAN);
        TestOffice.Enrolled next = office.enrol(old.person());
        next.turn();
        assertEquals(6, count(ALL).onLease());
        assertEquals(2, next.laptop().places().size());
        assertFalse(next.laptop().places().contains(old.laptop().places().getFirst()));
        old.turn();
        assertEquals(List.of(), old.laptop().places());
        assertEquals("lease-fenced", old.laptop().rulings().getLast().reason());
        assertEquals(1, count(ALL).pending());
        assertEquals(0, old.laptop().hand().units().values().stream().mapToInt(UnitsInHand::free).sum());
    }

    @Test
    void countsAUnitThatCameByVoucherOnceAndNeverForAThird() {
        TestOffice.Enrolled giver = office.working();
        giver.turn();
        int out = count(WOMEN).onLease();
        TestOffice.Enrolled taker = office.working();
        HandChange.VoucherGiven given = HandPlanner.give(giver.laptop().hand(), List.of(OF_A_WOMAN), 2,
                new HandPlanner.Handover(new VoucherId("00000000000000a1"), giver.device(), taker.device(), 1,
                        office.now())).orElseThrow();
        SignedVoucher signed = giver.laptop().give(given.voucher());
        taker.laptop().takeIn(signed);
        taker.laptop().interviewHere(1, WOMAN, OF_A_WOMAN);
        taker.sync();
        assertEquals(Ruling.ACCEPTED, taker.laptop().rulings().getLast().ruling());
        giver.sync();
        assertEquals(new CellCount(WOMEN, 4, 1, 0, out - 1), count(WOMEN));
        taker.laptop().units(new UnitsRecord.Returned(given.voucher().lease(), 2));
        taker.sync();
        assertEquals(out - 2, count(WOMEN).onLease(), "only the one that was left");
        TestOffice.Enrolled third = office.working();
        third.laptop().units(new UnitsRecord.VoucherTaken(signed));
        third.laptop().units(new UnitsRecord.VoucherTaken(new SignedVoucher(new Voucher(new VoucherId(
                "00000000000000a2"), given.voucher().lease(), List.of(OF_A_WOMAN), 3, office.now(), 1, giver.device(),
                third.device()), signed.signature())));
        third.sync();
        assertEquals(List.of("voucher for another laptop", "voucher not signed by its giver"), office.store()
                .read(central -> central.logs().quarantined().stream().map(Logs.Quarantined::cause).toList()));
    }

    @Test
    void countsTheUnitOfACodeOnceAndKeepsTheSecondUse() {
        TestOffice.Enrolled giver = office.working();
        giver.turn();
        TestOffice.Enrolled taker = office.working();
        UnitsInHand units = giver.laptop().hand().units().values().stream()
                .filter(each -> each.cells().size() == 2).findFirst().orElseThrow();
        UnitCode code = giver.laptop().codes(units.lease()).getFirst();
        giver.laptop().change(new HandChange.CodeGiven(units.lease(), code));
        giver.sync();
        taker.laptop().interviewByCode(1, WOMAN, code);
        taker.laptop().interviewByCode(2, WOMAN, code);
        taker.sync();
        assertEquals(List.of(Ruling.ACCEPTED, Ruling.PENDING),
                taker.laptop().rulings().stream().map(DownItem.InterviewRuled::ruling).toList());
        assertEquals("code-reused", taker.laptop().rulings().getLast().reason());
    }

    @Test
    void setsAsideUnitsOfLeasesThatWereNeverGiven() {
        TestOffice.Enrolled laptop = office.working();
        laptop.laptop().units(new UnitsRecord.Returned(new LeaseId("1-99"), 3));
        laptop.laptop().units(new UnitsRecord.CodeGiven(new LeaseId("1-99"), UnitCode.of(7)));
        laptop.laptop().interviewHere(10_000, WOMAN, OF_A_WOMAN);
        laptop.sync();
        assertEquals(List.of("unknown lease", "unknown code", "unknown household"), office.store().read(central ->
                central.logs().quarantined().stream().map(Logs.Quarantined::cause).toList()));
    }

    @Test
    void takesInWhatWasDoneAtAPlaceThatARestoredOfficeForgot() {
        TestOffice.Enrolled laptop = office.working();
        ListId forgotten = new OpenListName(SmallSurvey.ID.text(), "27100-1", 1, 99).id();
        laptop.laptop().interview(forgotten, 1, WOMAN);
        laptop.sync();
        new RestoreDesk(office.store(), new Random(1), office::now).begin();
        InterviewRecord kept = laptop.laptop().interview(forgotten, 2, WOMAN);
        laptop.laptop().interview(new OpenListName(SmallSurvey.ID.text(), "99999", 1, 9).id(), 3, WOMAN);
        laptop.sync();
        assertEquals(List.of("unknown list", "unknown list"), office.store().read(central ->
                central.logs().quarantined().stream().map(Logs.Quarantined::cause).toList()));
        assertEquals(Optional.of(forgotten), office.store().read(central ->
                central.interviews().find(kept.id()).map(Interviews.Entry::list)));
        assertEquals(List.of(), office.quotas().faults());
        assertFalse(office.heldBy(laptop.person()).contains(forgotten));
    }

    @Test
    void refusesPlacesInASurveyOfDrawnHouseholds() {
        office.close();
        office = TestOffice.withSurvey(folder.resolve("lists"));
        try (TestOffice lists = office) {
            ProblemException refused = assertThrows(ProblemException.class, () -> lists.places()
                    .assign(lists.enumerator().id(), SmallSurvey.DISTRICT, TestOffice.DECISION));
            assertEquals(ProblemKind.NO_FREE_QUOTA, refused.problem().kind());
        }
        office = new TestOffice(folder);
    }

    private static int free(FieldLaptop laptop, CellKey... cells) {
        return laptop.hand().units().values().stream().filter(each -> each.cells().equals(List.of(cells)))
                .mapToInt(UnitsInHand::free).sum();
    }

    private CellCount count(CellKey cell) {
        return office.quotas().cells(SmallSurvey.ID).stream().filter(each -> each.cell().equals(cell)).findFirst()
                .orElseThrow();
    }
}
