package vn.hoidan.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Slows down who guesses enrolment codes. After some failed tries an address waits until its oldest ones are a while
/// ago; success costs nothing. The number of addresses kept is bounded: beyond it everybody new waits.
final class TryLimit {

    /// Failed tries an address may make within {@link #WINDOW}.
    static final int MOST_FAILED = 10;
    /// How long failed tries are remembered.
    static final Duration WINDOW = Duration.ofMinutes(5);
    /// Addresses remembered.
    static final int MOST_ADDRESSES = 10_000;

    private final Map<String, Failed> byAddress = new HashMap<>();
    private final InstantSource clock;

    TryLimit(InstantSource clock) {
        this.clock = clock;
    }

    private record Failed(Instant first, int count) {
    }

    /// @throws vn.hoidan.core.problem.ProblemException TOO_MANY_TRIES
    synchronized void check(String address) {
        Instant now = clock.instant();
        Failed failed = byAddress.get(address);
        if (failed == null && byAddress.size() >= MOST_ADDRESSES) {
            forgetOld(now);
            if (byAddress.size() >= MOST_ADDRESSES) {
                throw wait(WINDOW);
            }
        }
        if (failed == null) {
            return;
        }
        Duration left = Duration.between(now, failed.first().plus(WINDOW));
        if (!left.isPositive()) {
            byAddress.remove(address);
        } else if (failed.count() >= MOST_FAILED) {
            throw wait(left);
        }
    }

    synchronized void failed(String address) {
        Instant now = clock.instant();
        byAddress.merge(address, new Failed(now, 1), (old, one) -> new Failed(old.first(), old.count() + 1));
    }

    private void forgetOld(Instant now) {
        Iterator<Failed> all = byAddress.values().iterator();
        while (all.hasNext()) {
            if (!all.next().first().plus(WINDOW).isAfter(now)) {
                all.remove();
            }
        }
    }

    private static RuntimeException wait(Duration left) {
        return Problem.of(ProblemKind.TOO_MANY_TRIES, "seconds", String.valueOf(left.toSeconds() + 1)).exception();
    }
}
