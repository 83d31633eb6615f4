package vn.hoidan.core.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorTree;

/// Checks published figures against the rule without the answers behind them.
public final class PublishedFigures {
    /// Digits kept before rounding.
    private static final int PRECISION = 12;

    private PublishedFigures() {
    }

    /// What the figure above published figures must be if every item has the same say: their mean, each weighted by
    /// the number of items below it.
    ///
    /// @param published percentages by code, of the indicators directly below
    /// @param decimals  places, rounded half up
    /// @throws IllegalArgumentException if one of those directly below is missing
    public static BigDecimal above(IndicatorTree tree, String code, Map<String, BigDecimal> published, int decimals) {
        List<Indicator> below = tree.below(code);
        BigDecimal sum = BigDecimal.ZERO;
        int items = 0;
        for (Indicator indicator : below) {
            BigDecimal figure = published.get(indicator.code());
            if (figure == null) {
                throw new IllegalArgumentException(indicator.code() + " is missing");
            }
            int count = tree.itemsOf(indicator.code()).size();
            sum = sum.add(figure.multiply(BigDecimal.valueOf(count)));
            items += count;
        }
        if (items == 0) {
            throw new IllegalArgumentException("nothing is below " + code);
        }
        return sum.divide(BigDecimal.valueOf(items), PRECISION, RoundingMode.HALF_UP)
                .setScale(decimals, RoundingMode.HALF_UP);
    }
}
