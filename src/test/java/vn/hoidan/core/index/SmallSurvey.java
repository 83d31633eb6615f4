package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Text;

/// Four items in two elements, and a handful of interviews.
final class SmallSurvey {
    static final List<String> LEVELS = List.of("1", "2", "3", "4", "5");
    static final List<String> CLASSIFIERS = List.of("sex", "age");
    static final IndicatorTree TREE = new IndicatorTree(List.of(
            composite("overall", IndicatorKind.OVERALL, Optional.empty()),
            composite("a", IndicatorKind.ELEMENT, Optional.of("overall")),
            composite("b", IndicatorKind.ELEMENT, Optional.of("overall")),
            item("q1", "a"), item("q2", "a"), item("q3", "b"), item("q4", "b")));

    private SmallSurvey() {
    }

    /// One interview as a row of the sample's file.
    record Row(SamplePoint point, CountKey key, List<String> answers) {
    }

    static IndexRule rule(ItemRule item) {
        return rule(item, Blanks.LEFT_OUT, Aggregation.MEAN_OF_ITEMS, LonelyUnits.ADJUSTED);
    }

    static IndexRule rule(Blanks blanks) {
        return rule(ItemRule.SHARE, blanks, Aggregation.MEAN_OF_ITEMS, LonelyUnits.ADJUSTED);
    }

    static IndexRule rule(Aggregation aggregation) {
        return rule(ItemRule.SHARE, Blanks.LEFT_OUT, aggregation, LonelyUnits.ADJUSTED);
    }

    static IndexRule rule(LonelyUnits lonely) {
        return rule(ItemRule.SHARE, Blanks.LEFT_OUT, Aggregation.MEAN_OF_ITEMS, lonely);
    }

    private static IndexRule rule(ItemRule item, Blanks blanks, Aggregation aggregation, LonelyUnits lonely) {
        IndexRule sipas = IndexRule.SIPAS;
        return new IndexRule("small", 1, item, blanks, aggregation, sipas.across(), lonely, sipas.lowestLevel(),
                sipas.highestLevel(), sipas.decimals(), sipas.confidence(), sipas.smallestBase());
    }

    static IndexPlan plan(IndexRule rule) {
        Map<Path, List<String>> codes = new HashMap<>();
        TREE.indicators().forEach(indicator ->
                indicator.question().ifPresent(asked -> codes.put(asked.path(), LEVELS)));
        return IndexPlan.of(TREE, rule, codes);
    }

    static Sample sample(IndexRule rule, List<Row> rows, List<Margin> margins) {
        return Sample.of(tally(plan(rule), rows), points(rows), margins);
    }

    static Tally tally(IndexPlan plan, List<Row> rows) {
        Tally tally = new Tally(plan, CLASSIFIERS);
        rows.forEach(row -> tally.add(row.key(), row.answers()));
        return tally;
    }

    static List<SamplePoint> points(List<Row> rows) {
        Map<String, SamplePoint> points = new HashMap<>();
        rows.forEach(row -> points.put(row.point().code(), row.point()));
        return new ArrayList<>(points.values());
    }

    static Row row(String village, String unit, String stratum, double weight, String... answers) {
        return new Row(new SamplePoint(village, unit, stratum, "p", weight), new CountKey(village, List.of("1", "50+")),
                List.of(answers));
    }

    static Estimate estimate(Sample sample, String indicator) {
        return estimate(sample, indicator, Domain.whole());
    }

    static Estimate estimate(Sample sample, String indicator, Domain domain) {
        return Variance.estimate(sample, Figures.of(sample, indicator, domain).orElseThrow());
    }

    private static Indicator composite(String code, IndicatorKind kind, Optional<String> parent) {
        return new Indicator(code, kind, parent, Text.of("vi", code), Optional.empty());
    }

    private static Indicator item(String code, String parent) {
        return new Indicator(code, IndicatorKind.ITEM, Optional.of(parent), Text.of("vi", code),
                Optional.of(new Indicator.Measured(new Path("/data/" + code), Set.of("4", "5"))));
    }
}
