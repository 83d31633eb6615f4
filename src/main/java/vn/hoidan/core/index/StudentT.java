package vn.hoidan.core.index;

/// Student's t distribution: what intervals need of it. By the regularised incomplete beta function, whose continued
/// fraction is evaluated by Lentz's method (NIST DLMF 8.17.22; Thompson and Barnett 1986).
public final class StudentT {
    private static final double[] LANCZOS = {676.5203681218851, -1259.1392167224028, 771.32342877765313,
            -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
            1.5056327351493116e-7};
    private static final double LANCZOS_G = 7;
    private static final double LANCZOS_FIRST = 0.99999999999980993;
    private static final double TINY = 1e-300;
    private static final double PRECISION = 1e-16;
    private static final int MOST_TERMS = 10_000;
    private static final int MOST_HALVINGS = 200;

    private StudentT() {
    }

    /// The value that t stays below with this probability.
    ///
    /// @param probability between 0 and 1
    /// @param degrees     degrees of freedom, above 0
    public static double quantile(double probability, double degrees) {
        if (!(probability > 0 && probability < 1) || !(degrees > 0)) {
            throw new IllegalArgumentException("t quantile at " + probability + " with " + degrees);
        }
        if (probability < 0.5) {
            return -quantile(1 - probability, degrees);
        }
        double high = 1;
        while (below(high, degrees) < probability) {
            high *= 2;
        }
        double low = 0;
        for (int step = 0; step < MOST_HALVINGS && high - low > Math.ulp(high); step++) {
            double middle = (low + high) / 2;
            if (below(middle, degrees) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// The probability that t is at least as far from 0 as this.
    ///
    /// @param degrees degrees of freedom, above 0
    static double chance(double t, double degrees) {
        return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    /// The probability that t is at most this, for a value of 0 or more.
    private static double below(double t, double degrees) {
        return 1 - chance(t, degrees) / 2;
    }

    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            result *= d * c;
            if (Math.abs(d * c - 1) < PRECISION) {
                break;
            }
        }
        return result;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /// Lanczos' approximation, for arguments of at least one half.
    private static double logGamma(double x) {
        double shifted = x - 1;
        double sum = LANCZOS_FIRST;
        for (int index = 0; index < LANCZOS.length; index++) {
            sum += LANCZOS[index] / (shifted + index + 1);
        }
        double t = shifted + LANCZOS_G + 0.5;
        return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
