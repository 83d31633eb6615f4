package vn.hoidan.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.quota.hand.Levelling;

/// Units used and moved by the enumerators of the Hanoi model, through the planners of the device.
final class Handovers {

    private static final long EPOCH = 1;

    private Handovers() {
    }

    static LeaseId use(Enumerator mate, List<CellKey> cells, Instant now) {
        InterviewId id = new InterviewId(new UUID(mate.fate.nextLong(), mate.fate.nextLong()));
        HandPlanner.Start.Go go = (HandPlanner.Start.Go) HandPlanner.start(mate.hand, id, cells, now);
        LeaseId lease = ((HandChange.UnitHeld) go.change()).lease();
        mate.hand = mate.hand.after(List.of(go.change(), new HandChange.HoldUsed(id)));
        return lease;
    }

    /// @return units that came over, maybe by several vouchers
    static int move(Enumerator giver, Enumerator taker, List<CellKey> cells, int units, Instant now) {
        int moved = 0;
        while (moved < units) {
            VoucherId id = new VoucherId("%016x".formatted(giver.fate.nextLong()));
            Optional<HandChange.VoucherGiven> given = HandPlanner.give(giver.hand, cells, units - moved,
                    new HandPlanner.Handover(id, giver.device(), taker.device(), EPOCH,
                            now.plus(Duration.ofHours(12))));
            if (given.isEmpty()) {
                return moved;
            }
            Voucher voucher = given.get().voucher();
            giver.hand = giver.hand.after(given.get());
            HandPlanner.Taking.Taken taken = (HandPlanner.Taking.Taken) HandPlanner.take(taker.hand, voucher, true,
                    taker.device(), EPOCH);
            taker.hand = taker.hand.after(taken.change());
            moved += voucher.units();
        }
        return moved;
    }

    /// The evening's levelling of one cell: for the next working day only.
    static void level(List<Enumerator> present, DistrictOffice office, int cell, Instant now, double day) {
        List<CellKey> cells = office.bundle(cell);
        List<Levelling.Mate> mates = new ArrayList<>();
        for (Enumerator mate : present) {
            double days = Math.min(1, Math.max(0.5, mate.nextSync - day));
            mates.add(new Levelling.Mate(mate.hand.free(cells), office.perDay(mate) * days));
        }
        for (Levelling.Move move : Levelling.among(mates)) {
            move(present.get(move.from()), present.get(move.to()), cells, move.units(), now);
        }
    }
}
