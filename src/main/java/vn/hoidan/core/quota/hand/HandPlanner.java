package vn.hoidan.core.quota.hand;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;

/// Plans what a device does with its units, without a network. It never looks at remembered counts: the right to
/// interview comes from the units in hand alone.
public final class HandPlanner {

    private HandPlanner() {
    }

    /// Whether an interview may begin.
    public sealed interface Start {
        /// @param stale the unit's lease is past its use-by: warn and go on
        record Go(HandChange change, boolean stale) implements Start {
        }

        /// No unit for such a person is left here; a mate may have one.
        record NoUnit(List<CellKey> cells) implements Start {
        }
    }

    /// Keeps a unit for an interview once its screening is answered: of the lease that ends first.
    ///
    /// @param cells the bundle that the answers put it in
    public static Start start(Hand hand, InterviewId interview, List<CellKey> cells, Instant now) {
        return soonest(hand, cells)
                .<Start>map(units ->
                        new Start.Go(new HandChange.UnitHeld(interview, units.lease()), units.isStale(now)))
                .orElseGet(() -> new Start.NoUnit(cells));
    }

    /// Keeps the unit of a code that a mate read out.
    ///
    /// @return empty if the code was used here before
    public static Optional<HandChange> startByCode(Hand hand, InterviewId interview, UnitCode code) {
        return hand.codes().contains(code) ? Optional.empty()
                : Optional.of(new HandChange.CodeHeld(interview, code));
    }

    /// Everything that is free goes back, to be shared out anew; what is held for an interview stays.
    public static List<HandChange.UnitsReturned> giveAllBack(Hand hand) {
        return hand.units().values().stream().filter(each -> each.free() > 0)
                .map(each -> new HandChange.UnitsReturned(each.lease(), each.free())).toList();
    }

    /// To whom and until when units are handed over.
    ///
    /// @param id        drawn by chance
    /// @param epoch     the server's, as last seen
    /// @param nextRound when the taker will probably reach the office next
    public record Handover(VoucherId id, String giver, String taker, long epoch, Instant nextRound) {
    }

    /// Hands units of a bundle over, as many as there are of the lease that has most; fewer than wished if need be.
    /// Empty if there are none that the taker can bring home before their use-by.
    public static Optional<HandChange.VoucherGiven> give(Hand hand, List<CellKey> cells, int wished,
            Handover handover) {
        return hand.spare(cells, handover.nextRound()).stream()
                .max(Comparator.comparingInt(UnitsInHand::free))
                .filter(_ -> wished > 0)
                .map(each -> new HandChange.VoucherGiven(new Voucher(handover.id(), each.lease(), each.cells(),
                        Math.min(Math.min(wished, each.free()), Voucher.MOST_UNITS), each.useBy(), handover.epoch(),
                        handover.giver(), handover.taker())));
    }

    /// What becomes of a voucher that was read in.
    public sealed interface Taking {
        record Taken(HandChange.VoucherTaken change) implements Taking {
        }

        record Refused(Refusal refusal) implements Taking {
        }
    }

    /// Why a voucher is not taken.
    public enum Refusal {
        /// Taken before, here: nothing is lost.
        TAKEN_BEFORE("taken-before"),
        /// For another laptop.
        FOR_ANOTHER("for-another"),
        /// Not signed by the laptop that it names.
        NOT_GENUINE("not-genuine"),
        /// From before the server was restored; its lease is fenced.
        OTHER_EPOCH("other-epoch");

        private final String code;

        Refusal(String code) {
            this.code = code;
        }

        /// The key of its sentence.
        public String code() {
            return code;
        }
    }

    /// @param genuine true if the giver's signature of {@link Voucher#signedBytes} is good
    /// @param self    this device
    /// @param epoch   the server's, as last seen here
    public static Taking take(Hand hand, Voucher voucher, boolean genuine, String self, long epoch) {
        if (!genuine) {
            return new Taking.Refused(Refusal.NOT_GENUINE);
        }
        if (!voucher.taker().equals(self)) {
            return new Taking.Refused(Refusal.FOR_ANOTHER);
        }
        if (hand.taken().contains(voucher.id())) {
            return new Taking.Refused(Refusal.TAKEN_BEFORE);
        }
        return voucher.epoch() < epoch ? new Taking.Refused(Refusal.OTHER_EPOCH)
                : new Taking.Taken(new HandChange.VoucherTaken(voucher));
    }

    private static Optional<UnitsInHand> soonest(Hand hand, List<CellKey> cells) {
        return hand.units().values().stream()
                .filter(each -> each.free() > 0 && Bundle.same(each.cells(), cells))
                .min(Comparator.comparing(UnitsInHand::useBy));
    }
}
