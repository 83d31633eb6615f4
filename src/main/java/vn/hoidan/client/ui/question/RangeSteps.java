package vn.hoidan.client.ui.question;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import vn.hoidan.core.questionnaire.Range;

/// The values of a range by their number, counted from 0 at its start; exact.
record RangeSteps(Range range) {
    /// More steps than this cannot be told apart on a screen; such a range is typed.
    static final int MOST_STEPS = 1_000_000;

    /// Values there are but the first; at most {@link Integer#MAX_VALUE}.
    int count() {
        BigInteger steps = range.end().subtract(range.start()).abs()
                .divide(range.step().abs(), 0, RoundingMode.DOWN).toBigInteger();
        return steps.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }

    /// The value of a step as the form keeps it.
    String value(int step) {
        BigDecimal way = range.step().abs().multiply(BigDecimal.valueOf(step));
        BigDecimal value = range.end().compareTo(range.start()) < 0 ? range.start().subtract(way)
                : range.start().add(way);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /// The step nearest to a value; empty for what is no number.
    Optional<Integer> step(String value) {
        try {
            BigDecimal way = new BigDecimal(value).subtract(range.start()).abs();
            return Optional.of(way.divide(range.step().abs(), 0, RoundingMode.HALF_UP)
                    .min(BigDecimal.valueOf(count())).intValue());
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
