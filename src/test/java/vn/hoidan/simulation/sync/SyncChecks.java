package vn.hoidan.simulation.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.LedgerCheck;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Interviews;
import vn.hoidan.server.app.book.LedgerFault;
import vn.hoidan.simulation.Violation;

/// The invariants of sync, by the numbers of their specification.
final class SyncChecks {
    private final SyncWorld world;
    private final UnitChecks units;
    private final Map<SimulatedLaptop, SyncState> last = new HashMap<>();
    /// Seen at the office with what was saved, since it was last restored: an office forgets in no other way.
    private final Set<InterviewId> arrived = new HashSet<>();
    private long restored;
    private long writes;

    SyncChecks(SyncWorld world) {
        this.world = world;
        this.units = new UnitChecks(world);
    }

    int incarnation(SimulatedLaptop laptop) {
        return laptop.disk.contents().syncState().incarnation();
    }

    Map<InterviewId, Bytes> atTheOffice() {
        return world.office.look(central -> {
            Map<InterviewId, Bytes> found = new HashMap<>();
            central.interviews().each(SmallSurvey.ID, kept -> found.put(kept.entry().id(),
                    world.records.plain(kept.entry().device(), kept.record())));
            return found;
        });
    }

    Set<InterviewId> onDisks() {
        Set<InterviewId> found = new HashSet<>();
        world.laptops.forEach(laptop -> found.addAll(laptop.disk.interviews()));
        return found;
    }

    void afterAStep() {
        if (world.events.of("restored") > restored) {
            restored = world.events.of("restored");
            arrived.clear();
        }
        Set<InterviewId> waited = new HashSet<>(world.saved);
        waited.removeAll(arrived);
        world.office.look(central -> {
            world.madeUp.forEach(id -> Violation.unless(central.interviews().find(id).isEmpty(), "I12",
                    "nobody did this interview: " + id.asText()));
            waited.forEach(id -> central.interviews().find(id).ifPresent(entry -> arrived(id, entry,
                    central.logs().record(entry.device(), entry.number()).orElseThrow())));
            return waited;
        });
        waited.removeAll(arrived);
        waited.removeAll(world.destroyed);
        if (!waited.isEmpty()) {
            waited.removeAll(onDisks());
            Violation.unless(waited.isEmpty(), "I1", "saved interviews are nowhere: " + waited);
        }
        units.neverMoreThanTheOfficeHasGiven();
        if (world.office.writes() > writes) {
            writes = world.office.writes();
            nothingIsLost();
            Violation.unless(world.office.<List<LedgerFault>>look(central -> central.ledger().faults()).isEmpty(),
                    "I2", "counters are not what the ledger and the interviews say");
        }
    }

    private void arrived(InterviewId id, Interviews.Entry entry, UpRecord record) {
        Violation.unless(world.tried.get(id).contains(world.records.plain(entry.device(), record)), "I12",
                "other content at the office: " + id.asText());
        arrived.add(id);
    }

    /// I1, and I2 and I12 for all that the office holds.
    private void nothingIsLost() {
        Map<InterviewId, Bytes> office = atTheOffice();
        Set<InterviewId> disks = onDisks();
        world.saved.forEach(id -> {
            Violation.unless(office.containsKey(id) || disks.contains(id) || world.destroyed.contains(id), "I1",
                    "a saved interview is nowhere: " + id.asText());
            Violation.unless(!office.containsKey(id) || world.tried.get(id).contains(office.get(id)), "I12",
                    "other content at the office: " + id.asText());
        });
    }

