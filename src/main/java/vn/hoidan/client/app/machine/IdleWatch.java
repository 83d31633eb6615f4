package vn.hoidan.client.app.machine;

import java.time.Duration;
import vn.hoidan.core.interview.Moment;

/// Measures how long nobody has touched the laptop. Each look adds what went by since the last one, by whichever of the
/// two clocks went further: the monotonic one may stand still while the laptop sleeps, and the wall clock may be turned
/// back.
public final class IdleWatch {
    /// Time without a touch after which the laptop locks itself.
    public static final Duration USUAL_LIMIT = Duration.ofMinutes(5);

    private final Duration limit;
    private Moment seen;
    private Duration idle = Duration.ZERO;

    public IdleWatch(Duration limit, Moment now) {
        this.limit = limit;
        this.seen = now;
    }

    /// Somebody touched it now.
    ///
    /// @return false if the time was over before that, as when a lid is opened and a key pressed
    public boolean touched(Moment now) {
        if (over(now)) {
            return false;
        }
        idle = Duration.ZERO;
        return true;
    }

    /// True once nobody has touched it for so long.
    public boolean over(Moment now) {
        Duration monotonic = Duration.ofNanos(now.monotonicNanos() - seen.monotonicNanos());
        Duration wall = Duration.between(seen.wall(), now.wall());
        Duration longer = monotonic.compareTo(wall) > 0 ? monotonic : wall;
        seen = now;
        idle = longer.isNegative() ? idle : idle.plus(longer);
        return idle.compareTo(limit) >= 0;
    }

    /// Begins anew.
    public void restart(Moment now) {
        seen = now;
        idle = Duration.ZERO;
    }
}
