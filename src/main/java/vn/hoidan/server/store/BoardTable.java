package vn.hoidan.server.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Board;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.book.BoardBooks;

/// Who holds what, what waits and what came lately.
final class BoardTable implements BoardBooks {

    private final Handle handle;

    BoardTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Map<CellKey, List<Board.Holding>> holdings(SurveyId survey) {
        Map<CellKey, List<Board.Holding>> found = new LinkedHashMap<>();
        handle.createQuery("""
                SELECT lease_cell.cell, person.name, SUM(lease.balance) AS units, MIN(lease.use_by) AS first
                FROM device JOIN person ON person.id = device.person
                JOIN lease ON lease.device = device.id AND lease.state = 'live'
                JOIN lease_cell ON lease_cell.lease = lease.id
                WHERE device.survey = :survey AND lease.balance > 0
                GROUP BY lease_cell.cell, person.id, person.name ORDER BY first, person.name""")
                .bind("survey", survey.text()).map((row, context) -> Map.entry(new CellKey(row.getString("cell")),
                        new Board.Holding(row.getString("name"), row.getInt("units"),
                                Columns.instant(row, "first"))))
                .forEach(each -> found.computeIfAbsent(each.getKey(), key -> new ArrayList<>()).add(each.getValue()));
        return found;
    }

    @Override
    public Map<CellKey, List<Board.Waiting>> waiting(SurveyId survey) {
        Map<CellKey, List<Board.Waiting>> found = new LinkedHashMap<>();
        handle.createQuery("""
                SELECT waiting_cell.cell, interview.id, interview.reason, interview.received_at, person.name
                FROM waiting_cell JOIN interview ON interview.id = waiting_cell.interview
                JOIN device ON device.id = interview.device JOIN person ON person.id = device.person
                WHERE waiting_cell.survey = :survey ORDER BY interview.position""")
                .bind("survey", survey.text()).map((row, context) -> Map.entry(new CellKey(row.getString("cell")),
                        new Board.Waiting(InterviewId.parse(row.getString("id")), row.getString("name"),
                                PendingReason.ofCode(row.getString("reason")),
                                Columns.instant(row, "received_at"))))
                .forEach(each -> found.computeIfAbsent(each.getKey(), key -> new ArrayList<>()).add(each.getValue()));
        return found;
    }

    @Override
    public Map<CellKey, Integer> late(SurveyId survey) {
        return counted("""
                SELECT ledger_posting.cell, COUNT(*) AS units FROM ledger_movement
                JOIN ledger_posting ON ledger_posting.movement = ledger_movement.number
                JOIN interview ON interview.id = ledger_movement.interview AND interview.state = 'accepted'
                WHERE ledger_movement.survey = :survey AND kind = 'accepted-from-pool' AND account = 'accepted'
                GROUP BY ledger_posting.cell""", survey, 0);
    }

    @Override
    public List<Board.Counted> counted(SurveyId survey, CellKey cell, long before, int most) {
        return handle.createQuery("""
                SELECT ledger_movement.number, interview.id, interview.household, interview.received_at, person.name,
                    sample_list.village_name
                FROM ledger_posting JOIN ledger_movement ON ledger_movement.number = ledger_posting.movement
                JOIN interview ON interview.id = ledger_movement.interview AND interview.state = 'accepted'
                JOIN sample_list ON sample_list.id = interview.list
                JOIN device ON device.id = interview.device JOIN person ON person.id = device.person
                WHERE ledger_posting.cell = :cell AND ledger_posting.account = 'accepted'
                    AND ledger_posting.movement < :before AND ledger_movement.survey = :survey
                    AND ledger_movement.kind IN ('accepted-on-lease', 'accepted-from-pool', 'promoted')
                ORDER BY ledger_posting.movement DESC LIMIT :most""")
                .bind("cell", cell.text()).bind("before", before).bind("survey", survey.text()).bind("most", most)
                .map((row, context) -> new Board.Counted(row.getLong("number"), InterviewId.parse(row.getString("id")),
                        row.getString("name"), row.getString("village_name"), row.getInt("household"),
                        Columns.instant(row, "received_at"))).list();
    }

    @Override
    public Recent since(SurveyId survey, Instant from) {
        long before = lastBefore(from);
        Optional<Instant> began = handle.createQuery("""
                SELECT MIN(moved_at) AS began FROM ledger_movement WHERE number > :before AND survey = :survey
                    AND kind IN ('accepted-on-lease', 'accepted-from-pool', 'promoted')""")
                .bind("before", before).bind("survey", survey.text())
                .map((row, context) -> Columns.maybeInstant(row, "began")).one();
        return new Recent(began.orElse(from), counted("""
                SELECT ledger_posting.cell, SUM(ledger_posting.units) AS units FROM ledger_movement
                JOIN ledger_posting ON ledger_posting.movement = ledger_movement.number
                WHERE ledger_movement.number > :before AND ledger_movement.survey = :survey AND account = 'accepted'
                GROUP BY ledger_posting.cell""", survey, before));
    }

    /// Movements are numbered as time goes, so the number is found by halving.
    private long lastBefore(Instant from) {
        long low = 0;
        long high = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM ledger_movement").mapTo(long.class)
                .one();
        while (low < high) {
            long middle = (low + high + 1) / 2;
            long at = handle.createQuery("SELECT moved_at FROM ledger_movement WHERE number = :number")
                    .bind("number", middle).mapTo(long.class).one();
            if (at < from.toEpochMilli()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private Map<CellKey, Integer> counted(String sql, SurveyId survey, long before) {
        Map<CellKey, Integer> counts = new HashMap<>();
        handle.createQuery(sql).bind("survey", survey.text()).bind("before", before)
                .map((row, context) -> Map.entry(new CellKey(row.getString("cell")), row.getInt("units")))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }
}
