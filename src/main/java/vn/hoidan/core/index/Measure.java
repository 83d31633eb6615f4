package vn.hoidan.core.index;

import java.util.List;
import java.util.Set;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;

/// One measured indicator, ready to be counted under a rule.
///
/// @param codes all codes its question offers; anything else is an unknown answer
public record Measure(Indicator indicator, List<String> codes, IndexRule rule) {
    public Measure {
        codes = List.copyOf(codes);
        Set<String> counted = indicator.question().orElseThrow(() ->
                new IllegalArgumentException(indicator.code() + " is not measured")).counts();
        if (!codes.containsAll(counted)) {
            throw new IllegalArgumentException(indicator.code() + ": counts codes that its question does not offer");
        }
    }

    /// The highest score of an answer; a figure is the mean score divided by it.
    public int highestScore() {
        return rescaled() ? rule.highestLevel() - rule.lowestLevel() : 1;
    }

    /// The score of a code that the question offers; {@link Scoring#UNKNOWN} if it is off the scale.
    int scoreOfCode(String code) {
        if (!rescaled()) {
            return indicator.question().orElseThrow().counts().contains(code) ? 1 : 0;
        }
        int level = level(code);
        return level < rule.lowestLevel() || level > rule.highestLevel() ? Scoring.UNKNOWN : level - rule.lowestLevel();
    }

    /// The score of a blank.
    int scoreOfBlank() {
        return rule.blanks() == Blanks.AS_LOWEST && indicator.kind() == IndicatorKind.ITEM ? 0 : Scoring.BLANK;
    }

    private int level(String code) {
        boolean number = !code.isEmpty() && code.length() <= 2 && code.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(code) : rule.lowestLevel() - 1;
    }

    private boolean rescaled() {
        return rule.item() == ItemRule.MEAN && indicator.kind() == IndicatorKind.ITEM;
    }
}
