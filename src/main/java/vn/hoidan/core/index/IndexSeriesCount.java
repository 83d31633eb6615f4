package vn.hoidan.core.index;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;

/// Makes a series of a sample whose last classifier is the month of the interview. Neighbouring months share villages,
/// so a difference is counted within the one sample and holds what they have in common.
public final class IndexSeriesCount {
    /// Class of an interview whose month cannot be right.
    public static final String NO_MONTH = "";

    /// An error below this is a rounding of none: no spread was seen, so no test is possible.
    private static final double SMALLEST_ERROR = 1e-9;

    private final Sample sample;
    private final SortedSet<YearMonth> months = new TreeSet<>();
    private long without;

    private IndexSeriesCount(Sample sample) {
        this.sample = sample;
        for (int group = 0; group < sample.groups(); group++) {
            String month = sample.key(group).classes().getLast();
            if (month.equals(NO_MONTH)) {
                without += sample.counts(group).interviews;
            } else {
                months.add(YearMonth.parse(month));
            }
        }
    }

    /// @param sample its classes end with the month, as `2024-11`, or {@link #NO_MONTH}
    /// @param zone   in which the months were told
    public static IndexSeries of(Sample sample, ZoneId zone) {
        IndexSeriesCount count = new IndexSeriesCount(sample);
        Map<Place, Estimate> differences = new LinkedHashMap<>();
        List<Indicator> indicators = sample.plan().tree().indicators().stream().filter(indicator ->
                indicator.kind() == IndicatorKind.OVERALL || indicator.kind() == IndicatorKind.GROUP).toList();
        Map<Place, Figure> figures = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            for (YearMonth month : count.months) {
                Place place = new Place(indicator.code(), month);
                Figures.of(sample, indicator.code(), key -> key.classes().getLast().equals(month.toString()))
                        .ifPresent(figure -> figures.put(place, figure));
                count.difference(figures, place).ifPresent(difference -> differences.put(place, difference));
            }
        }
        Map<Place, IndexSeries.Change> changes = changes(differences, sample.plan().rule());
        return new IndexSeries(zone.getId(), indicators.stream()
                .map(indicator -> new IndexSeries.Line(indicator, count.months.stream()
                        .map(month -> count.month(figures, changes, new Place(indicator.code(), month))).toList()))
                .toList(), differences.size(), count.without);
    }

    private record Place(String indicator, YearMonth month) {
        Place before() {
            return new Place(indicator, month.minusMonths(1));
        }
    }

    /// To the month just before, if both are shown, both are of the same provinces where those have a say each, and the
    /// error of the difference can be told. Its degrees of freedom
    /// are those of the poorer month: one with a single primary unit in each stratum shows no spread of its own.
    private Optional<Estimate> difference(Map<Place, Figure> figures, Place place) {
        Figure now = figures.get(place);
        Figure before = figures.get(place.before());
        if (now == null || before == null || isTooSmall(now) || isTooSmall(before)
                || sample.plan().rule().across() == Across.MEAN_OF_PROVINCES
                && !provinces(place.month()).equals(provinces(place.month().minusMonths(1)))) {
            return Optional.empty();
        }
        Estimate joint = Variance.estimate(sample, now.minus(before));
        double degrees = Math.min(joint.degrees(), Math.min(Variance.estimate(sample, now).degrees(),
                Variance.estimate(sample, before).degrees()));
        return degrees < 1 || joint.standardError() < SMALLEST_ERROR ? Optional.empty()
                : Optional.of(new Estimate(joint.value(), joint.standardError(), degrees, joint.base(),
                        joint.designEffect()));
    }

    private Set<String> provinces(YearMonth month) {
        Set<String> provinces = new HashSet<>();
        for (int group = 0; group < sample.groups(); group++) {
            if (sample.key(group).classes().getLast().equals(month.toString())) {
                provinces.add(sample.provinceOf(sample.key(group).point()));
            }
        }
        return provinces;
    }

    private boolean isTooSmall(Figure figure) {
        return figure.base() < sample.plan().rule().smallestBase();
    }

    private static Map<Place, IndexSeries.Change> changes(Map<Place, Estimate> differences, IndexRule rule) {
        List<Estimate> tested = List.copyOf(differences.values());
        List<Double> adjusted = Holm.adjusted(tested.stream().map(difference -> StudentT.chance(
                difference.value() / difference.standardError(), difference.degrees())).toList());
        Map<Place, IndexSeries.Change> changes = new LinkedHashMap<>();
        int next = 0;
        for (Place place : differences.keySet()) {
            changes.put(place, new IndexSeries.Change(tested.get(next), adjusted.get(next),
                    adjusted.get(next) < 1 - rule.confidence()));
            next++;
        }
        return changes;
    }

    private IndexSeries.Month month(Map<Place, Figure> figures, Map<Place, IndexSeries.Change> changes, Place place) {
        Optional<Figure> figure = Optional.ofNullable(figures.get(place));
        return new IndexSeries.Month(place.month(), figure.map(Figure::base).orElse(0L),
                figure.filter(each -> !isTooSmall(each)).map(each -> {
                    Estimate estimate = Variance.estimate(sample, each);
                    return new IndexSeries.Shown(estimate, estimate.shareInterval(sample.plan().rule().confidence()),
                            Optional.ofNullable(changes.get(place)));
                }));
    }
}
