package vn.hoidan.core.quota.hand;

import java.util.ArrayList;
import java.util.List;

/// Shares units among team mates who meet in the evening, bundle by bundle, by how much each will probably do on the
/// next working day. Looking further ahead is worse than not sharing at all: who comes to the office last would hoard.
public final class Levelling {

    /// Fewer units than this are moved only if they are a good part of all.
    private static final int WORTH_MOVING = 2;
    private static final double PART_WORTH_MOVING = 0.1;

    /// Whoever reaches the office within a day needs units for the time until then, at least for half a day.
    private static final double SHORTEST_DAYS = 0.5;

    private Levelling() {
    }

    /// One who is there.
    ///
    /// @param free        units that he or she could hand over, of each bundle
    /// @param perDay      interviews that he or she makes on a day
    /// @param daysToRound until his or her laptop will probably reach the office
    public record Mate(List<Integer> free, double perDay, double daysToRound) {
        public Mate {
            free = List.copyOf(free);
        }

        double nextDay() {
            return perDay * Math.clamp(daysToRound, SHORTEST_DAYS, 1);
        }
    }

    /// @param bundle place of the bundle
    /// @param from   place of the giver in the list of mates
    /// @param to     place of the taker
    public record Move(int bundle, int from, int to, int units) {
    }

    /// Who should give whom how many. All name their units of the same bundles in the same order.
    public static List<Move> among(List<Mate> mates) {
        List<Move> moves = new ArrayList<>();
        for (int bundle = 0; !mates.isEmpty() && bundle < mates.getFirst().free().size(); bundle++) {
            moves.addAll(of(bundle, mates));
        }
        return moves;
    }

    private static List<Move> of(int bundle, List<Mate> mates) {
        int all = mates.stream().mapToInt(mate -> mate.free().get(bundle)).sum();
        double work = mates.stream().mapToDouble(Mate::nextDay).sum();
        if (all == 0 || !(work > 0)) {
            return List.of();
        }
        int[] lack = new int[mates.size()];
        int moved = 0;
        int[] share = shares(mates, all, work);
        for (int place = 0; place < lack.length; place++) {
            lack[place] = share[place] - mates.get(place).free().get(bundle);
            moved += Math.max(0, lack[place]);
        }
        return moved == 0 || moved < WORTH_MOVING && moved < PART_WORTH_MOVING * all ? List.of()
                : moves(bundle, lack);
    }

    /// Whole shares that sum to all: the greatest remainders are rounded up.
    private static int[] shares(List<Mate> mates, int all, double work) {
        int[] share = new int[mates.size()];
        double[] rest = new double[share.length];
        int left = all;
        for (int place = 0; place < share.length; place++) {
            double exact = all * mates.get(place).nextDay() / work;
            share[place] = (int) Math.floor(exact);
            rest[place] = exact - share[place];
            left -= share[place];
        }
        for (; left > 0; left--) {
            int greatest = 0;
            for (int place = 1; place < rest.length; place++) {
                greatest = rest[place] > rest[greatest] ? place : greatest;
            }
            share[greatest]++;
            rest[greatest] = -1;
        }
        return share;
    }

    private static List<Move> moves(int bundle, int[] lack) {
        List<Move> moves = new ArrayList<>();
        int from = 0;
        for (int to = 0; to < lack.length; to++) {
            while (lack[to] > 0) {
                while (lack[from] >= 0) {
                    from++;
                }
                int units = Math.min(lack[to], -lack[from]);
                moves.add(new Move(bundle, from, to, units));
                lack[to] -= units;
                lack[from] += units;
            }
        }
        return moves;
    }
}
