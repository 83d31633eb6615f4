package vn.hoidan.core.indicator;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All indicators of a survey, those above before those below.
public record IndicatorTree(List<Indicator> indicators) {
    public IndicatorTree {
        indicators = List.copyOf(indicators);
        Set<String> before = new HashSet<>();
        for (Indicator indicator : indicators) {
            if (indicator.parent().isPresent() && !before.contains(indicator.parent().get())) {
                throw new IllegalArgumentException(indicator.code() + ": its parent does not stand before it");
            }
            if (!before.add(indicator.code())) {
                throw new IllegalArgumentException(indicator.code() + " stands twice");
            }
        }
    }

    public Optional<Indicator> find(String code) {
        return indicators.stream().filter(indicator -> indicator.code().equals(code)).findFirst();
    }

    public List<Indicator> of(IndicatorKind kind) {
        return indicators.stream().filter(indicator -> indicator.kind() == kind).toList();
    }

    /// Directly below, in the order of the pack.
    public List<Indicator> below(String code) {
        return indicators.stream().filter(indicator -> indicator.parent().equals(Optional.of(code))).toList();
    }

    /// The items below an indicator at whatever depth; an item is below itself.
    public List<Indicator> itemsOf(String code) {
        return of(IndicatorKind.ITEM).stream().filter(item -> isWithin(item, code)).toList();
    }

    private boolean isWithin(Indicator indicator, String code) {
        return indicator.code().equals(code)
                || indicator.parent().flatMap(this::find).filter(above -> isWithin(above, code)).isPresent();
    }
}
