package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.questionnaire.Path;

/// What is counted, in what order, and which counts make up which figure.
public final class IndexPlan {
    private final IndicatorTree tree;
    private final IndexRule rule;
    private final List<Measure> measures;
    private final List<Indicator> composites;
    private final Map<String, Integer> measureOf = new HashMap<>();
    private final Map<String, Integer> compositeOf = new HashMap<>();
    private final List<int[]> items = new ArrayList<>();
    private final List<Scoring> scorings;

    private IndexPlan(IndicatorTree tree, IndexRule rule, List<Measure> measures) {
        this.tree = tree;
        this.rule = rule;
        this.measures = List.copyOf(measures);
        this.composites = tree.indicators().stream().filter(indicator -> !indicator.kind().isMeasured()).toList();
        for (int index = 0; index < measures.size(); index++) {
            measureOf.put(measures.get(index).indicator().code(), index);
        }
        for (Indicator composite : composites) {
            compositeOf.put(composite.code(), items.size());
            items.add(tree.itemsOf(composite.code()).stream().mapToInt(item -> measureOf.get(item.code())).toArray());
        }
        scorings = measures.stream().map(Scoring::new).toList();
    }

    /// @param codes the codes that each measured question offers
    /// @throws IllegalArgumentException if a measured question offers none
    public static IndexPlan of(IndicatorTree tree, IndexRule rule, Map<Path, List<String>> codes) {
        List<Measure> measures = new ArrayList<>();
        for (Indicator indicator : tree.indicators()) {
            indicator.question().ifPresent(asked -> {
                List<String> offered = codes.get(asked.path());
                if (offered == null) {
                    throw new IllegalArgumentException(indicator.code() + ": no question " + asked.path().text());
                }
                measures.add(new Measure(indicator, offered, rule));
            });
        }
        return new IndexPlan(tree, rule, measures);
    }

    public IndicatorTree tree() {
        return tree;
    }

    public IndexRule rule() {
        return rule;
    }

    /// In the order of the tree; the answers of an interview are given in this order.
    public List<Measure> measures() {
        return measures;
    }

    /// The indicators made of others, those above before those below.
    List<Indicator> composites() {
        return composites;
    }

    /// The place of an indicator in {@link #composites}.
    int composite(String code) {
        return compositeOf.get(code);
    }

    /// Places in {@link #measures} of the items below a composite, by its place.
    int[] items(int composite) {
        return items.get(composite);
    }

    Scoring scoring(int measure) {
        return scorings.get(measure);
    }

    Optional<Integer> measure(String indicator) {
        return Optional.ofNullable(measureOf.get(indicator));
    }

    /// The codes of the elements at or below an indicator.
    List<String> elements(String composite) {
        return tree.of(IndicatorKind.ELEMENT).stream().map(Indicator::code)
                .filter(code -> code.equals(composite) || isBelow(code, composite)).toList();
    }

    private boolean isBelow(String code, String above) {
        Optional<String> parent = tree.find(code).flatMap(Indicator::parent);
        return parent.isPresent() && (parent.get().equals(above) || isBelow(parent.get(), above));
    }
}
