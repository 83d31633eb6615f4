package vn.hoidan.core.quota;

import java.time.Duration;
import java.time.Instant;

/// How long a lease is good. Measured in the simulation of the quota rules: 8 to 11 days from grant to fence is a broad
/// optimum.
public final class LeaseTerms {

    /// Shortest time until the device warns.
    public static final Duration SHORTEST_USE = Duration.ofDays(6);
    /// A device that comes seldom gets a longer time: so many of its own intervals between two rounds of sync.
    public static final double INTERVALS_OF_USE = 2.5;
    /// From the use-by until the server may fence.
    public static final Duration GRACE = Duration.ofDays(3);
    /// A colleague brings units home within this time; those that must be used before that are not handed over.
    public static final Duration TIME_TO_BRING_HOME = Duration.ofDays(1);

    private LeaseTerms() {
    }

    /// The use-by of a lease granted now.
    public static Instant useBy(Instant now, Pace pace) {
        Duration own = Pace.days(INTERVALS_OF_USE * pace.daysBetween());
        return now.plus(own.compareTo(SHORTEST_USE) > 0 ? own : SHORTEST_USE);
    }
}
