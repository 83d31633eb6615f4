package vn.hoidan.client.app.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.quota.UnitPlan;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.core.interview.QualityFlag;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.Hold;
import vn.hoidan.core.sync.InterviewRecord;

/// The unit that an interview uses up when it is completed. One that has none is completed all the same: the server
/// keeps it and rules on it.
///
/// @param pastUseBy how long its lease should have been used before
record UsedUnit(Optional<LeaseId> lease, Optional<UnitCode> code, Optional<Duration> pastUseBy,
        List<HandChange> changes) {
    /// @param needed the cells of the interview; none in a drawn list, whose unit it has from its beginning
    static UsedUnit of(Hand before, InterviewEntry entry, List<CellKey> needed, Instant now) {
        List<HandChange> changes = new ArrayList<>();
        if (!needed.isEmpty() && (before.heldFor(entry.id()).isPresent() || entry.lease().isEmpty())) {
            changes.addAll(UnitPlan.of(before, entry.id(), needed, true, now).changes());
        }
        Hand hand = before.after(changes);
        Optional<Hold> held = hand.heldFor(entry.id());
        held.ifPresent(_ -> changes.add(new HandChange.HoldUsed(entry.id())));
        Optional<LeaseId> own = held.flatMap(hold -> hold instanceof Hold.OfLease(LeaseId lease)
                ? Optional.of(lease) : Optional.empty());
        Optional<UnitCode> told = held.flatMap(hold -> hold instanceof Hold.ByCode(UnitCode code)
                ? Optional.of(code) : Optional.empty());
        return new UsedUnit(held.isPresent() ? own : entry.lease(), told,
                own.map(lease -> Duration.between(hand.units().get(lease).useBy(), now))
                        .filter(late -> !late.isNegative()), changes);
    }

    /// The record of the interview with what it used.
    InterviewRecord usedBy(InterviewRecord held) {
        List<QualityFlag> flags = new ArrayList<>(held.flags());
        pastUseBy.ifPresent(late -> flags.add(new QualityFlag.StaleUnit(late)));
        return new InterviewRecord(held.id(), held.survey(), held.questionnaire(), held.list(), held.household(), lease,
                code, held.mode(), held.language(), held.consentVersion(), held.applicationVersion(),
                held.startedAt(), held.completedAt(), held.activeMillis(), held.changes(), held.answers(),
                held.timings(), held.paper(), flags, held.remarks(), held.course());
    }
}
