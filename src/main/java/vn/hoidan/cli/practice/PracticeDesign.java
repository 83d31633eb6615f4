package vn.hoidan.cli.practice;

import java.util.Optional;

/// Which survey is practised.
public enum PracticeDesign {
    /// The whole round with drawn households.
    LISTS("lists"),
    /// A small one in which the enumerators find the people themselves.
    FREE("free");

    private final String code;

    PracticeDesign(String code) {
        this.code = code;
    }

    /// The word of the option.
    public String code() {
        return code;
    }

    public static Optional<PracticeDesign> ofCode(String code) {
        for (PracticeDesign design : values()) {
            if (design.code.equals(code)) {
                return Optional.of(design);
            }
        }
        return Optional.empty();
    }
}
