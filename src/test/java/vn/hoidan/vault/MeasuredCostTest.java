package vn.hoidan.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import vn.hoidan.vault.PinVault.Cost;

class MeasuredCostTest {
    private static final long MILLION = 1_000_000;
    private final AtomicLong nanos = new AtomicLong(17);
    private final List<Integer> guessed = new ArrayList<>();

    @Test
    void raisesThePassesUntilAGuessTakesTheTimeWanted() {
        Cost cost = measured(passes -> passes * 60 * MILLION);
        assertEquals(new Cost(Cost.USUAL.memoryKib(), 9, Cost.USUAL.lanes()), cost);
        assertEquals(List.of(3, 3, 9), guessed);
    }

    @Test
    void measuresAgainWhenTheFirstMeasureSaidTooLittle() {
        Cost cost = measured(passes -> guessed.size() < 3 ? 480 * MILLION : passes * 50 * MILLION);
        assertEquals(10, cost.passes());
        assertEquals(List.of(3, 3, 4, 10), guessed);
    }

    @Test
    void neverGoesBelowTheUsualOnASlowLaptop() {
        assertEquals(Cost.USUAL, measured(passes -> passes * 2_000 * MILLION));
    }

    @Test
    void neverGoesBeyondItsBoundHoweverFastTheLaptop() {
        assertEquals(Cost.MOST_PASSES_MEASURED, measured(passes -> passes).passes());
        assertEquals(Cost.MOST_PASSES_MEASURED, measured(passes -> 0).passes());
    }

    @Test
    void guessesForReal() {
        Cost cost = Cost.measured(() -> nanos.getAndAdd(Cost.WANTED.toNanos()));
        assertEquals(Cost.USUAL, cost);
    }

    @Test
    void knowsWhichCostIsWeaker() {
        assertTrue(Cost.LEAST.weakerThan(Cost.USUAL));
        assertTrue(new Cost(Cost.USUAL.memoryKib(), 2, 4).weakerThan(Cost.USUAL));
        assertFalse(Cost.USUAL.weakerThan(Cost.USUAL));
        assertFalse(new Cost(Cost.USUAL.memoryKib(), 9, 4).weakerThan(Cost.USUAL));
    }

    private Cost measured(LongUnaryOperator nanosOfPasses) {
        return Cost.measured(nanos::get, cost -> {
            guessed.add(cost.passes());
            nanos.addAndGet(nanosOfPasses.applyAsLong(cost.passes()));
        });
    }
}
