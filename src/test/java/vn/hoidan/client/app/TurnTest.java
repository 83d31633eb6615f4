package vn.hoidan.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.sync.SyncRound;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.MemoryFieldStore;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;

/// Rounds of sync in a free quota: what is unused goes back and is shared out anew.
class TurnTest {
    private static final int UNITS = 3;

    private final MemoryFieldStore store = new MemoryFieldStore();
    private final FakeOffice office = new FakeOffice();
    private final SettableClock clock = new SettableClock(Samples.MORNING);
    private final SyncRound round = new SyncRound(store, office, xform -> {
        throw new AssertionError("nothing to load");
    }, new RecordNumbers(), clock);
    private int granted;

    TurnTest() {
        office.send(new DownItem.PlaceAssigned(SampleList.open(Samples.LIST, Samples.VILLAGE, "Thôn 1 (tập dượt)")));
        office.onWants = () -> {
            granted++;
            office.send(new DownItem.UnitsGranted(new Lease(new LeaseId("1-" + granted), Samples.lease().cells(),
                    UNITS, clock.now(), clock.now().plusSeconds(86_400)),
                    List.of(UnitCode.of(granted * 10L), UnitCode.of(granted * 10L + 1),
                            UnitCode.of(granted * 10L + 2))));
        };
    }

    private void run(boolean asked) {
        round.run(progress -> { }, () -> false, asked);
    }

    private void append() {
        store.apply(List.of(new Change.RecordAppended(RecordType.CONTACT, Samples.bytes(30, 1), Optional.empty())));
    }

    private int free() {
        return store.hand().free(Samples.lease().cells());
    }

    private List<UpRecord> returns(List<UpRecord> records) {
        return records.stream().filter(record -> record.type() == RecordType.UNITS_RETURNED).toList();
    }

    @Test
    void sendsEverythingBeforeItAsksAndTakesTheUnitsDownInTheSameRound() {
        append();
        run(true);
        assertEquals(UNITS, free());
        assertEquals(List.of(UnitCode.of(10), UnitCode.of(11), UnitCode.of(12)), store.codes(new LeaseId("1-1")));
        SyncRequest first = office.requests.getFirst();
        assertFalse(first.wants());
        assertEquals(1, first.records().size());
        assertEquals(1, office.requests.stream().filter(SyncRequest::wants).count());
        assertEquals(Optional.of(Samples.MORNING), store.syncState().lastTurn());
    }

    @Test
    void givesBackWhatIsFreeInTheRequestThatAsks() {
        run(true);
        append();
        office.requests.clear();
        run(true);
        SyncRequest asking = office.requests.stream().filter(SyncRequest::wants).findFirst().orElseThrow();
        assertEquals(List.of(RecordType.UNITS_RETURNED), asking.records().stream().map(UpRecord::type).toList());
        assertEquals(RecordNumbers.text(new UnitsRecord.Returned(new LeaseId("1-1"), UNITS)),
                asking.records().getFirst().body());
        assertEquals(List.of(new LeaseId("1-2")), List.copyOf(store.hand().units().keySet()));
    }

    @Test
    void givesNothingBackWhileWhatWasDoneDoesNotGetThrough() {
        run(true);
        append();
        office.cutNext(FakeOffice.Cut.AFTER_COMMIT);
        assertThrows(ProblemException.class, () -> run(true));
        assertEquals(UNITS, free());
        assertEquals(List.of(), returns(store.recordsAfter(0, 100, 1_000_000)));
    }

    @Test
    void leavesTheUnitsInHandInRoundsByItselfForAWhile() {
        run(true);
        clock.forward(SyncRound.BETWEEN_TURNS.minusSeconds(1));
        run(false);
        assertEquals(1, granted);
        clock.forward(Duration.ofSeconds(1));
        run(false);
        assertEquals(2, granted);
    }

    @Test
    void asksByItselfWhenNothingIsLeft() {
        run(false);
        assertEquals(1, granted, "the first time");
        store.applyFromHand(hand -> List.of(new Change.HandChanged(
                new HandChange.UnitsReturned(new LeaseId("1-1"), UNITS))));
        run(false);
        assertEquals(2, granted);
    }

    @Test
    void asksForNothingInAPlaceThatWasWithdrawn() {
        office.send(new DownItem.ListWithdrawn(Samples.LIST));
        run(true);
        assertEquals(0, granted);
    }

    @Test
    void losesAndDoublesNoUnitWhereverTheLineIsCut() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int cuts = 0;
        for (int step = 0; step < 120; step++) {
            if (random.nextBoolean()) {
                append();
            }
            if (random.nextInt(3) > 0) {
                office.cutAfter(random.nextInt(4), FakeOffice.Cut.values()[random.nextInt(2)]);
                try {
                    run(true);
                } catch (ProblemException cut) {
                    cuts++;
                }
            } else {
                office.cutNothing();
                run(true);
            }
            everyUnitIsInOnePlace("seed " + seed + ", step " + step);
        }
        office.cutNothing();
        run(true);
        assertTrue(cuts > 20, "seed " + seed);
        assertEquals(store.syncState().head(), store.syncState().stored(), "seed " + seed);
        everyUnitIsInOnePlace("seed " + seed);
    }

    /// Of every lease that came down all units are either free here or returned by a record, once.
    private void everyUnitIsInOnePlace(String seed) {
        int cursor = (int) store.syncState().cursor();
        Map<LeaseId, UnitsInHand> hand = store.hand().units();
        List<String> returned = returns(store.recordsAfter(0, 10_000, 100_000_000)).stream()
                .map(record -> new String(record.body().toArray())).toList();
        office.down.subList(0, cursor).forEach(entry -> {
            if (entry.item() instanceof DownItem.UnitsGranted(Lease lease, List<UnitCode> codes)) {
                String all = new String(RecordNumbers.text(new UnitsRecord.Returned(lease.id(), codes.size()))
                        .toArray());
                long back = returned.stream().filter(all::equals).count();
                assertEquals(1, back + (hand.containsKey(lease.id()) ? 1 : 0), seed + ", " + lease.id());
            }
        });
    }

    @Test
    void endsEveryLeaseFromBeforeARestoreOfTheServer() {
        run(true);
        assertEquals(UNITS, free());
        office.epoch = 2;
        office.onWants = () -> { };
        run(false);
        assertEquals(0, free());
        assertEquals(List.of(), returns(store.recordsAfter(0, 100, 1_000_000)));
    }
}
