package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import vn.hoidan.core.sampling.SplitMix64;

/// Variance a second way: the statistic is counted again on samples made from this one. It asks nothing of the
/// statistic but that it can be counted, so it tests the linearised variance and serves where there is none.
public final class Replication {
    private Replication() {
    }

    /// The stratified jackknife: each primary unit is left out in turn and the others of its stratum carry its weight
    /// (Rust and Rao 1996). Strata with a single unit add nothing.
    public static double jackknife(Sample sample, ToDoubleFunction<Sample> statistic) {
        double whole = statistic.applyAsDouble(sample);
        int[] sizes = sizes(sample);
        double variance = 0;
        for (int out = 0; out < sample.units(); out++) {
            int stratum = sample.stratumOf(out);
            int size = sizes[stratum];
            if (size > 1) {
                double[] factors = ones(sample.units());
                for (int unit = 0; unit < factors.length; unit++) {
                    if (sample.stratumOf(unit) == stratum) {
                        factors[unit] = unit == out ? 0 : (double) size / (size - 1);
                    }
                }
                double off = statistic.applyAsDouble(sample.reweighted(factors)) - whole;
                variance += off * off * (size - 1) / size;
            }
        }
        return variance;
    }

    /// The rescaling bootstrap: in each stratum one unit fewer than there are is drawn with replacement, and weights
    /// are scaled to match (Rao and Wu 1988; Rao, Wu and Yue 1992).
    ///
    /// @param replicates how many samples are made
    /// @param seed       the same seed gives the same variance for ever
    public static double bootstrap(Sample sample, ToDoubleFunction<Sample> statistic, int replicates, long seed) {
        double whole = statistic.applyAsDouble(sample);
        SplitMix64 random = new SplitMix64(seed);
        List<List<Integer>> unitsOf = unitsByStratum(sample);
        double squares = 0;
        for (int replicate = 0; replicate < replicates; replicate++) {
            double[] factors = ones(sample.units());
            for (List<Integer> units : unitsOf) {
                if (units.size() > 1) {
                    units.forEach(unit -> factors[unit] = 0);
                    for (int draw = 1; draw < units.size(); draw++) {
                        factors[units.get(random.below(units.size()))] +=
                                (double) units.size() / (units.size() - 1);
                    }
                }
            }
            double off = statistic.applyAsDouble(sample.reweighted(factors)) - whole;
            squares += off * off;
        }
        return squares / replicates;
    }

    private static List<List<Integer>> unitsByStratum(Sample sample) {
        List<List<Integer>> unitsOf = new ArrayList<>();
        sample.strata().forEach(stratum -> unitsOf.add(new ArrayList<>()));
        for (int unit = 0; unit < sample.units(); unit++) {
            unitsOf.get(sample.stratumOf(unit)).add(unit);
        }
        return unitsOf;
    }

    private static int[] sizes(Sample sample) {
        int[] sizes = new int[sample.strata().size()];
        for (int unit = 0; unit < sample.units(); unit++) {
            sizes[sample.stratumOf(unit)]++;
        }
        return sizes;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
