package vn.hoidan.core.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Instant NOW = Instant.parse("2024-11-10T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void goesOnAsOnTheLastDays() {
        Forecast forecast = Forecast.of(20, 70, WEEK, NOW).orElseThrow();
        assertEquals(NOW.plus(Duration.ofDays(2)), forecast.likely());
        assertTrue(forecast.earliest().isBefore(forecast.likely()));
        assertTrue(forecast.latest().isAfter(forecast.likely()));
    }

    @Test
    void saysNothingOfAFullCellOrOfOneThatNothingIsKnownOf() {
        assertEquals(Optional.empty(), Forecast.of(0, 70, WEEK, NOW));
        assertEquals(Optional.empty(), Forecast.of(20, Forecast.FEWEST - 1, WEEK, NOW));
    }

    @Test
    void isRightInAboutEightOfTenCasesWhenInterviewsComeByChance() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int within = 0;
        int told = 0;
        for (int trial = 0; trial < 4_000; trial++) {
            double perDay = 3 + random.nextInt(8);
            int done = poisson(perDay * 7, random);
            int left = 10 + random.nextInt(60);
            Optional<Forecast> forecast = Forecast.of(left, done, WEEK, NOW);
            if (forecast.isPresent()) {
                double days = 0;
                for (int unit = 0; unit < left; unit++) {
                    days -= Math.log(1 - random.nextDouble()) / perDay;
                }
                Instant full = NOW.plusMillis((long) (days * Duration.ofDays(1).toMillis()));
                told++;
                within += full.isBefore(forecast.get().earliest()) || full.isAfter(forecast.get().latest()) ? 0 : 1;
            }
        }
        double part = within / (double) told;
        assertTrue(part > 0.75 && part < 0.85, "seed " + seed + ": " + part);
    }

    private static int poisson(double mean, Random random) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
