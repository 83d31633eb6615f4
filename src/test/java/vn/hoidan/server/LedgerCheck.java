package vn.hoidan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Recomputes every counter of an office's file from its ledger and its interviews and compares.
public final class LedgerCheck {

    private LedgerCheck() {
    }

    /// Q1, Q2, Q3, Q6, Q7, Q10 and Q14 of the quota rules, read from the file itself.
    public static void holds(Path file) {
        assertTrue(number(file, "SELECT COUNT(*) FROM quota_cell") > 0, "there are cells");
        zero(file, "accepted + on lease within the target",
                "SELECT COUNT(*) FROM quota_cell WHERE accepted + on_lease > target + over");
        zero(file, "movements sum to zero", """
                SELECT COUNT(*) FROM (SELECT movement, cell, SUM(units) AS total FROM ledger_posting
                GROUP BY movement, cell) WHERE total <> 0""");
        for (String counter : new String[] {"pool", "on_lease", "accepted", "-target", "-over"}) {
            zero(file, counter + " follows the ledger", """
                    SELECT COUNT(*) FROM quota_cell AS c WHERE c.%s <> (SELECT %s COALESCE(SUM(p.units), 0)
                    FROM ledger_posting AS p JOIN ledger_movement AS m ON m.number = p.movement
                    WHERE m.survey = c.survey AND p.cell = c.cell AND p.account = '%s')"""
                    .formatted(counter.startsWith("-") ? counter.substring(1) : counter,
                            counter.startsWith("-") ? "-1 *" : "", counter.replace("_", "-").replaceFirst("^-", "")));
        }
        zero(file, "leases follow the ledger", """
                SELECT COUNT(*) FROM lease_cell AS c JOIN lease ON lease.id = c.lease
                WHERE lease.balance <> (SELECT COALESCE(SUM(units), 0)
                FROM ledger_posting AS p WHERE p.lease = c.lease AND p.cell = c.cell)""");
        zero(file, "ended leases are empty", "SELECT COUNT(*) FROM lease WHERE state <> 'live' AND balance <> 0");
        assertEquals(number(file, "SELECT COUNT(*) FROM interview WHERE state = 'accepted'"),
                number(file, """
                        SELECT COUNT(*) - 2 * COUNT(CASE WHEN kind IN ('rejected', 'voided') THEN 1 END)
                        FROM ledger_movement WHERE interview IS NOT NULL AND kind <> 'released'"""), "one debit each");
        zero(file, "accepted interviews are those debited", """
                SELECT COUNT(*) FROM interview WHERE (state = 'accepted') <>
                (id IN (SELECT interview FROM ledger_movement
                    WHERE kind IN ('accepted-on-lease', 'accepted-from-pool', 'promoted'))
                AND id NOT IN (SELECT interview FROM ledger_movement WHERE kind IN ('rejected', 'voided')))""");
        zero(file, "the counters of villages are the interviews in them", """
                SELECT COUNT(*) FROM quota_cell AS c WHERE c.cell LIKE 'village:%' AND (
                c.accepted <> (SELECT COUNT(*) FROM interview JOIN sample_list ON sample_list.id = interview.list
                    WHERE 'village:' || village = c.cell AND state = 'accepted') OR
                c.pending <> (SELECT COUNT(*) FROM interview JOIN sample_list ON sample_list.id = interview.list
                    WHERE 'village:' || village = c.cell AND state = 'pending'))""");
        zero(file, "the counters of devices", """
                SELECT COUNT(*) FROM device WHERE accepted <> (SELECT COUNT(*) FROM interview
                WHERE interview.device = device.id AND state = 'accepted')""");
        zero(file, "logs have no gaps", """
                SELECT COUNT(*) FROM device WHERE stored_number <>
                (SELECT COUNT(*) FROM up_record WHERE up_record.device = device.id)""");
        zero(file, "every interview record is counted, a duplicate or set aside", """
                SELECT COUNT(*) FROM interview JOIN quarantine ON quarantine.device = interview.device
                AND quarantine.number = interview.number""");
    }

    public static long number(Path file, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getLong(1);
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    private static void zero(Path file, String promise, String sql) {
        assertEquals(0, number(file, sql), promise);
    }
}
