package vn.hoidan.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LeaseTerms;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.HandPlanner;
import vn.hoidan.core.quota.hand.Levelling;
import vn.hoidan.core.quota.hand.UnitsInHand;

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
                            now.plus(LeaseTerms.TIME_TO_BRING_HOME)));
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

    /// The evening's levelling by what all who are there read out of their laptops.
    static void level(List<Enumerator> present, DistrictOffice office, Instant now) {
        List<Levelling.Mate> mates = present.stream().map(mate -> actual(mate, office, now)).toList();
        for (Levelling.Move move : Levelling.among(mates)) {
            move(present.get(move.from()), present.get(move.to()), office.bundle(move.bundle()), move.units(), now);
        }
    }

    /// The same when nobody reads anything out: each hands over what the own laptop proposes, from its own units and
    /// what the office told of the others at its last round.
    static void levelFromMemory(List<Enumerator> present, DistrictOffice office, Instant now) {
        for (Enumerator giver : present) {
            List<Levelling.Mate> mates = present.stream().map(mate -> mate == giver ? actual(mate, office, now)
                    : remembered(giver, mate, office, now)).toList();
            for (Levelling.Move move : Levelling.among(mates)) {
                Enumerator taker = present.get(move.to());
                if (present.get(move.from()) == giver) {
                    int came = move(giver, taker, office.bundle(move.bundle()), move.units(), now);
                    giver.moved.merge(taker.device() + " " + move.bundle(), came, Integer::sum);
                    taker.moved.merge(giver.device() + " " + move.bundle(), -came, Integer::sum);
                }
            }
        }
    }

    private static Levelling.Mate actual(Enumerator mate, DistrictOffice office, Instant now) {
        Pace pace = office.pace(mate);
        Instant home = now.plus(LeaseTerms.TIME_TO_BRING_HOME);
        return new Levelling.Mate(bundles(office).map(cells -> mate.hand.spare(cells, home).stream()
                .mapToInt(UnitsInHand::free).sum()).toList(), pace.perDay(), days(now, pace.nextRound()));
    }

    private static Levelling.Mate remembered(Enumerator by, Enumerator mate, DistrictOffice office, Instant now) {
        Optional<MateUnits> known = by.heard.stream().filter(each -> each.device().equals(mate.device())).findFirst();
        List<Integer> free = new ArrayList<>();
        bundles(office).forEach(cells -> free.add(Math.max(0, known.map(each -> each.likelyFree(cells, now)).orElse(0)
                + by.moved.getOrDefault(mate.device() + " " + free.size(), 0))));
        return new Levelling.Mate(free, known.map(MateUnits::perDay).orElse(0.0),
                known.map(each -> each.daysToRound(now)).orElse(0.0));
    }

    /// What the office tells of a laptop from now on.
    static MateUnits told(Enumerator mate, DistrictOffice office, Instant now) {
        Pace pace = office.pace(mate);
        return new MateUnits(mate.device(), now, pace.perDay(), pace.nextRound(), bundles(office)
                .map(cells -> new MateUnits.Units(cells, mate.hand.free(cells))).toList());
    }

    private static Stream<List<CellKey>> bundles(DistrictOffice office) {
        return IntStream.range(0, HanoiModel.CELLS).mapToObj(office::bundle);
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / (double) Duration.ofDays(1).toMillis();
    }
}
