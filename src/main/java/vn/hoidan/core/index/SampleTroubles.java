package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Looks for what is missing or alone in a sample.
final class SampleTroubles {
    private SampleTroubles() {
    }

    static List<CountTrouble> of(Tally tally, SortedMap<String, SamplePoint> points, List<CountKey> keys) {
        List<CountTrouble> troubles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        keys.forEach(key -> seen.add(key.point()));
        Map<String, Set<String>> unitsByStratum = new TreeMap<>();
        for (SamplePoint point : points.values()) {
            Set<String> units = unitsByStratum.computeIfAbsent(point.stratum(), any -> new TreeSet<>());
            if (seen.contains(point.code())) {
                units.add(point.primaryUnit());
            } else {
                troubles.add(new CountTrouble(CountTrouble.Kind.EMPTY_POINT, point.code(), 0));
            }
        }
        unitsByStratum.forEach((stratum, units) -> {
            if (units.isEmpty()) {
                troubles.add(new CountTrouble(CountTrouble.Kind.EMPTY_STRATUM, stratum, 0));
            } else if (units.size() == 1) {
                troubles.add(new CountTrouble(CountTrouble.Kind.LONELY_UNIT, stratum, interviews(tally, keys, points,
                        stratum)));
            }
        });
        addByMeasure(tally, keys, CountTrouble.Kind.UNKNOWN_CODE, counts -> counts.unknown, troubles);
        addByMeasure(tally, keys, CountTrouble.Kind.NOT_ASKED, counts -> counts.notAsked, troubles);
        return troubles;
    }

    private static void addByMeasure(Tally tally, List<CountKey> keys, CountTrouble.Kind kind,
            Function<Counts, long[]> counted, List<CountTrouble> troubles) {
        List<Measure> measures = tally.plan().measures();
        for (int measure = 0; measure < measures.size(); measure++) {
            long sum = 0;
            for (CountKey key : keys) {
                sum += counted.apply(tally.counts().get(key))[measure];
            }
            if (sum > 0) {
                troubles.add(new CountTrouble(kind, measures.get(measure).indicator().code(), sum));
            }
        }
    }

    private static long interviews(Tally tally, List<CountKey> keys, Map<String, SamplePoint> points,
            String stratum) {
        return keys.stream().filter(key -> points.get(key.point()).stratum().equals(stratum))
                .mapToLong(key -> tally.counts().get(key).interviews).sum();
    }
}
