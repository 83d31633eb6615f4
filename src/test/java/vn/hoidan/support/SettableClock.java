package vn.hoidan.support;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.hoidan.client.app.machine.DeviceClock;

/// A laptop's clock in Hanoi that stands still until it is moved.
public final class SettableClock implements DeviceClock {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private volatile Instant now;
    private volatile long nanos;

    public SettableClock(Instant now) {
        this.now = now;
    }

    public void forward(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /// Somebody moves the wall clock; the forward-only one goes on.
    public void turn(Duration by) {
        now = now.plus(by);
    }

    /// The program is started again: the forward-only clock begins anew.
    public void restart() {
        nanos = 0;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long monotonicNanos() {
        return nanos;
    }

    @Override
    public ZoneId zone() {
        return HANOI;
    }
}
