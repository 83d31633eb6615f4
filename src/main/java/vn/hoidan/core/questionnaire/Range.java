package vn.hoidan.core.questionnaire;

import java.math.BigDecimal;

/// The numbers that a range question offers: from start to end in steps. The end may lie below the start.
///
/// @param step never zero; its sign does not matter
public record Range(BigDecimal start, BigDecimal end, BigDecimal step) {
    public Range {
        if (step.signum() == 0) {
            throw new IllegalArgumentException("a range needs a step");
        }
    }
}
