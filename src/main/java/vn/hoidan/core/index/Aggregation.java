package vn.hoidan.core.index;

import java.util.Arrays;
import java.util.Optional;

/// How the figures of items become those of elements, groups and the whole.
public enum Aggregation {
    /// Each item below has the same say: 23 of policy and 16 of service in the overall index of 2023-2026.
    MEAN_OF_ITEMS("mean-of-items"),
    /// Each answer below has the same say.
    POOLED_ANSWERS("pooled-answers"),
    /// Each element below has the same say.
    MEAN_OF_ELEMENTS("mean-of-elements");

    private final String code;

    Aggregation(String code) {
        this.code = code;
    }

    /// The word written with each result.
    public String code() {
        return code;
    }

    public static Optional<Aggregation> ofCode(String code) {
        return Arrays.stream(values()).filter(aggregation -> aggregation.code.equals(code)).findFirst();
    }
}
