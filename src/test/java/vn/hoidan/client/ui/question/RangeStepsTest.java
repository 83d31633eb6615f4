package vn.hoidan.client.ui.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Range;

final class RangeStepsTest {
    private static RangeSteps steps(String start, String end, String step) {
        return new RangeSteps(new Range(new BigDecimal(start), new BigDecimal(end), new BigDecimal(step)));
    }

    @Test
    void countsExactlyWhereBinaryNumbersWouldNot() {
        RangeSteps tenths = steps("0", "1", "0.1");
        assertEquals(10, tenths.count());
        assertEquals("0.3", tenths.value(3));
        assertEquals("0", tenths.value(0));
        assertEquals("1", tenths.value(10));
        assertEquals(Optional.of(7), tenths.step("0.7"));
    }

    @Test
    void goesDownWhenTheEndLiesBelow() {
        RangeSteps down = steps("10", "0", "-2.5");
        assertEquals(4, down.count());
        assertEquals("7.5", down.value(1));
        assertEquals(Optional.of(4), down.step("0"));
    }

    @Test
    void leavesOutAnEndThatNoStepReaches() {
        assertEquals(3, steps("0", "10", "3").count());
        assertEquals("9", steps("0", "10", "3").value(3));
        assertEquals(Optional.empty(), steps("0", "10", "3").step("nhiều"));
    }

    @Test
    void hugeRangeIsCountedWithoutOverflow() {
        assertEquals(Integer.MAX_VALUE, steps("0", "1e30", "1e-9").count());
    }
}
