package vn.hoidan.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;

class QuarantineDeskTest {

    private static final ListId LIST = SmallSurvey.list("27100-1");

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
                List.of(line.log(), line.person(), line.cause()));
        assertEquals(1, line.record().number());
        assertEquals(1, office.store().<Integer>read(central -> central.interviews().contacts(LIST, 2)));
    }

    @Test
    void leavesAsideWhatStillCannotBeUsed() {
        assertEquals(QuarantineDesk.Tried.STILL_ASIDE, quarantine.release(laptop.device(), 1));
        assertEquals("unknown list", quarantine.lines().getFirst().cause());
    }

    @Test
    void takesARecordInOnceItsListIsKnownAndOnlyOnce() {
        SampleList other = SmallSurvey.lists().getFirst();
        office.store().write(central -> {
            central.lists().add(SmallSurvey.ID, new SampleList(SmallSurvey.list("99999-9"), other.village(),
                    other.villageName(), other.target(), other.households()));
            return null;
        });
        assertEquals(QuarantineDesk.Tried.TAKEN_IN, quarantine.release(laptop.device(), 1));
        assertEquals(List.of(), quarantine.lines());
        assertEquals(QuarantineDesk.Tried.NOT_THERE, quarantine.release(laptop.device(), 1));
        assertEquals(1, LedgerCheck.number(folder.resolve("office.db"), "SELECT COUNT(*) FROM interview"));
        LedgerCheck.holds(folder.resolve("office.db"));
    }
}
