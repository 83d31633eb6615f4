package vn.hoidan.core.interview;

import java.time.Instant;

/// When something happened on a device: by the wall clock, which may be wrong or turned back, and by a clock that only
/// goes forward, which tells how long things took.
///
/// @param monotonicNanos nanoseconds since some fixed point of this run of the program
public record Moment(Instant wall, long monotonicNanos) {
}
