package vn.hoidan.core.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

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
        List<Measure> measures = tally.plan().measures();
        for (int measure = 0; measure < measures.size(); measure++) {
            long unknown = 0;
            for (CountKey key : keys) {
                unknown += tally.counts().get(key).unknown[measure];
            }
            if (unknown > 0) {
                troubles.add(new CountTrouble(CountTrouble.Kind.UNKNOWN_CODE,
                        measures.get(measure).indicator().code(), unknown));
            }
        }
        return troubles;
    }

    private static long interviews(Tally tally, List<CountKey> keys, Map<String, SamplePoint> points,
            String stratum) {
        return keys.stream().filter(key -> points.get(key.point()).stratum().equals(stratum))
                .mapToLong(key -> tally.counts().get(key).interviews).sum();
    }
}
