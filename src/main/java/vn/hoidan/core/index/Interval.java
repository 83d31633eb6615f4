package vn.hoidan.core.index;

/// Where a true value lies with the confidence of the rule.
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval from " + low + " to " + high);
        }
    }

    public boolean has(double value) {
        return low <= value && value <= high;
    }
}
