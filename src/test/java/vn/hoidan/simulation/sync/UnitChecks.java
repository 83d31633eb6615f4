package vn.hoidan.simulation.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.hand.Hold;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.simulation.Violation;

/// The invariants of units, by the numbers of their specification.
record UnitChecks(SyncWorld world) {

    /// I5: what all laptops could still use of a lease, what is on its way by voucher and what was done and not told
    /// yet are together no more than the office thinks is out. Disks that were copied or put back have it twice.
    void neverMoreThanTheOfficeHasGiven() {
        if (world.copied || !world.kind.free()) {
            return;
        }
        Map<LeaseId, Integer> out = out();
        out.forEach((lease, units) -> live(lease).ifPresent(held -> Violation.unless(units <= held.left(), "I5",
                units + " units of lease " + lease.text() + " are about, " + held.left() + " are out")));
    }

    /// Where nothing was copied, destroyed or restored each unit that is out is somewhere (I10), and no interview waits
    /// (Q8).
    void atTheEnd() {
        neverMoreThanTheOfficeHasGiven();
        if (!world.kind.gentle()) {
            return;
        }
        if (world.kind.free()) {
            Map<LeaseId, Integer> out = out();
            for (HeldLease held : everyLiveLease()) {
                Violation.unless(out.getOrDefault(held.id(), 0) == held.left(), "I10", held.left()
                        + " units of lease " + held.id().text() + " are out, " + out.get(held.id()) + " are about");
            }
        }
        long waiting = world.office.<List<CellCount>>look(central -> central.ledger().counts(SmallSurvey.ID)).stream()
                .mapToLong(CellCount::pending).sum();
        Violation.unless(waiting == 0 || !world.kind.free(), "Q8", waiting + " interviews wait without a reason");
    }

    private List<HeldLease> everyLiveLease() {
        return world.laptops.stream().flatMap(laptop -> world.office.<List<HeldLease>>look(central ->
                central.ledger().liveLeases(log(laptop))).stream()).toList();
    }

    private Optional<HeldLease> live(LeaseId lease) {
        return world.office.<Optional<HeldLease>>look(central -> central.ledger().lease(lease))
                .filter(HeldLease::isLive);
    }

    private static String log(SimulatedLaptop laptop) {
        return OwnLog.name(laptop.device, laptop.disk.contents().syncState().incarnation());
    }

    private Map<LeaseId, Integer> out() {
        Map<LeaseId, Integer> out = new HashMap<>();
        for (SimulatedLaptop laptop : world.laptops) {
            FieldStore disk = laptop.disk.contents();
            for (UnitsInHand units : disk.hand().units().values()) {
                out.merge(units.lease(), units.free(), Integer::sum);
            }
            disk.hand().holds().values().stream()
                    .filter(Hold.OfLease.class::isInstance)
                    .forEach(hold -> out.merge(((Hold.OfLease) hold).lease(), 1,
                            Integer::sum));
            untold(laptop, disk).forEach(record -> used(log(laptop), record).ifPresent(lease ->
                    out.merge(lease, unitsOf(log(laptop), record), Integer::sum)));
        }
        world.vouchers.stream().map(given -> given.voucher().voucher()).filter(this::isOnItsWay)
                .forEach(voucher -> out.merge(voucher.lease(), voucher.units(), Integer::sum));
        return out;
    }

    /// To a laptop that is still there and has not taken it.
    private boolean isOnItsWay(Voucher voucher) {
        List<SimulatedLaptop> takers = world.laptops.stream()
                .filter(laptop -> laptop.device.equals(voucher.taker())).toList();
        return !takers.isEmpty() && takers.stream()
                .noneMatch(laptop -> laptop.disk.contents().hand().taken().contains(voucher.id()));
    }

    /// What the office has not heard of, whatever the laptop knows about that.
    private List<UpRecord> untold(SimulatedLaptop laptop, FieldStore disk) {
        SyncState state = disk.syncState();
        long stored = world.office.<Long>look(central -> central.devices().find(log(laptop))
                .map(device -> device.stored().number()).orElse(state.stored().number()));
        return disk.recordsAfter(stored, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private Optional<LeaseId> used(String log, UpRecord record) {
        if (record.type() == RecordType.INTERVIEW) {
            return world.records.interview(log, record).lease();
        }
        return record.type() == RecordType.UNITS_RETURNED ? Optional.of(returned(log, record).lease())
                : Optional.empty();
    }

    private int unitsOf(String log, UpRecord record) {
        return record.type() == RecordType.UNITS_RETURNED ? returned(log, record).units() : 1;
    }

    private UnitsRecord.Returned returned(String log, UpRecord record) {
        return (UnitsRecord.Returned) world.records.units(log, record);
    }
}
