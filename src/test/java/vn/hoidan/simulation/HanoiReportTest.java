package vn.hoidan.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// A few runs of the report from fixed seeds: what it must come out at, with room for chance where runs are few. The
/// figures themselves are the report's over 200 runs.
class HanoiReportTest {

    private static final int RUNS = 12;

    @Test
    void neverOvershootsAndStaysNearACounterThatKnowsEverything() {
        HanoiReport.Line rules = HanoiReport.line(HanoiModel.Policy.WHOLE, RUNS);
        HanoiReport.Line knowing = HanoiReport.line(HanoiModel.Policy.ALL_KNOWING, RUNS);
        assertEquals(0, rules.overshoot());
        assertEquals(0, rules.unfilled());
        assertTrue(rules.pending() <= 1.0, rules.toString());
        assertTrue(rules.refused() <= 5.5, rules.toString());
        assertTrue(rules.days() <= 1.03 * knowing.days(), rules + " beside " + knowing);
    }
}
