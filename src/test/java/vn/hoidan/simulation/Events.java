package vn.hoidan.simulation;

import java.util.Map;
import java.util.TreeMap;

/// How often rare things happened: a run in which they never did shows nothing.
public final class Events {

    private final Map<String, Long> counts = new TreeMap<>();

    public void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    public void add(Events other) {
        other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    public long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    public Map<String, Long> all() {
        return counts;
    }
}
