package vn.hoidan.core.index;

import java.util.Arrays;
import java.util.Optional;

/// How a figure over several provinces comes about.
public enum Across {
    /// Everybody has the same say: provinces count by their people.
    POOLED("pooled"),
    /// Each province has the same say, whatever its size.
    MEAN_OF_PROVINCES("mean-of-provinces");

    private final String code;

    Across(String code) {
        this.code = code;
    }

    /// The word written with each result.
    public String code() {
        return code;
    }

    public static Optional<Across> ofCode(String code) {
        return Arrays.stream(values()).filter(across -> across.code.equals(code)).findFirst();
    }
}
