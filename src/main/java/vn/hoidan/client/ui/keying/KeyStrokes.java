package vn.hoidan.client.ui.keying;

import java.util.HashSet;
import java.util.Set;

/// Counts what hands do: keys pressed, fields keyed by them, and the time it took. A longer rest counts as none.
final class KeyStrokes {
    /// A longer time between two keys is a rest, not keying.
    static final long REST_SECONDS = 20;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final double SECONDS_PER_HOUR = 3_600;
    /// A rate over less than this says nothing.
    private static final double FEWEST_SECONDS = 5;

    private final Set<Object> fields = new HashSet<>();
    private int keys;
    private long activeNanos;
    private long last;

    /// @param nanos by a clock that goes forward only
    void pressed(long nanos) {
        long since = nanos - last;
        if (keys > 0 && since > 0 && since <= REST_SECONDS * NANOS_PER_SECOND) {
            activeNanos += since;
        }
        last = nanos;
        keys++;
    }

    /// @param field what was answered or marked; the same one counts once
    void keyed(Object field) {
        fields.add(field);
    }

    int keys() {
        return keys;
    }

    int fields() {
        return fields.size();
    }

    /// 0 as long as nothing can be said.
    long perHour() {
        double seconds = (double) activeNanos / NANOS_PER_SECOND;
        return seconds < FEWEST_SECONDS ? 0 : Math.round(keys / seconds * SECONDS_PER_HOUR);
    }

    /// Keys for each field; 0 as long as none was keyed.
    double perField() {
        return fields.isEmpty() ? 0 : (double) keys / fields.size();
    }
}
