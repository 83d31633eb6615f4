package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was counted, laid over the sample that was drawn: groups of interviews with their weight, primary unit and
/// stratum. Groups stand in the order of their keys, so that sums come out the same whatever came first.
public final class Sample {
    private final IndexPlan plan;
    private final List<CountKey> keys;
    private final Counts[] counts;
    private final double[] drawWeights;
    private final double[] weights;
    private final int[] unitOf;
    private final int[] stratumOf;
    private final List<String> strata;
    private final SortedMap<String, String> provinces;
    private final List<Margin> margins;
    private final List<CountTrouble> troubles;

    private Sample(IndexPlan plan, List<CountKey> keys, Counts[] counts, double[] drawWeights, int[] unitOf,
            int[] stratumOf, List<String> strata, SortedMap<String, String> provinces, List<Margin> margins,
            List<CountTrouble> troubles) {
        this.plan = plan;
        this.keys = keys;
        this.counts = counts;
        this.drawWeights = drawWeights;
        this.unitOf = unitOf;
        this.stratumOf = stratumOf;
        this.strata = strata;
        this.provinces = provinces;
        this.margins = margins;
        Raking.Result raked = Raking.rake(margins, keys, interviews(counts), drawWeights);
        this.weights = raked.weights();
        List<CountTrouble> all = new ArrayList<>(troubles);
        all.addAll(raked.troubles());
        this.troubles = List.copyOf(all);
    }

    /// @param points  the villages of the sample; interviews from elsewhere are counted in no figure and told
    /// @param margins what weights are raked to; none leaves the weights of the draw
    public static Sample of(Tally tally, List<SamplePoint> points, List<Margin> margins) {
        SortedMap<String, SamplePoint> byCode = new TreeMap<>();
        points.forEach(point -> {
            if (byCode.put(point.code(), point) != null) {
                throw new IllegalArgumentException(point.code() + " stands twice in the sample");
            }
        });
        List<CountKey> keys = new ArrayList<>();
        Map<String, Long> unknown = new TreeMap<>();
        tally.counts().forEach((key, counted) -> {
            if (byCode.containsKey(key.point())) {
                keys.add(key);
            } else {
                unknown.merge(key.point(), counted.interviews, Long::sum);
            }
        });
        List<CountTrouble> troubles = new ArrayList<>();
        unknown.forEach((code, count) ->
                troubles.add(new CountTrouble(CountTrouble.Kind.UNKNOWN_POINT, code, count)));
        troubles.addAll(SampleTroubles.of(tally, byCode, keys));
        return laid(tally, byCode, keys, margins, troubles);
    }

    private static Sample laid(Tally tally, Map<String, SamplePoint> byCode, List<CountKey> keys,
            List<Margin> margins, List<CountTrouble> troubles) {
        Map<String, Integer> units = new HashMap<>();
        List<String> strata = new ArrayList<>();
        List<Integer> stratumOfUnit = new ArrayList<>();
        double[] weights = new double[keys.size()];
        int[] unitOf = new int[keys.size()];
        for (int group = 0; group < weights.length; group++) {
            SamplePoint point = byCode.get(keys.get(group).point());
            weights[group] = point.weight();
            unitOf[group] = units.computeIfAbsent(point.stratum() + '\n' + point.primaryUnit(), any -> {
                if (!strata.contains(point.stratum())) {
                    strata.add(point.stratum());
                }
                stratumOfUnit.add(strata.indexOf(point.stratum()));
                return stratumOfUnit.size() - 1;
            });
        }
        SortedMap<String, String> provinces = new TreeMap<>();
        byCode.forEach((code, point) -> provinces.put(code, point.province()));
        Counts[] counts = keys.stream().map(tally.counts()::get).toArray(Counts[]::new);
        return new Sample(tally.plan(), List.copyOf(keys), counts, weights, unitOf,
                stratumOfUnit.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(strata),
                provinces, List.copyOf(margins), troubles);
    }

    /// The same interviews with the weights of whole primary units changed, raked anew: a replicate.
    ///
    /// @param factors by primary unit, 0 leaves it out
    Sample reweighted(double[] factors) {
        double[] changed = new double[drawWeights.length];
        for (int group = 0; group < changed.length; group++) {
            changed[group] = drawWeights[group] * factors[unitOf[group]];
        }
        return new Sample(plan, keys, counts, changed, unitOf, stratumOf, strata, provinces, margins,
                List.of());
    }

    private static long[] interviews(Counts[] counts) {
        long[] interviews = new long[counts.length];
        for (int group = 0; group < interviews.length; group++) {
            interviews[group] = counts[group].interviews;
        }
        return interviews;
    }

    public IndexPlan plan() {
        return plan;
    }

    /// What a result must say beside its figures.
    public List<CountTrouble> troubles() {
        return troubles;
    }

    public long interviews() {
        long sum = 0;
        for (Counts counted : counts) {
            sum += counted.interviews;
        }
        return sum;
    }

    /// Codes of the villages that interviews came from.
    public Set<String> points() {
        Set<String> points = new HashSet<>();
        keys.forEach(key -> points.add(key.point()));
        return points;
    }

    int groups() {
        return keys.size();
    }

    CountKey key(int group) {
        return keys.get(group);
    }

    Counts counts(int group) {
        return counts[group];
    }

    /// The weight of each interview of the group.
    double weight(int group) {
        return weights[group];
    }

    int unitOf(int group) {
        return unitOf[group];
    }

    /// Primary units with an interview.
    int units() {
        return stratumOf.length;
    }

    int stratumOf(int unit) {
        return stratumOf[unit];
    }

    List<String> strata() {
        return strata;
    }

    /// Codes of the provinces of the sample, in their order.
    List<String> provinces() {
        return provinces.values().stream().distinct().sorted().toList();
    }

    /// The province that a village lies in.
    String provinceOf(String point) {
        return provinces.get(point);
    }

    List<Margin> margins() {
        return margins;
    }
}
