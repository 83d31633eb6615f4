package vn.hoidan.core.index;

import java.util.BitSet;
import java.util.OptionalDouble;

/// Variance by Taylor linearisation: primary units within strata, as if drawn with replacement (the "ultimate cluster":
/// Särndal, Swensson and Wretman 1992, section 4.6). Later stages need no term of their own; leaving the first stage's
/// finite population out makes intervals a little too wide rather than too narrow.
public final class Variance {
    private Variance() {
    }

    /// A figure of the sample with its uncertainty.
    public static Estimate estimate(Sample sample, Figure figure) {
        double[] contributions = sample.margins().isEmpty() ? figure.contributions()
                : Raking.residuals(sample, figure.contributions());
        double variance = of(sample, contributions);
        return new Estimate(figure.value(), Math.sqrt(variance), degrees(sample, figure.units()), figure.base(),
                figure.simpleVariance().isPresent() && figure.simpleVariance().getAsDouble() > 0
                        ? OptionalDouble.of(variance / figure.simpleVariance().getAsDouble())
                        : OptionalDouble.empty());
    }

    private static double of(Sample sample, double[] contributions) {
        double[] byUnit = new double[sample.units()];
        for (int group = 0; group < contributions.length; group++) {
            byUnit[sample.unitOf(group)] += contributions[group];
        }
        int strata = sample.strata().size();
        double[] sums = new double[strata];
        int[] units = new int[strata];
        for (int unit = 0; unit < byUnit.length; unit++) {
            sums[sample.stratumOf(unit)] += byUnit[unit];
            units[sample.stratumOf(unit)]++;
        }
        double[] squares = new double[strata];
        for (int unit = 0; unit < byUnit.length; unit++) {
            int stratum = sample.stratumOf(unit);
            double off = byUnit[unit] - sums[stratum] / units[stratum];
            squares[stratum] += off * off;
        }
        double variance = 0;
        int lonely = 0;
        for (int stratum = 0; stratum < strata; stratum++) {
            if (units[stratum] > 1) {
                variance += squares[stratum] * units[stratum] / (units[stratum] - 1);
            } else {
                lonely++;
                variance += ofLonely(sample.plan().rule().lonely(), sums[stratum]);
            }
        }
        boolean average = sample.plan().rule().lonely() == LonelyUnits.AVERAGE && lonely > 0 && lonely < strata;
        return average ? variance * strata / (strata - lonely) : variance;
    }

    private static double ofLonely(LonelyUnits rule, double contribution) {
        return switch (rule) {
            // the middle of all contributions is 0
            case ADJUSTED -> contribution * contribution;
            case CERTAIN, AVERAGE -> 0;
        };
    }

    private static double degrees(Sample sample, BitSet units) {
        BitSet strata = new BitSet();
        units.stream().forEach(unit -> strata.set(sample.stratumOf(unit)));
        return units.cardinality() - strata.cardinality();
    }
}
