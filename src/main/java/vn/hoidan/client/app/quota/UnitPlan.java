package vn.hoidan.client.app.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.hand.Hand;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.quota.hand.Hold;

/// What is done with the hand once the answers to the screening of an interview are as they are now.
///
/// @param changes to be carried out
/// @param unit    whether it holds what it needs afterwards
public record UnitPlan(List<HandChange> changes, Unit unit) {
    public UnitPlan {
        changes = List.copyOf(changes);
    }

    /// Whether an interview holds its unit.
    public enum Unit {
        NONE_NEEDED,
        HELD,
        /// Of a lease past its use-by.
        HELD_STALE,
        NONE_LEFT
    }

    /// @param needed   the cells of the interview; none while the screening is not done, or if it is in none
    /// @param codeFits a code that it may hold was told for such a person
    public static UnitPlan of(Hand hand, InterviewId interview, List<CellKey> needed, boolean codeFits,
            Instant now) {
        Optional<Hold> held = hand.heldFor(interview);
        if (needed.isEmpty()) {
            // a code is spent on the household that it was told for: it stays
            boolean release = held.filter(Hold.OfLease.class::isInstance).isPresent();
            return new UnitPlan(release ? List.of(new HandChange.HoldReleased(interview)) : List.of(),
                    Unit.NONE_NEEDED);
        }
        if (held.filter(hold -> fits(hand, hold, needed, codeFits)).isPresent()) {
            return new UnitPlan(List.of(), held.get() instanceof Hold.OfLease(var lease)
                    && hand.units().get(lease).isStale(now) ? Unit.HELD_STALE : Unit.HELD);
        }
        List<HandChange> changes = new ArrayList<>();
        held.ifPresent(_ -> changes.add(new HandChange.HoldReleased(interview)));
        return switch (HandPlanner.start(hand.after(changes), interview, needed, now)) {
            case HandPlanner.Start.Go go -> {
                changes.add(go.change());
                yield new UnitPlan(changes, go.stale() ? Unit.HELD_STALE : Unit.HELD);
            }
            case HandPlanner.Start.NoUnit _ -> new UnitPlan(held.filter(Hold.ByCode.class::isInstance).isPresent()
                    ? List.of() : changes, Unit.NONE_LEFT);
        };
    }

    private static boolean fits(Hand hand, Hold hold, List<CellKey> cells, boolean codeFits) {
        return switch (hold) {
            case Hold.OfLease(var lease) -> Bundle.same(hand.units().get(lease).cells(), cells);
            case Hold.ByCode _ -> codeFits;
        };
    }
}
