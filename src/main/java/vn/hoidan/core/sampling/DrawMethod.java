package vn.hoidan.core.sampling;

import java.util.Arrays;
import java.util.Optional;

/// How units are drawn from a list.
public enum DrawMethod {
    /// Every set of units of the size wanted is equally likely.
    SIMPLE_RANDOM("simple-random"),
    /// Units at equal distances down the list from a random start, so that the sample spreads over it.
    SYSTEMATIC("systematic");

    private final String code;

    DrawMethod(String code) {
        this.code = code;
    }

    /// The word written in a plan.
    public String code() {
        return code;
    }

    public static Optional<DrawMethod> ofCode(String code) {
        return Arrays.stream(values()).filter(method -> method.code.equals(code)).findFirst();
    }
}
