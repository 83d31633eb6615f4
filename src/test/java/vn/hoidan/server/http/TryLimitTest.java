package vn.hoidan.server.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

class TryLimitTest {

    private Instant now = Instant.parse("2024-11-04T01:00:00Z");
    private final TryLimit limit = new TryLimit(() -> now);

    @Test
    void makesAnAddressWaitAfterTooManyFailedTriesAndForgetsThemLater() {
        fail("a", TryLimit.MOST_FAILED);
        ProblemException thrown = assertThrows(ProblemException.class, () -> limit.check("a"));
        assertEquals(ProblemKind.TOO_MANY_TRIES, thrown.problem().kind());
        assertDoesNotThrow(() -> limit.check("b"));
        now = now.plus(TryLimit.WINDOW);
        assertDoesNotThrow(() -> limit.check("a"));
        fail("a", TryLimit.MOST_FAILED - 1);
        assertDoesNotThrow(() -> limit.check("a"));
    }

    @Test
    void keepsABoundedNumberOfAddresses() {
        for (int address = 0; address < TryLimit.MOST_ADDRESSES; address++) {
            limit.failed("10.0." + address);
        }
        assertThrows(ProblemException.class, () -> limit.check("new"));
        now = now.plus(TryLimit.WINDOW);
        assertDoesNotThrow(() -> limit.check("new"));
    }

    private void fail(String address, int times) {
        for (int time = 0; time < times; time++) {
            limit.failed(address);
        }
    }
}
