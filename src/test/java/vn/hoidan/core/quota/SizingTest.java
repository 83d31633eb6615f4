package vn.hoidan.core.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SizingTest {

    private static final Instant NOW = Instant.parse("2024-11-05T03:00:00Z");

    @Test
    void findsTheNinetiethPercentileOfAPoissonCount() {
        assertEquals(0, Sizing.quantile(0));
        assertEquals(0, Sizing.quantile(0.1));
        assertEquals(2, Sizing.quantile(1));
        assertEquals(8, Sizing.quantile(5));
        assertEquals(14, Sizing.quantile(10));
        assertEquals(113, Sizing.quantile(100));
        assertTrue(Sizing.quantile(10_000) > 10_100);
    }

    @Test
    void neverGivesMoreThanTheFairShareAndAtLeastOne() {
        assertEquals(1, Sizing.size(20, 0.2));
        assertEquals(6, Sizing.size(20, 6));
        assertEquals(54, Sizing.size(2, 60), "nine tenths of its share");
        assertEquals(8, Sizing.size(10.0 / 3, 9), "what it will probably use");
    }

    @Test
    void measuresHowFastAndHowOftenADeviceIs() {
        Pace pace = Pace.planned(2, NOW).after(NOW.plus(Duration.ofDays(4)), 20);
        assertEquals(0.6 * 7 + 0.4 * 5, pace.perDay(), 1e-9);
        assertEquals(0.6 * 2 + 0.4 * 4, pace.daysBetween(), 1e-9);
        Pace same = pace.after(NOW.plus(Duration.ofDays(4)).plusSeconds(60), 3);
        assertEquals(pace.daysBetween(), same.daysBetween(), "one visit to the network, two rounds");
        assertEquals(3, same.doneSince());
    }

    @Test
    void givesThoseWhoComeSeldomALongerUse() {
        assertEquals(NOW.plus(Duration.ofDays(6)), LeaseTerms.useBy(NOW, Pace.planned(2, NOW)));
        assertEquals(NOW.plus(Duration.ofDays(10)), LeaseTerms.useBy(NOW, Pace.planned(4, NOW)));
    }

    @Test
    void neverUsesAnEpochTwice() {
        assertTrue(Epoch.afterRestore(1, NOW) > 1);
        long first = Epoch.afterRestore(1, NOW);
        assertTrue(Epoch.afterRestore(1, NOW.plus(Duration.ofDays(1))) > first, "though the backup is the same");
        assertEquals(first + 1, Epoch.afterRestore(first, NOW));
    }
}
