package vn.hoidan.client.ui.signin;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import vn.hoidan.client.app.machine.DeviceClock;

/// The time after wrong PINs in which none is looked at.
final class PinWait {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final DeviceClock clock;
    private final ReadOnlyIntegerWrapper seconds = new ReadOnlyIntegerWrapper();
    private long untilNanos;

    PinWait(DeviceClock clock) {
        this.clock = clock;
    }

    /// Seconds that are left; 0 when a PIN is looked at.
    ReadOnlyIntegerProperty seconds() {
        return seconds.getReadOnlyProperty();
    }

    boolean isOver() {
        return seconds.get() == 0;
    }

    void begin(int wait) {
        seconds.set(wait);
        untilNanos = clock.monotonicNanos() + wait * NANOS_PER_SECOND;
    }

    void end() {
        seconds.set(0);
    }

    /// Looks at the clock again.
    void tick() {
        long left = untilNanos - clock.monotonicNanos();
        seconds.set(Math.toIntExact(Math.max(0, Math.ceilDiv(left, NANOS_PER_SECOND))));
    }
}
