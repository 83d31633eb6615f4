package vn.hoidan.client.app.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.FakeOffice;
import vn.hoidan.client.app.RecordNumbers;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.support.MemoryFieldStore;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;

class SyncDeskTest {
    private final MemoryFieldStore store = new MemoryFieldStore();
    private final FakeOffice office = new FakeOffice();
    private final SettableClock clock = new SettableClock(Samples.MORNING);
    private final List<SyncStatus> told = new ArrayList<>();
    private final SyncDesk desk = new SyncDesk(store, new SyncRound(store, office, xform -> {
        throw new AssertionError("nothing to load");
    }, new RecordNumbers(), clock), () -> { }, new ImmediateBackground(), clock, () -> 0.0);

    private void append() {
        store.apply(List.of(new Change.RecordAppended(RecordType.CONTACT, Samples.bytes(9, 1), Optional.empty())));
        desk.refresh();
    }

    private int attemptsDuring(Duration time) {
        int before = office.requests.size();
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.forward(Duration.ofSeconds(1));
            desk.tick();
        }
        return office.requests.size() - before;
    }

    @Test
    void tellsHowARoundGoes() {
        desk.listen(told::add);
        append();
        desk.sync();
        assertEquals(1, told.get(1).waiting());
        assertTrue(told.get(2).running());
        assertEquals(Optional.of(new SyncProgress(1, 1, 0)), told.get(3).progress());
        assertEquals(new SyncStatus(SyncStatus.Network.REACHED, false, 0, Optional.of(clock.now()),
                Optional.empty(), Optional.empty(), UnsentFiles.NONE), told.getLast());
    }

    @Test
    void triesByItselfSoonWhenSomethingWaitsAndNowAndThenOtherwise() {
        desk.tick();
        assertEquals(1, office.requests.size());
        assertEquals(0, attemptsDuring(SyncDesk.NOW_AND_THEN.minusSeconds(1)));
        assertEquals(1, attemptsDuring(Duration.ofSeconds(1)));
        append();
        assertEquals(1, attemptsDuring(SyncDesk.SOON));
    }

    @Test
    void waitsLongerAfterEachFailureButNotForEver() {
        append();
        List<Integer> attempts = new ArrayList<>();
        for (int minute = 0; minute < 30; minute++) {
            int before = office.requests.size();
            for (int second = 0; second < 60; second++) {
                office.cutNext(FakeOffice.Cut.BEFORE_COMMIT);
                clock.forward(Duration.ofSeconds(1));
                desk.tick();
            }
            attempts.add(office.requests.size() - before);
        }
        assertEquals(SyncStatus.Network.NOT_REACHED, desk.status().network());
        assertEquals(ProblemKind.CONNECTION_CUT, desk.status().problem().orElseThrow().kind());
        assertEquals(1, desk.status().waiting());
        assertTrue(attempts.getFirst() > attempts.getLast(), attempts.toString());
        int lastTenMinutes = attempts.subList(20, 30).stream().mapToInt(Integer::intValue).sum();
        assertEquals(2, lastTenMinutes, attempts.toString());
    }

    @Test
    void triesAtOnceWhenTheNetworkChanges() {
        append();
        office.cutNext(FakeOffice.Cut.BEFORE_COMMIT);
        desk.sync();
        desk.networkChanged();
        desk.tick();
        assertEquals(0, desk.status().waiting());
        assertEquals(SyncStatus.Network.REACHED, desk.status().network());
    }

    @Test
    void startsNothingOnceStopped() {
        desk.stop();
        desk.sync();
        desk.tick();
        assertTrue(office.requests.isEmpty());
        assertFalse(desk.status().running());
    }
}
