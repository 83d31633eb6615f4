package vn.hoidan.support;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.hoidan.client.app.DeviceClock;

/// A clock that goes when it is told to.
public final class HandClock implements DeviceClock {
    private Instant now = Samples.MORNING;
    private long nanos;

    public void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
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
        return ZoneId.of("Asia/Ho_Chi_Minh");
    }
}