    /// I6, I7 and I11 for the laptop that has just synced.
    void afterARound(SimulatedLaptop laptop) {
        SyncState now = laptop.disk.contents().syncState();
        Violation.unless(now.stored().number() <= now.head().number() && now.safe().number() <= now.stored().number(),
                "I6", "acknowledged beyond the own log");
        SyncState before = last.put(laptop, now);
        if (before != null && before.epoch() == now.epoch() && before.incarnation() == now.incarnation()) {
            Violation.unless(laptop.disk.wasPutBack() || before.stored().number() <= now.stored().number()
                    && before.cursor() <= now.cursor(), "I6", "a position went back");
        }
        laptop.disk.seen();
        laptop.disk.contents().interviews().stream().filter(InterviewEntry::onlyAtOffice)
                .forEach(entry -> Violation.unless(world.office.newestBackupHolds(entry.id()), "I3",
                        "deleted and in no backup: " + entry.id().asText()));
        boolean sameEpoch = now.epoch() == world.office.<Long>look(central -> central.surveys().epoch());
        Violation.unless(!sameEpoch || isAtTheOffice(laptop, now, now.stored()), "I11", "acknowledged and not there");
    }

    private boolean isAtTheOffice(SimulatedLaptop laptop, SyncState state, LogPosition position) {
        return position.equals(LogPosition.START) || world.office.look(central -> position.hash().equals(central.logs()
                .hashes(OwnLog.name(laptop.device, state.incarnation()), position.number(), position.number())
                .get(position.number())));
    }

    boolean isQuiet() {
        return world.laptops.stream().allMatch(laptop -> {
            SyncState state = laptop.disk.contents().syncState();
            return state.waiting() == 0 && world.office.look(central -> central.devices()
                    .find(OwnLog.name(laptop.device, state.incarnation())))
                    .filter(log -> log.told() == state.cursor()).isPresent();
        });
    }

    /// I8 and I10: the faults have stopped, so everything has arrived and everybody knows what became of it.
    void atTheEnd() {
        nothingIsLost();
        Map<InterviewId, Bytes> office = atTheOffice();
        for (SimulatedLaptop laptop : world.laptops) {
            FieldStore disk = laptop.disk.contents();
            SyncState state = disk.syncState();
            Violation.unless(state.waiting() == 0, "I8", laptop.device + " still has records to send");
            Devices.Device log = world.office.look(central -> central.devices()
                    .find(OwnLog.name(laptop.device, state.incarnation()))).orElseThrow();
            Violation.unless(log.told() == state.cursor(), "I10", laptop.device + " has read its down-log up to "
                    + state.cursor() + " of " + log.told());
            for (InterviewEntry entry : disk.interviews()) {
                if (entry.state() == InterviewState.COMPLETED) {
                    Violation.unless(office.containsKey(entry.id()), "I8", "not at the office: " + entry.id().asText());
                    Optional<Interviews.Entry> ruled = world.office.look(central ->
                            central.interviews().find(entry.id()));
                    // of two contents the office keeps one and sets the other aside
                    boolean once = world.tried.getOrDefault(entry.id(), Set.of()).size() < 2;
                    Violation.unless(!once || entry.ruling().equals(ruled.map(Interviews.Entry::ruling)), "I8",
                            "another ruling at the office: " + entry.id().asText());
                }
            }
        }
        if (!world.kind.free()) {
            sharesOfLists();
        }
        units.atTheEnd();
        if (world.kind.files()) {
            new AlongChecks(world).atTheEnd();
        }
        LedgerCheck.holds(world.office.place.file());
    }

    /// A list is out to the log that its holder works with, and that laptop shows it.
    private void sharesOfLists() {
        List<String> live = world.office.look(central -> central.lists().of(SmallSurvey.ID).stream()
                .flatMap(list -> central.ledger().liveLease(list.id()).stream()).map(lease -> lease.device() + " "
                        + lease.list().orElseThrow().text()).toList());
        for (SimulatedLaptop laptop : world.laptops) {
            String log = OwnLog.name(laptop.device, incarnation(laptop));
            laptop.disk.contents().lists().forEach(held -> Violation.unless(held.withdrawn()
                    != live.contains(log + " " + held.list().id().text()), "I10",
                    log + " takes " + (held.withdrawn() ? "not " : "") + "for its own " + held.list().id().text()
                            + " of " + live));
        }
    }
}
