package vn.hoidan.server.app.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.AsideCause;
import vn.hoidan.core.sync.AsideOutcome;
import vn.hoidan.core.sync.AsideRecord;
import vn.hoidan.core.sync.AsideRelease;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.RecordAct;
import vn.hoidan.server.app.book.Staff;
import vn.hoidan.server.app.quota.QuotaDesk;

public class QuarantineDeskTest {

    private static final ListId LIST = SmallSurvey.list("27100-1");

    private static final QuotaDesk.Decision WHY = new QuotaDesk.Decision("văn phòng", "đã hỏi điều tra viên");

    @TempDir
    private Path folder;
    private TestOffice office;
    private TestOffice.Enrolled laptop;
    private QuarantineDesk quarantine;

    @BeforeEach
    void setARecordAside() {
        office = TestOffice.withSurvey(folder);
        laptop = office.holding("27100-1");
        laptop.laptop().interview(SmallSurvey.list("99999-9"), 1);
        laptop.laptop().contact(LIST, 2, Outcome.REFUSED);
        laptop.sync();
        quarantine = new QuarantineDesk(office.store(), office.checks(), office::now);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void tellsWhoseRecordWasSetAsideAndWhyAndWentOnBehindIt() {
        QuarantineDesk.Line line = quarantine.lines().getFirst();
        assertEquals(List.of(laptop.device(), laptop.person().name(), "unknown list"),
                List.of(line.log(), line.person(), line.detail()));
        assertEquals(1, line.record().number());
        assertEquals(1, office.store().<Integer>read(central -> central.interviews().contacts(LIST, 2)));
    }

    @Test
    void leavesAsideWhatStillCannotBeUsed() {
        assertEquals(AsideOutcome.STILL_ASIDE, quarantine.release(laptop.device(), 1, WHY));
        assertEquals("unknown list", quarantine.lines().getFirst().detail());
    }

    @Test
    void takesARecordInOnceItsListIsKnownAndOnlyOnce() {
        SampleList other = SmallSurvey.lists().getFirst();
        office.store().write(central -> {
            central.lists().add(SmallSurvey.ID, new SampleList(SmallSurvey.list("99999-9"), other.village(),
                    other.villageName(), other.target(), other.households()));
            return null;
        });
        assertEquals(AsideOutcome.TAKEN_IN, quarantine.release(laptop.device(), 1, WHY));
        assertEquals(List.of(), quarantine.lines());
        assertEquals(AsideOutcome.NOT_THERE, quarantine.release(laptop.device(), 1, WHY));
        assertEquals(1, LedgerCheck.number(folder.resolve("office.db"), "SELECT COUNT(*) FROM interview"));
        LedgerCheck.holds(folder.resolve("office.db"));
    }

    @Test
    void takesARecordInAtTheHouseholdThatAPersonNamesAndKeepsItAsItCame() {
        assertEquals(new RecordAct.Place(SmallSurvey.list("99999-9"), 1),
                quarantine.look(laptop.device(), 1).orElseThrow().says().orElseThrow());
        assertEquals(AsideOutcome.STILL_ASIDE, quarantine.repair(laptop.device(), 1,
                new RecordAct.Place(LIST, 500), WHY));
        QuarantineDesk.Line line = quarantine.lines().getFirst();
        assertEquals(AsideCause.HOUSEHOLD, line.cause());
        assertEquals(AsideOutcome.TAKEN_IN, quarantine.repair(laptop.device(), 1,
                new RecordAct.Place(LIST, 4), WHY));
        QuarantineDesk.Seen seen = quarantine.look(laptop.device(), 1).orElseThrow();
        assertEquals(line.record(), seen.record());
        assertEquals(List.of(RecordAct.Kind.REPAIRED, RecordAct.Kind.REPAIRED),
                seen.acts().stream().map(RecordAct::kind).toList());
        assertEquals("đã hỏi điều tra viên", seen.acts().getLast().reason());
        office.store().read(central -> {
            central.interviews().each(SmallSurvey.ID, kept -> assertEquals(List.of(LIST, 4),
                    List.of(kept.entry().list(), kept.entry().household())));
            return null;
        });
        assertEquals(1, LedgerCheck.number(folder.resolve("office.db"), "SELECT COUNT(*) FROM interview"));
        LedgerCheck.holds(folder.resolve("office.db"));
    }

    @Test
    void bringsBackWhatWasDiscarded() {
        assertEquals(AsideOutcome.DISCARDED, quarantine.discard(laptop.device(), 1, WHY));
        assertEquals(List.of(), quarantine.lines());
        assertEquals(AsideOutcome.NOT_THERE, quarantine.discard(laptop.device(), 1, WHY));
        assertEquals(AsideOutcome.STILL_ASIDE, quarantine.release(laptop.device(), 1, WHY));
        assertEquals(1, quarantine.lines().size());
        assertEquals(Optional.empty(), quarantine.look(laptop.device(), 99));
    }

    @Test
    void showsSupervisorsWhatIsOfTheirSurveyAndAreaAndLetsThemHaveItTriedAgain() {
        Staff.Member province = new Staff.Member(office.supervisor(), SmallSurvey.ID);
        Staff.Member elsewhere = new Staff.Member(office.staff().add(SmallSurvey.ID, "Giám sát viên 2 (tập dượt)",
                Role.SUPERVISOR, SmallSurvey.OTHER_DISTRICT), SmallSurvey.ID);
        assertEquals(List.of(AsideCause.LIST), quarantine.of(province).stream().map(AsideRecord::cause).toList());
        assertEquals(List.of(), quarantine.of(elsewhere));
        AsideRelease asked = new AsideRelease(laptop.device(), 1, "danh sách đã có");
        assertEquals(AsideOutcome.NOT_THERE, quarantine.release(elsewhere, asked));
        assertEquals(AsideOutcome.STILL_ASIDE, quarantine.release(province, asked));
        RecordAct act = quarantine.look(laptop.device(), 1).orElseThrow().acts().getFirst();
        assertEquals(List.of(province.person().name(), "danh sách đã có"), List.of(act.by(), act.reason()));
    }
}
