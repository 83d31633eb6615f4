package vn.hoidan.core.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The rule by which an index is counted; its name and version stand beside every result.
///
/// @param across       how a figure over several provinces comes about
/// @param lowestLevel  lowest level of a rated question
/// @param highestLevel highest level
/// @param decimals     places of a published percentage, rounded half up
/// @param confidence   of intervals: 0.95
/// @param smallestBase fewest answers of a figure that is shown at all
public record IndexRule(String name, int version, ItemRule item, Blanks blanks, Aggregation aggregation,
        Across across, LonelyUnits lonely, int lowestLevel, int highestLevel, int decimals, double confidence,
        int smallestBase) {

    /// What the published figures of 2023 and 2024 agree with best.
    public static final IndexRule SIPAS = new IndexRule("sipas", 1, ItemRule.SHARE, Blanks.LEFT_OUT,
            Aggregation.MEAN_OF_ITEMS, Across.POOLED, LonelyUnits.ADJUSTED, 1, 5, 2, 0.95, 30);

    private static final double PERCENT = 100;

    public IndexRule {
        if (name.isBlank() || version < 1) {
            throw new IllegalArgumentException("a rule without name or version");
        }
        if (lowestLevel >= highestLevel || decimals < 0 || smallestBase < 1) {
            throw new IllegalArgumentException("rule " + name + ": levels, decimals or smallest base");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("rule " + name + ": confidence " + confidence);
        }
    }

    /// The percentage to print for a figure between 0 and 1.
    public BigDecimal percent(double figure) {
        return BigDecimal.valueOf(figure * PERCENT).setScale(decimals, RoundingMode.HALF_UP);
    }
}
