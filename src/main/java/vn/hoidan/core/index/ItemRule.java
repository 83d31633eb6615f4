package vn.hoidan.core.index;

import java.util.Arrays;
import java.util.Optional;

/// How one rated question becomes a figure between 0 and 1.
public enum ItemRule {
    /// The share of those who answered that chose a level that counts: "satisfied" and "very satisfied".
    SHARE("share-of-levels"),
    /// The mean level, brought to 0 for the lowest and 1 for the highest.
    MEAN("mean-rescaled");

    private final String code;

    ItemRule(String code) {
        this.code = code;
    }

    /// The word written with each result.
    public String code() {
        return code;
    }

    public static Optional<ItemRule> ofCode(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }
}
