package vn.hoidan.server.app.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.QuotaDecision;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Ruling;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.QuotaAct;

public class QuotaDeskTest {

    private static final ListId LIST = SmallSurvey.list("27100-1");
    private static final CellKey VILLAGE = SmallSurvey.villageCell("27100-1");
    private static final QuotaDesk.Decision DECISION = new QuotaDesk.Decision("giám sát viên 1", "theo công văn");

    @TempDir
    private Path folder;
    private TestOffice office;
    private QuotaDesk quotas;

    @BeforeEach
    void open() {
        office = TestOffice.withSurvey(folder);
        quotas = office.quotas();
    }

    @AfterEach
    void check() {
        office.close();
        LedgerCheck.holds(folder.resolve("office.db"));
    }

    @Test
    void keepsWhatIsOutWhenATargetIsLoweredAndFreesNothingBeforeItIsPaid() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        assertTrue(quotas.retarget(SmallSurvey.ID, VILLAGE, 1, DECISION));
        laptop.laptop().interview(LIST, 1);
        laptop.laptop().interview(LIST, 2);
        laptop.sync();
        assertEquals(new CellCount(VILLAGE, 1, 2, 0, 1), village(), "its lease was a promise");
        office.lists().withdraw(LIST);
        assertEquals(new CellCount(VILLAGE, 1, 2, 0, 0), village());
        assertEquals(1, LedgerCheck.number(folder.resolve("office.db"),
                "SELECT over FROM quota_cell WHERE cell = '" + VILLAGE.text() + "'"));
    }

    @Test
    void promotesWhatWaitsWhenATargetIsRaisedAndWritesDownWhoDecided() {
        TestOffice.Enrolled laptop = overfull();
        assertEquals(1, village().pending());
        assertTrue(quotas.retarget(SmallSurvey.ID, VILLAGE, 4, DECISION));
        assertEquals(new CellCount(VILLAGE, 4, 4, 0, 0), village());
        laptop.sync();
        assertEquals(Ruling.ACCEPTED, laptop.laptop().rulings().getLast().ruling());
        QuotaAct act = quotas.acts(SmallSurvey.ID).getFirst();
        assertEquals(List.of("3 -> 4", "giám sát viên 1", "theo công văn"),
                List.of(act.detail(), act.by(), act.reason()));
    }

    @Test
    void changesNothingForAnUnknownCellOrWithoutAReason() {
        assertFalse(quotas.retarget(SmallSurvey.ID, new CellKey("village:x@2024-11-01"), 4, DECISION));
        assertThrows(IllegalArgumentException.class,
                () -> quotas.retarget(SmallSurvey.ID, VILLAGE, 4, new QuotaDesk.Decision("giám sát viên 1", " ")));
        assertEquals(3, village().target());
        assertEquals(List.of(), quotas.acts(SmallSurvey.ID));
    }

    @Test
    void givesTheUnitOfAVoidInterviewToOneThatWaits() {
        TestOffice.Enrolled laptop = overfull();
        InterviewId first = laptop.laptop().rulings().getFirst().interview();
        assertEquals(QuotaDecision.Effect.DONE,
                quotas.rule(first, QuotaDecision.Verdict.VOID, DECISION));
        assertEquals(QuotaDecision.Effect.NOTHING,
                quotas.rule(first, QuotaDecision.Verdict.VOID, DECISION), "void for good");
        assertEquals(new CellCount(VILLAGE, 3, 3, 0, 0), village());
        InterviewId other = laptop.laptop().rulings().getLast().interview();
        assertEquals(QuotaDecision.Effect.DONE,
                quotas.rule(other, QuotaDecision.Verdict.VOID, DECISION));
        assertEquals(new CellCount(VILLAGE, 3, 2, 0, 0), village());
    }

    @Test
    void fencesTheLeasesOfALostLaptopAtOnceAndFreesItsLists() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        laptop.laptop().interview(LIST, 1);
        assertEquals(Optional.of(1), quotas.lost(laptop.person().id(), DECISION));
        assertEquals(new CellCount(VILLAGE, 3, 0, 0, 0), village());
        office.lists().assign(LIST, office.enrol(office.enumerator()).person().id());
        laptop.sync();
        assertEquals("lease-fenced", laptop.laptop().rulings().getLast().reason());
    }

    /// Four interviews in a village that wants three.
    private TestOffice.Enrolled overfull() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        for (int household = 1; household <= 4; household++) {
            laptop.laptop().interview(LIST, household);
        }
        laptop.sync();
        return laptop;
    }

    private CellCount village() {
        return quotas.cells(SmallSurvey.ID).stream().filter(each -> each.cell().equals(VILLAGE)).findFirst()
                .orElseThrow();
    }
}
