package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinGuardTest {
    private static final Instant START = Instant.parse("2024-11-02T00:00:00Z");

    @Test
    void makesEachFurtherTryWaitLonger() {
        PinGuard guard = PinGuard.fresh(START);
        List<Long> waits = new ArrayList<>();
        for (int tries = 0; tries < 9; tries++) {
            guard = guard.afterTry();
            waits.add(guard.waitSeconds());
        }
        assertEquals(List.of(0L, 0L, 0L, 5L, 30L, 120L, 600L, 600L, 600L), waits);
        assertEquals(9, guard.wrongTries());
    }

    @Test
    void looksAgainWhenTheWaitIsOver() {
        PinGuard guard = new PinGuard(4, 5_000, START);
        assertFalse(guard.at(START.plusMillis(4_999)).looksAtTries());
        assertEquals(1, guard.at(START.plusMillis(4_999)).waitSeconds());
        assertTrue(guard.at(START.plusMillis(5_000)).looksAtTries());
    }

    @Test
    void countsOnlyTimeThatWentForward() {
        PinGuard guard = new PinGuard(4, 5_000, START).at(START.plusSeconds(2)).at(START.minusSeconds(86_400));
        assertEquals(3, guard.waitSeconds());
        assertEquals(1, guard.at(START.minusSeconds(86_400 - 2)).waitSeconds());
        assertTrue(guard.at(START.minusSeconds(86_400 - 3)).looksAtTries());
    }
}
