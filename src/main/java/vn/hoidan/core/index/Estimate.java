package vn.hoidan.core.index;

import java.util.Optional;
import java.util.OptionalDouble;

/// A figure with its uncertainty.
///
/// @param value         between 0 and 1 for a share or an index, between -1 and 1 for a difference
/// @param standardError of the value, by the design of the sample
/// @param degrees       degrees of freedom: primary units less strata; below 1 there is no interval
/// @param base          answers it was counted from
/// @param designEffect  its variance beside that of a simple random sample of the same base
public record Estimate(double value, double standardError, double degrees, long base, OptionalDouble designEffect) {

    /// Value and error on the scale of the value, by Student's t.
    public Optional<Interval> interval(double confidence) {
        if (degrees < 1) {
            return Optional.empty();
        }
        double reach = factor(confidence) * standardError;
        return Optional.of(new Interval(value - reach, value + reach));
    }

    /// An interval that stays between 0 and 1: by Student's t on the scale of the logarithm of the odds (Korn and
    /// Graubard 1999, section 3.2). Where nobody or everybody agreed no spread was seen, and the exact binomial bound
    /// for the base is given instead (Clopper and Pearson 1934).
    public Optional<Interval> shareInterval(double confidence) {
        if (degrees < 1 || value < 0 || value > 1) {
            return Optional.empty();
        }
        if (value == 0 || value == 1) {
            double bound = 1 - Math.pow((1 - confidence) / 2, 1.0 / base);
            return Optional.of(value == 0 ? new Interval(0, bound) : new Interval(1 - bound, 1));
        }
        double middle = Math.log(value / (1 - value));
        double reach = factor(confidence) * standardError / (value * (1 - value));
        return Optional.of(new Interval(odds(middle - reach), odds(middle + reach)));
    }

    /// The difference to a figure of a sample drawn independently, as of the round before. Degrees of freedom by
    /// Welch and Satterthwaite.
    public Estimate minusIndependent(Estimate other) {
        double own = standardError * standardError;
        double others = other.standardError * other.standardError;
        double spread = own * own / degrees + others * others / other.degrees;
        double joint = spread > 0 ? (own + others) * (own + others) / spread : Math.min(degrees, other.degrees);
        return new Estimate(value - other.value, Math.sqrt(own + others), joint, Math.min(base, other.base),
                OptionalDouble.empty());
    }

    /// True if 0 lies outside the interval of a difference: more than chance.
    public boolean isMoreThanChance(double confidence) {
        return interval(confidence).map(interval -> !interval.has(0)).orElse(false);
    }

    /// True if there are too few answers to show it, or none of its uncertainty can be told.
    public boolean isTooSmall(IndexRule rule) {
        return base < rule.smallestBase();
    }

    private double factor(double confidence) {
        return StudentT.quantile((1 + confidence) / 2, degrees);
    }

    private static double odds(double logarithm) {
        return 1 / (1 + Math.exp(-logarithm));
    }
}
