package vn.hoidan.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 30);
    private static final Violation TABS = new Violation("tabs", "src/Some.java:3", "has a tab");
    private static final Violation LONG = new Violation("line-length", "src/Some.java:4", "is long");
    private static final Allowance ALLOWED = new Allowance("tabs", "src/Some.java", "comes from elsewhere", LAST_DAY);

    @Test
    void coversOneRuleInOnePlaceUntilItsLastDay() {
        assertEquals(List.of(LONG), Allowance.apply(List.of(ALLOWED), List.of(TABS, LONG), LAST_DAY));
    }

    @Test
    void doesNotCoverAnotherPlaceWithTheSameBeginning() {
        Violation other = new Violation("tabs", "src/Some.javascript:3", "has a tab");
        assertEquals(List.of(other), Allowance.apply(List.of(ALLOWED), List.of(TABS, other), LAST_DAY));
    }

    @Test
    void isReportedAfterItsLastDay() {
        List<Violation> left = Allowance.apply(List.of(ALLOWED), List.of(TABS), LAST_DAY.plusDays(1));
        assertEquals(List.of("allowance"), left.stream().map(Violation::rule).toList());
    }

    @Test
    void isReportedWhenItCoversNothing() {
        List<Violation> left = Allowance.apply(List.of(ALLOWED), List.of(LONG), LAST_DAY);
        assertEquals(List.of("line-length", "allowance"), left.stream().map(Violation::rule).toList());
    }

    @Test
    void needsAReason() {
        assertThrows(IllegalArgumentException.class, () -> new Allowance("tabs", "src/Some.java", " ", LAST_DAY));
    }
}
