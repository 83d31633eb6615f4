package vn.hoidan.core.index;

import java.util.Arrays;
import java.util.Optional;

/// What a stratum with a single primary unit adds to a variance, since nothing in it varies.
public enum LonelyUnits {
    /// Its distance from the middle of the whole sample: more rather than less.
    ADJUSTED("adjusted"),
    /// Nothing, as if the unit had been certain to be taken.
    CERTAIN("certain"),
    /// As much as the other strata do on average.
    AVERAGE("average");

    private final String code;

    LonelyUnits(String code) {
        this.code = code;
    }

    /// The word written with each result.
    public String code() {
        return code;
    }

    public static Optional<LonelyUnits> ofCode(String code) {
        return Arrays.stream(values()).filter(lonely -> lonely.code.equals(code)).findFirst();
    }
}
