package vn.hoidan.client.app.machine;

import java.time.Instant;
import java.time.ZoneId;
import vn.hoidan.core.interview.Moment;

/// The clocks of the laptop.
public interface DeviceClock {
    Instant now();

    /// Goes forward only; nanoseconds since a fixed point of this run.
    long monotonicNanos();

    ZoneId zone();

    default Moment moment() {
        return new Moment(now(), monotonicNanos());
    }
}
