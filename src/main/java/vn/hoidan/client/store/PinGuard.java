package vn.hoidan.client.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Slows down guessing at the PIN. The wait runs off only while the clock goes forward; a clock that was turned back
/// neither shortens it nor makes it longer than it was.
///
/// @param wrongTries since the last right PIN
/// @param waitMillis what is left of the wait at `seenAt`
record PinGuard(int wrongTries, long waitMillis, Instant seenAt) {
    /// Wait after the first wrong try, the second, the third …; the last one holds for all further tries.
    static final List<Duration> WAITS = List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5),
            Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10));
    private static final long MILLIS_PER_SECOND = 1_000;

    static PinGuard fresh(Instant now) {
        return new PinGuard(0, 0, now);
    }

    /// As it stands now.
    PinGuard at(Instant now) {
        long elapsed = now.isAfter(seenAt) ? Duration.between(seenAt, now).toMillis() : 0;
        return new PinGuard(wrongTries, Math.max(0, waitMillis - elapsed), now);
    }

    boolean looksAtTries() {
        return waitMillis == 0;
    }

    /// One more try that counts as wrong until the PIN has opened the store.
    PinGuard afterTry() {
        int tries = wrongTries + 1;
        return new PinGuard(tries, WAITS.get(Math.min(tries, WAITS.size()) - 1).toMillis(), seenAt);
    }

    /// Whole seconds, so that nobody is told 0 while there is still a wait.
    long waitSeconds() {
        return Math.ceilDiv(waitMillis, MILLIS_PER_SECOND);
    }
}
