package vn.hoidan.client.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.Hold;
import vn.hoidan.core.quota.hand.UnitsInHand;
import vn.hoidan.wire.Wire;

/// The hand as rows. What a change does to it is worked out by {@link Hand}; here only the rows that differ are
/// written.
record HandRows(Handle handle, Sealing sealing) {
    Hand read() {
        Map<LeaseId, UnitsInHand> units = new LinkedHashMap<>();
        handle.createQuery("SELECT lease, sealed FROM unit_lease ORDER BY ordinal").map((row, context) -> Wire
                .unitsInHand(sealing.open(row.getBytes("sealed"), Contexts.units(new LeaseId(row.getString("lease"))))))
                .forEach(each -> units.put(each.lease(), each));
        Map<InterviewId, Hold> holds = new LinkedHashMap<>();
        handle.createQuery("SELECT interview, sealed FROM unit_hold ORDER BY ordinal").map((row, context) -> {
            InterviewId interview = InterviewId.parse(row.getString("interview"));
            return Map.entry(interview, Wire.hold(sealing.open(row.getBytes("sealed"), Contexts.hold(interview))));
        }).forEach(each -> holds.put(each.getKey(), each.getValue()));
        return new Hand(units, holds, new HashSet<>(handle.createQuery("SELECT id FROM voucher_taken")
                .map((row, context) -> new VoucherId(row.getString("id"))).list()),
                new UnitCodes(handle, sealing).spent());
    }

    void apply(HandChange change) {
        Hand before = read();
        write(before, before.after(change));
    }

    private void write(Hand before, Hand after) {
        UnitCodes codes = new UnitCodes(handle, sealing);
        before.units().keySet().stream().filter(lease -> !after.units().containsKey(lease)).forEach(lease -> {
            handle.execute("DELETE FROM unit_lease WHERE lease = ?", lease.text());
            codes.forget(lease);
        });
        after.units().values().stream().filter(units -> !units.equals(before.units().get(units.lease())))
                .forEach(units -> handle.execute("INSERT INTO unit_lease (lease, sealed) VALUES (?, ?) "
                        + "ON CONFLICT (lease) DO UPDATE SET sealed = excluded.sealed", units.lease().text(),
                        sealing.seal(Wire.of(units), Contexts.units(units.lease()))));
        before.holds().keySet().stream().filter(interview -> !after.holds().containsKey(interview))
                .forEach(interview -> handle.execute("DELETE FROM unit_hold WHERE interview = ?", interview.asText()));
        after.holds().forEach((interview, hold) -> {
            if (!before.holds().containsKey(interview)) {
                handle.execute("INSERT INTO unit_hold (interview, sealed) VALUES (?, ?)", interview.asText(),
                        sealing.seal(Wire.of(hold), Contexts.hold(interview)));
            }
        });
        after.taken().stream().filter(id -> !before.taken().contains(id))
                .forEach(id -> handle.execute("INSERT INTO voucher_taken (id) VALUES (?)", id.text()));
        after.codes().stream().filter(code -> !before.codes().contains(code)).forEach(codes::spend);
    }

    /// After rows were lost: what is held for an interview that is not in work any more, or of a lease that is not
    /// known any more, is held no longer.
    void settle() {
        handle.execute("DELETE FROM unit_hold WHERE interview NOT IN (SELECT id FROM interview "
                + "WHERE state = 'in-work')");
        Hand hand = read();
        List<InterviewId> lost = hand.holds().entrySet().stream()
                .filter(each -> each.getValue() instanceof Hold.OfLease(LeaseId lease)
                        && !hand.units().containsKey(lease)).map(Map.Entry::getKey).toList();
        lost.forEach(interview -> handle.execute("DELETE FROM unit_hold WHERE interview = ?", interview.asText()));
    }

    /// Of an older state nobody knows which units were used or handed over since; what interviews hold stays.
    void loseFreeUnits() {
        Hand hand = read();
        hand.units().values().stream().filter(units -> units.free() > 0)
                .forEach(units -> apply(new HandChange.UnitsReturned(units.lease(), units.free())));
    }
}
