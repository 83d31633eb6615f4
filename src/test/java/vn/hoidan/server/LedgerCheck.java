package vn.hoidan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.ToLongFunction;
import vn.hoidan.server.store.LedgerAudit;

/// Recomputes every counter of an office's file from its ledger and its interviews and compares.
public final class LedgerCheck {

    private LedgerCheck() {
    }

    /// Q1, Q2, Q3, Q6, Q7, Q10 and Q14 of the quota rules, read from the file itself.
    public static void holds(Path file) {
        try (Connection connection = TestPlaces.connect(file)) {
            holds(sql -> TestPlaces.number(connection, sql));
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    /// The same of an office that is asked in another way.
    ///
    /// @param number gives the number that a query asks for
    public static void holds(ToLongFunction<String> number) {
        assertTrue(number.applyAsLong("SELECT COUNT(*) FROM quota_cell") > 0, "there are cells");
        LedgerAudit.CHECKS.forEach((kind, sql) -> zero(number, kind.code(), sql));
        assertEquals(number.applyAsLong("SELECT COUNT(*) FROM interview WHERE state = 'accepted'"),
                number.applyAsLong("""
                        SELECT COUNT(*) - 2 * COUNT(CASE WHEN kind IN ('rejected', 'voided') THEN 1 END)
                        FROM ledger_movement WHERE interview IS NOT NULL AND kind <> 'released'"""), "one debit each");
        zero(number, "the counters of villages are the interviews in them", """
                SELECT COUNT(*) FROM quota_cell AS c WHERE c.cell LIKE 'village:%' AND (
                c.accepted <> (SELECT COUNT(*) FROM interview JOIN sample_list ON sample_list.id = interview.list
                    WHERE 'village:' || village = c.cell AND state = 'accepted') OR
                c.pending <> (SELECT COUNT(*) FROM interview JOIN sample_list ON sample_list.id = interview.list
                    WHERE 'village:' || village = c.cell AND state = 'pending'))""");
        zero(number, "every interview record is counted, a duplicate or set aside", """
                SELECT COUNT(*) FROM interview JOIN quarantine ON quarantine.device = interview.device
                AND quarantine.number = interview.number""");
    }

    public static long number(Path file, String sql) {
        return TestPlaces.number(file, sql);
    }

    private static void zero(ToLongFunction<String> number, String promise, String sql) {
        assertEquals(0, number.applyAsLong(sql), promise);
    }
}
