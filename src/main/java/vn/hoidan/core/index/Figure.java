package vn.hoidan.core.index;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;

/// A value counted from a sample, with what each group of interviews contributes to its error: the weighted linearised
/// variable (Woodruff 1971). Sums and means of figures are figures again, and so are differences: what two areas or two
/// indicators have in common is in their contributions.
public final class Figure {
    private final double value;
    private final double[] contributions;
    private final BitSet units;
    private final long base;
    private final OptionalDouble simpleVariance;

    /// @param contributions  for each group of the sample
    /// @param units          primary units that it was counted from
    /// @param simpleVariance what its variance were in a simple random sample of the same base
    Figure(double value, double[] contributions, BitSet units, long base, OptionalDouble simpleVariance) {
        this.value = value;
        this.contributions = contributions;
        this.units = units;
        this.base = base;
        this.simpleVariance = simpleVariance;
    }

    public double value() {
        return value;
    }

    public long base() {
        return base;
    }

    double[] contributions() {
        return contributions.clone();
    }

    BitSet units() {
        return (BitSet) units.clone();
    }

    OptionalDouble simpleVariance() {
        return simpleVariance;
    }

    Figure withSimpleVariance(OptionalDouble known) {
        return new Figure(value, contributions, units, base, known);
    }

    /// This less another of the same sample.
    public Figure minus(Figure other) {
        return combine(other, (own, others) -> own - others);
    }

    /// The mean of figures of the same people, each with the same say: of items in an element.
    ///
    /// @throws IllegalArgumentException if there are none
    static Figure mean(List<Figure> figures) {
        return mean(figures, figures.stream().mapToLong(Figure::base).max().orElse(0));
    }

    /// The mean of figures of different people, each with the same say: of provinces.
    ///
    /// @throws IllegalArgumentException if there are none
    static Figure meanOfParts(List<Figure> figures) {
        return mean(figures, figures.stream().mapToLong(Figure::base).sum());
    }

    private static Figure mean(List<Figure> figures, long base) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("the mean of no figure");
        }
        Figure sum = figures.getFirst();
        for (Figure next : figures.subList(1, figures.size())) {
            sum = sum.combine(next, Double::sum);
        }
        int count = figures.size();
        double[] shares = sum.contributions();
        for (int index = 0; index < shares.length; index++) {
            shares[index] /= count;
        }
        return new Figure(sum.value / count, shares, sum.units, base, OptionalDouble.empty());
    }

    private Figure combine(Figure other, DoubleBinaryOperator operator) {
        if (other.contributions.length != contributions.length) {
            throw new IllegalArgumentException("figures of different samples");
        }
        double[] joint = new double[contributions.length];
        for (int index = 0; index < joint.length; index++) {
            joint[index] = operator.applyAsDouble(contributions[index], other.contributions[index]);
        }
        BitSet both = units();
        both.or(other.units);
        return new Figure(operator.applyAsDouble(value, other.value), joint, both, Math.min(base, other.base),
                OptionalDouble.empty());
    }
}
