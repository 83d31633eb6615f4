package vn.hoidan.client;

import java.time.Instant;
import java.time.ZoneId;
import vn.hoidan.client.app.machine.DeviceClock;

/// The clocks of the machine.
final class SystemClock implements DeviceClock {
    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime();
    }

    @Override
    public ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
