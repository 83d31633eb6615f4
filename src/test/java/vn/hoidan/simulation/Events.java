package vn.hoidan.simulation;

import java.util.Map;
import java.util.TreeMap;

/// How often rare things happened: a run in which they never did shows nothing.
final class Events {

    private final Map<String, Long> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void add(Events other) {
        other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    Map<String, Long> all() {
        return counts;
    }
}
