package vn.hoidan.core.sampling;

import java.util.random.RandomGenerator;

/// The random numbers of draws. The algorithm is SplitMix64 (Steele, Lea and Flood 2014) written out here, so that no
/// other release of Java, machine or language can change a draw that has been published with its seed.
public final class SplitMix64 implements RandomGenerator {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    public SplitMix64(long seed) {
        state = seed;
    }

    @Override
    public long nextLong() {
        state += STEP;
        return mix(state);
    }

    /// A number from 0 to `bound - 1`, each equally likely: the upper 63 bits of the next number modulo the bound;
    /// numbers of the last, incomplete run of the bound are passed over. Not left to the library, whose way to bound
    /// a number may change.
    public int below(int bound) {
        long bits = nextLong() >>> 1;
        long rest = bits % bound;
        while (bits - rest + (bound - 1) < 0) {
            bits = nextLong() >>> 1;
            rest = bits % bound;
        }
        return (int) rest;
    }

    static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
