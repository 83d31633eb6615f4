package vn.hoidan.server.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.hoidan.server.app.book.LedgerFault;
import vn.hoidan.server.app.book.LedgerFault.Kind;

/// Adds up the whole ledger anew and compares it with every counter that is kept beside it.
public final class LedgerAudit {

    /// How many rows break each promise; all must be zero.
    public static final Map<Kind, String> CHECKS = checks();

    private LedgerAudit() {
    }

    static List<LedgerFault> faults(Handle handle) {
        return CHECKS.entrySet().stream().map(each -> new LedgerFault(each.getKey(),
                handle.createQuery(each.getValue()).mapTo(long.class).one()))
                .filter(fault -> fault.rows() > 0).toList();
    }

    private static Map<Kind, String> checks() {
        Map<Kind, String> checks = new EnumMap<>(Kind.class);
        checks.put(Kind.OVERSHOOT, "SELECT COUNT(*) FROM quota_cell WHERE accepted + on_lease > target + over");
        checks.put(Kind.UNBALANCED, """
                SELECT COUNT(*) FROM (SELECT movement FROM ledger_posting GROUP BY movement, cell
                HAVING SUM(units) <> 0) AS torn""");
        checks.put(Kind.CELL_COUNTERS, """
                SELECT COUNT(*) FROM quota_cell AS c LEFT JOIN (
                    SELECT m.survey, p.cell,
                        SUM(CASE account WHEN 'target' THEN -units ELSE 0 END) AS target,
                        SUM(CASE account WHEN 'over' THEN -units ELSE 0 END) AS over,
                        SUM(CASE account WHEN 'pool' THEN units ELSE 0 END) AS pool,
                        SUM(CASE account WHEN 'on-lease' THEN units ELSE 0 END) AS on_lease,
                        SUM(CASE account WHEN 'accepted' THEN units ELSE 0 END) AS accepted
                    FROM ledger_posting AS p JOIN ledger_movement AS m ON m.number = p.movement
                    GROUP BY m.survey, p.cell) AS l ON l.survey = c.survey AND l.cell = c.cell
                WHERE c.target <> COALESCE(l.target, 0) OR c.over <> COALESCE(l.over, 0)
                    OR c.pool <> COALESCE(l.pool, 0) OR c.on_lease <> COALESCE(l.on_lease, 0)
                    OR c.accepted <> COALESCE(l.accepted, 0)""");
        checks.put(Kind.LEASE_BALANCES, """
                SELECT COUNT(*) FROM lease_cell AS c JOIN lease ON lease.id = c.lease
                LEFT JOIN (SELECT lease, cell, SUM(units) AS units FROM ledger_posting WHERE lease IS NOT NULL
                    GROUP BY lease, cell) AS l ON l.lease = c.lease AND l.cell = c.cell
                WHERE lease.balance <> COALESCE(l.units, 0)""");
        checks.put(Kind.ENDED_LEASE_WITH_UNITS, "SELECT COUNT(*) FROM lease WHERE state <> 'live' AND balance <> 0");
        checks.put(Kind.INTERVIEW_STATES, """
                SELECT COUNT(*) FROM interview WHERE (state = 'accepted') <>
                (id IN (SELECT interview FROM ledger_movement
                    WHERE kind IN ('accepted-on-lease', 'accepted-from-pool', 'promoted'))
                AND id NOT IN (SELECT interview FROM ledger_movement WHERE kind IN ('rejected', 'voided')))""");
        checks.put(Kind.WAITING_COUNTERS, """
                SELECT COUNT(*) FROM quota_cell AS c LEFT JOIN (
                    SELECT w.survey, w.cell, COUNT(*) AS waiting FROM waiting_cell AS w
                    JOIN interview ON interview.id = w.interview AND interview.state = 'pending'
                    GROUP BY w.survey, w.cell) AS l ON l.survey = c.survey AND l.cell = c.cell
                WHERE c.pending <> COALESCE(l.waiting, 0)""");
        checks.put(Kind.SOFT_COUNTERS, """
                SELECT COUNT(*) FROM soft_group AS c LEFT JOIN (
                    SELECT m.survey, m.cell, COUNT(*) AS accepted FROM soft_member AS m
                    JOIN interview ON interview.id = m.interview AND interview.state = 'accepted'
                    GROUP BY m.survey, m.cell) AS l ON l.survey = c.survey AND l.cell = c.cell
                WHERE c.accepted <> COALESCE(l.accepted, 0)""");
        checks.put(Kind.DEVICE_COUNTERS, """
                SELECT COUNT(*) FROM device LEFT JOIN (SELECT device, COUNT(*) AS accepted FROM interview
                    WHERE state = 'accepted' GROUP BY device) AS l ON l.device = device.id
                WHERE device.accepted <> COALESCE(l.accepted, 0)""");
        checks.put(Kind.LOG_GAPS, """
                SELECT COUNT(*) FROM device LEFT JOIN (SELECT device, COUNT(*) AS records FROM up_record
                    GROUP BY device) AS l ON l.device = device.id
                WHERE device.stored_number <> COALESCE(l.records, 0)""");
        return checks;
    }
}
