package vn.hoidan.core.index;

import java.util.Map;
import java.util.TreeMap;

/// What is known of the population about one classifier: so many in each class. Sample weights are raked to it.
///
/// @param classifier place among the classifiers of the count
/// @param totals     people or households by class; all margins must have the same sum
public record Margin(int classifier, Map<String, Double> totals) {
    public Margin {
        totals = Map.copyOf(totals);
        if (totals.isEmpty() || totals.values().stream().anyMatch(total -> !(total > 0))) {
            throw new IllegalArgumentException("a margin needs a positive total for each class");
        }
    }

    double sum() {
        return new TreeMap<>(totals).values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
