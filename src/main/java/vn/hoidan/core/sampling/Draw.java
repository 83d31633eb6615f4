package vn.hoidan.core.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Random draws that anybody can repeat: the same seed gives the same draw on every machine, for ever. What is drawn
/// are positions in a list, from 0.
public final class Draw {
    /// Longest list; a frame of all households of the country has fewer.
    public static final int MOST_UNITS = 50_000_000;

    private static final long HASH_START = 0xCBF29CE484222325L;
    private static final long HASH_FACTOR = 0x100000001B3L;

    private Draw() {
    }

    /// Draws by the method wanted; in the order of the draw, for systematic draws the order of the list.
    public static List<Integer> of(DrawMethod method, int take, int units, long seed) {
        return switch (method) {
            case SIMPLE_RANDOM -> simpleRandom(take, units, seed);
            case SYSTEMATIC -> systematic(take, units, seed);
        };
    }

    /// A simple random draw without replacement, in the order drawn: the head of a shuffled list (Durstenfeld's
    /// shuffle from the front: position `i` is exchanged with one drawn from `i` to the end).
    public static List<Integer> simpleRandom(int take, int units, long seed) {
        check(take, units);
        SplitMix64 random = new SplitMix64(seed);
        int[] positions = IntStream.range(0, units).toArray();
        List<Integer> drawn = new ArrayList<>(take);
        for (int index = 0; index < take; index++) {
            int other = index + random.below(units - index);
            int chosen = positions[other];
            positions[other] = positions[index];
            positions[index] = chosen;
            drawn.add(chosen);
        }
        return List.copyOf(drawn);
    }

    /// A systematic draw with a fractional interval: a start `s` drawn from 0 to `units - 1`, then positions
    /// `(s + i * units) / take` rounded down. Each unit has the same chance, whatever `units / take` is.
    public static List<Integer> systematic(int take, int units, long seed) {
        check(take, units);
        if (take == 0) {
            return List.of();
        }
        long start = new SplitMix64(seed).below(units);
        return IntStream.range(0, take).mapToObj(index -> (int) ((start + (long) index * units) / take)).toList();
    }

    /// The seed of one part of a larger draw: of a commune within a district, of a village's list. Depends on the
    /// name alone (64-bit FNV-1a over its UTF-16 units, mixed with the seed), so that parts can be drawn in any order.
    public static long seedFor(long seed, String name) {
        long hash = HASH_START;
        for (int index = 0; index < name.length(); index++) {
            hash = (hash ^ name.charAt(index)) * HASH_FACTOR;
        }
        return SplitMix64.mix(seed ^ SplitMix64.mix(hash));
    }

    private static void check(int take, int units) {
        if (take < 0 || take > units || units > MOST_UNITS) {
            throw new IllegalArgumentException("cannot draw " + take + " of " + units);
        }
    }
}
