package vn.hoidan.core.quota.hand;

import java.util.ArrayList;
import java.util.List;

/// Shares the units of one bundle among team mates who meet in the evening, by how much each will probably do on the
/// next working day. Looking further ahead is worse than not sharing at all: who comes to the office last would hoard.
public final class Levelling {

    /// Fewer units than this are moved only if they are a good part of all.
    private static final int WORTH_MOVING = 2;
    private static final double PART_WORTH_MOVING = 0.1;

    private Levelling() {
    }

    /// @param free    units of the bundle that he or she could hand over
    /// @param nextDay interviews that he or she will probably make on the next day
    public record Mate(int free, double nextDay) {
    }

    /// @param from place of the giver in the list of mates
    /// @param to   place of the taker
    public record Move(int from, int to, int units) {
    }

    public static List<Move> among(List<Mate> mates) {
        int all = mates.stream().mapToInt(Mate::free).sum();
        double work = mates.stream().mapToDouble(Mate::nextDay).sum();
        if (all == 0 || !(work > 0)) {
            return List.of();
        }
        int[] lack = new int[mates.size()];
        int moved = 0;
        int[] share = shares(mates, all, work);
        for (int place = 0; place < lack.length; place++) {
            lack[place] = share[place] - mates.get(place).free();
            moved += Math.max(0, lack[place]);
        }
        return moved == 0 || moved < WORTH_MOVING && moved < PART_WORTH_MOVING * all ? List.of() : moves(lack);
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

    private static List<Move> moves(int[] lack) {
        List<Move> moves = new ArrayList<>();
        int from = 0;
        for (int to = 0; to < lack.length; to++) {
            while (lack[to] > 0) {
                while (lack[from] >= 0) {
                    from++;
                }
                int units = Math.min(lack[to], -lack[from]);
                moves.add(new Move(from, to, units));
                lack[to] -= units;
                lack[from] += units;
            }
        }
        return moves;
    }
}
