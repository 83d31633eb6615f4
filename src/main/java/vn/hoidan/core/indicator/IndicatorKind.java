package vn.hoidan.core.indicator;

import java.util.Arrays;
import java.util.Optional;

/// What an indicator is made of.
public enum IndicatorKind {
    /// The index over everything.
    OVERALL("overall"),
    /// Policies, or services.
    GROUP("group"),
    /// Several items on one subject.
    ELEMENT("element"),
    /// One rated question.
    ITEM("item"),
    /// What people perceive or do: a share that stands for itself and enters no index.
    PERCEPTION("perception"),
    /// What people wish to see improved: a share as well.
    EXPECTATION("expectation");

    private final String code;

    IndicatorKind(String code) {
        this.code = code;
    }

    /// The word written in a pack.
    public String code() {
        return code;
    }

    public static Optional<IndicatorKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /// True if it is counted from answers, false if from the indicators below it.
    public boolean isMeasured() {
        return switch (this) {
            case ITEM, PERCEPTION, EXPECTATION -> true;
            case OVERALL, GROUP, ELEMENT -> false;
        };
    }
}
