package vn.hoidan.core.quota.hand;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;

/// All quota units in the hand of a device. Never changed: {@link #after} gives the next. It is what its changes say,
/// so a store may keep it as it is or carry the changes out again.
///
/// @param units those free or held, by lease, in the order in which they came
/// @param holds by interview in work
/// @param taken vouchers taken in, for good: each once
/// @param codes codes that were used here or read out, for good
public record Hand(Map<LeaseId, UnitsInHand> units, Map<InterviewId, Hold> holds, Set<VoucherId> taken,
        Set<UnitCode> codes) {

    public static final Hand EMPTY = new Hand(Map.of(), Map.of(), Set.of(), Set.of());

    public Hand {
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        holds = Collections.unmodifiableMap(new LinkedHashMap<>(holds));
        taken = Set.copyOf(taken);
        codes = Set.copyOf(codes);
    }

    public Hand after(Collection<? extends HandChange> changes) {
        Hand hand = this;
        for (HandChange change : changes) {
            hand = hand.after(change);
        }
        return hand;
    }

    /// @throws IllegalStateException if the change does not fit what is in hand
    public Hand after(HandChange change) {
        return switch (change) {
            case HandChange.LeaseReceived received -> {
                require(!units.containsKey(received.lease().id()), "lease received twice");
                yield withUnits(new UnitsInHand(received.lease().id(), received.lease().cells(),
                        received.lease().useBy(), received.lease().units(), false));
            }
            case HandChange.LeaseEnded ended ->
                units.containsKey(ended.lease())
                        ? withUnits(of(ended.lease()).endedNow()).without(ended.lease()) : this;
            case HandChange.UnitHeld held -> withUnits(of(held.lease()).with(-1))
                    .withHold(held.interview(), new Hold.OfLease(held.lease()));
            case HandChange.CodeHeld held ->
                withCode(held.code()).withHold(held.interview(), new Hold.ByCode(held.code()));
            case HandChange.HoldReleased released -> switch (hold(released.interview())) {
                case Hold.OfLease lease -> withoutHold(released.interview())
                        .withUnits(of(lease.lease()).with(of(lease.lease()).ended() ? 0 : 1))
                        .without(lease.lease());
                // a code told by voice is spent on the household it was asked for
                case Hold.ByCode _ -> withoutHold(released.interview());
            };
            case HandChange.HoldUsed used -> switch (hold(used.interview())) {
                case Hold.OfLease lease -> withoutHold(used.interview()).without(lease.lease());
                case Hold.ByCode _ -> withoutHold(used.interview());
            };
            case HandChange.UnitsReturned returned -> spent(returned.lease(), returned.units());
            case HandChange.VoucherGiven given -> spent(given.voucher().lease(), given.voucher().units());
            case HandChange.VoucherTaken took -> afterTaking(took.voucher());
            case HandChange.CodeGiven given -> spent(given.lease(), 1).withCode(given.code());
        };
    }

    private Hand spent(LeaseId lease, int some) {
        return withUnits(of(lease).with(-some)).without(lease);
    }

    private Hand afterTaking(Voucher voucher) {
        require(!taken.contains(voucher.id()), "voucher taken twice");
        Set<VoucherId> more = new HashSet<>(taken);
        more.add(voucher.id());
        UnitsInHand before = units.getOrDefault(voucher.lease(),
                new UnitsInHand(voucher.lease(), voucher.cells(), voucher.useBy(), 0, false));
        Hand next = withUnits(before.with(before.ended() ? 0 : voucher.units()));
        return new Hand(next.units, holds, more, codes);
    }

    /// Free units for interviews of this bundle.
    public int free(List<CellKey> cells) {
        int free = 0;
        for (UnitsInHand each : units.values()) {
            if (each.free() > 0 && Bundle.same(each.cells(), cells)) {
                free += each.free();
            }
        }
        return free;
    }

    /// Free units of this bundle that a mate could still bring home, by lease.
    ///
    /// @param nextRound when the mate will probably reach the office
    public List<UnitsInHand> spare(List<CellKey> cells, Instant nextRound) {
        return units.values().stream().filter(each -> each.free() > 0 && nextRound.isBefore(each.useBy())
                && Bundle.same(each.cells(), cells)).toList();
    }

    /// What an interview in work holds.
    public Optional<Hold> heldFor(InterviewId interview) {
        return Optional.ofNullable(holds.get(interview));
    }

    private Hold hold(InterviewId interview) {
        require(holds.containsKey(interview), "no unit held");
        return holds.get(interview);
    }

    private UnitsInHand of(LeaseId lease) {
        require(units.containsKey(lease), "no such lease");
        return units.get(lease);
    }

    private Hand withUnits(UnitsInHand changed) {
        Map<LeaseId, UnitsInHand> next = new LinkedHashMap<>(units);
        next.put(changed.lease(), changed);
        return new Hand(next, holds, taken, codes);
    }

    /// A lease of which nothing is left here needs no place.
    private Hand without(LeaseId spent) {
        if (units.get(spent).free() > 0 || holds.containsValue(new Hold.OfLease(spent))) {
            return this;
        }
        Map<LeaseId, UnitsInHand> next = new LinkedHashMap<>(units);
        next.remove(spent);
        return new Hand(next, holds, taken, codes);
    }

    private Hand withHold(InterviewId interview, Hold hold) {
        require(!holds.containsKey(interview), "a unit is held already");
        Map<InterviewId, Hold> next = new LinkedHashMap<>(holds);
        next.put(interview, hold);
        return new Hand(units, next, taken, codes);
    }

    private Hand withoutHold(InterviewId interview) {
        hold(interview);
        Map<InterviewId, Hold> next = new LinkedHashMap<>(holds);
        next.remove(interview);
        return new Hand(units, next, taken, codes);
    }

    private Hand withCode(UnitCode code) {
        require(!codes.contains(code), "code used before");
        Set<UnitCode> next = new HashSet<>(codes);
        next.add(code);
        return new Hand(units, holds, taken, next);
    }

    private static void require(boolean right, String wrong) {
        if (!right) {
            throw new IllegalStateException(wrong);
        }
    }
}
