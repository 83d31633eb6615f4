package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.sync.DownEntry;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.intake.MessageDesk;
import vn.hoidan.server.app.quota.Team;

/// A laptop that is put back to its first day learns again everything that it was told since, also from an office that
/// was restored meanwhile.
class ToldAgainTest {
    private static final String ONE = "one";
    private static final String TEXT = "Trời sắp bão.";

    @TempDir
    Path folder;

    private RoadField field;
    private Workplace one;
    private Workplace other;

    @BeforeEach
    void toldAndPutBack() {
        field = new RoadField(folder);
        field.server().office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        Person first = field.enumerator("Điều tra viên 1 (tập dượt)");
        Person second = field.enumerator("Điều tra viên 2 (tập dượt)");
        field.server().office().lists().assign(RoadField.LIST, first.id());
        field.enrolled(ONE, first);
        other = field.enrolled("other", second);
        one = field.imaged(ONE, false);
        RoadField.sync(one);
        RoadField.sync(other);
        new MessageDesk(field.server().office().store(), java.time.Clock.systemUTC(), UUID::randomUUID)
                .sendTo(first.id(), "văn phòng", TEXT);
        RoadField.sync(one);
        assertKnowsEverything();
    }

    @AfterEach
    void close() {
        field.close();
    }

    private List<DownItem> told() {
        return field.server().office().store().read(central -> {
            String log = central.devices().newestLog(one.profile().device()).orElseThrow().id();
            return central.logs().itemsAfter(log, 0, 1_000).stream().map(DownEntry::item).toList();
        });
    }

    private void assertKnowsEverything() {
        Set<String> mates = new HashSet<>();
        told().forEach(item -> {
            if (item instanceof DownItem.TeamKnown team) {
                team.mates().stream().map(Mate::device).forEach(mates::add);
            }
        });
        assertEquals(Set.of(other.profile().device()), mates);
        assertTrue(told().stream().anyMatch(DownItem.RecordKeyGiven.class::isInstance));
        assertEquals(List.of(TEXT), RoadField.field(one).mail().messages().stream()
                .map(each -> each.message().text()).toList());
    }

    @Test
    void onceWhenItsFirstSyncIsRepeated() {
        one = field.imaged(ONE, true);
        RoadField.sync(one);
        List<DownItem> told = told();
        field.server().office().store().write(central -> {
            Team.known(central, central.devices().newestLog(one.profile().device()).orElseThrow(), Instant.EPOCH);
            return told;
        });
        assertEquals(told, told());
        assertKnowsEverything();
    }

    @Test
    void fromTheSameOffice() {
        one = field.imaged(ONE, true);
        RoadField.sync(one);
        assertKnowsEverything();
    }

    @Test
    void fromARestoredOffice() {
        field.restored(field.backedUp());
        one = field.imaged(ONE, true);
        RoadField.sync(one);
        assertKnowsEverything();
    }
}
