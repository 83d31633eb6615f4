package vn.hoidan.server.app.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.server.TestOffice;
import vn.hoidan.vault.DeviceKey;

public class TeamTest {
    @TempDir
    private Path folder;
    private TestOffice office;
    private final Map<TestOffice.Enrolled, DeviceKey> keys = new HashMap<>();

    @BeforeEach
    void open() {
        office = TestOffice.withSurvey(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void tellsColleaguesOfTheSameAreaEachOthersKeysOnce() {
        TestOffice.Enrolled first = signing(office.enumerator());
        TestOffice.Enrolled second = signing(office.enumerator());
        first.sync();
        second.sync();
        assertEquals(List.of(mate(second, false)), mates(first));
        assertEquals(List.of(mate(first, false)), mates(second));
    }

    @Test
    void tellsNothingToSupervisorsAndToLaptopsThatHaveShownNoKey() {
        TestOffice.Enrolled old = office.enrol(office.enumerator());
        TestOffice.Enrolled supervisor = signing(office.supervisor());
        TestOffice.Enrolled enumerator = signing(office.enumerator());
        old.sync();
        supervisor.sync();
        assertEquals(List.of(), mates(old));
        assertEquals(List.of(), mates(supervisor));
        assertEquals(List.of(), mates(enumerator));
    }

    @Test
    void tellsColleaguesThatALaptopWasReplaced() {
        TestOffice.Enrolled first = signing(office.enumerator());
        TestOffice.Enrolled second = signing(office.enumerator());
        TestOffice.Enrolled replacing = signing(second.person());
        first.sync();
        assertEquals(List.of(mate(second, false), mate(second, true), mate(replacing, false)), mates(first));
        assertEquals(List.of(mate(first, false)), mates(replacing));
    }

    @Test
    void keepsALostLaptopRevokedWhenItSyncsAgain() {
        TestOffice.Enrolled first = signing(office.enumerator());
        TestOffice.Enrolled second = signing(office.enumerator());
        office.quotas().lost(second.person().id(),
                new QuotaDesk.Decision("Văn phòng", "mất máy"));
        second.sync();
        first.sync();
        assertEquals(List.of(mate(second, false), mate(second, true)), mates(first));
        TestOffice.Enrolled late = signing(office.enumerator());
        assertEquals(List.of(mate(first, false)), mates(late));
    }

    @Test
    void takesAnotherKeyOfTheSameLaptopAndKeepsTheOneBefore() {
        TestOffice.Enrolled first = signing(office.enumerator());
        TestOffice.Enrolled second = signing(office.enumerator());
        Mate before = mate(second, false);
        keys.put(second, second.laptop().signs(second.device()));
        second.sync();
        first.sync();
        assertEquals(List.of(before, mate(second, false)), mates(first));
        assertEquals(2, office.store().read(central -> central.devices().signingKeys(second.device())).size());
    }

    private TestOffice.Enrolled signing(Person person) {
        TestOffice.Enrolled enrolled = office.enrol(person);
        keys.put(enrolled, enrolled.laptop().signs(enrolled.device()));
        enrolled.sync();
        return enrolled;
    }

    private Mate mate(TestOffice.Enrolled of, boolean revoked) {
        return new Mate(of.device(), of.person().id(), of.person().name(), keys.get(of).publicKey(), revoked);
    }

    private static List<Mate> mates(TestOffice.Enrolled laptop) {
        return laptop.laptop().told().stream().filter(DownItem.TeamKnown.class::isInstance)
                .flatMap(item -> ((DownItem.TeamKnown) item).mates().stream()).toList();
    }
}
