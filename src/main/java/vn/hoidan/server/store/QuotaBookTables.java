package vn.hoidan.server.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.quota.PendingReason;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.quota.WaitingInterview;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.StaffDesk;

/// What the planners of turns ask of the tables; each question goes by an index.
final class QuotaBookTables implements QuotaBooks {

    private final Handle handle;
    private final SurveyId survey;
    private final CellTable cells;
    private final LeaseTable leases;

    QuotaBookTables(Handle handle, SurveyId survey, CellTable cells, LeaseTable leases) {
        this.handle = handle;
        this.survey = survey;
        this.cells = cells;
        this.leases = leases;
    }

    @Override
    public int of(Account account) {
        return switch (account) {
            case Account.Target target -> -cells.row(survey, target.cell()).target();
            case Account.OverCommitted over -> -cells.row(survey, over.cell()).over();
            case Account.Pool pool -> cells.row(survey, pool.cell()).pool();
            case Account.Accepted accepted -> cells.row(survey, accepted.cell()).accepted();
            case Account.OnLease held -> leases.find(held.lease()).map(HeldLease::left).orElse(0);
        };
    }

    @Override
    public List<HeldLease> due(CellKey cell, Instant now) {
        return leases.due(survey, cell, now);
    }

    /// A cell and who waits in it are looked up one by one, so that an index is used.
    @Override
    public List<WaitingInterview> waiting(Collection<CellKey> in) {
        Map<InterviewId, WaitingInterview> found = new LinkedHashMap<>();
        for (CellKey cell : in) {
            if (cells.row(survey, cell).pending() == 0) {
                continue;
            }
            handle.createQuery("""
                    SELECT interview.id, interview.list, interview.household FROM waiting_cell
                    JOIN interview ON interview.id = waiting_cell.interview
                    WHERE waiting_cell.survey = :survey AND waiting_cell.cell = :cell AND interview.reason <> :counted
                        AND NOT EXISTS (SELECT 1 FROM interview AS other WHERE other.list = interview.list
                            AND other.household = interview.household AND other.state = 'accepted')
                    ORDER BY interview.position""")
                    .bind("survey", survey.text()).bind("cell", cell.text())
                    .bind("counted", PendingReason.HOUSEHOLD_COUNTED.code())
                    .map((row, context) -> new Waits(InterviewId.parse(row.getString("id")),
                            new ListId(row.getString("list")), row.getInt("household"))).list()
                    .forEach(each -> found.computeIfAbsent(each.interview(), id ->
                            new WaitingInterview(id, each.list(), each.household(), waitingIn(handle, id))));
        }
        return new ArrayList<>(found.values());
    }

    private record Waits(InterviewId interview, ListId list, int household) {
    }

    static List<CellKey> waitingIn(Handle handle, InterviewId interview) {
        return handle.createQuery("SELECT cell FROM waiting_cell WHERE interview = :id ORDER BY cell")
                .bind("id", interview.asText()).mapTo(String.class).map(CellKey::new).list();
    }

    @Override
    public double speedOfOthers(CellKey cell, String device, Instant now) {
        return speeds(List.of(cell), device, now).getOrDefault(cell, 0.0);
    }

    /// Who has no laptop yet is counted on as usual while the code for one can still be used: else the first who comes
    /// would take what is meant for all.
    Map<CellKey, Double> speeds(Collection<CellKey> in, String device, Instant now) {
        Map<CellKey, Double> speeds = new HashMap<>();
        handle.createQuery("""
                SELECT worker_cell.cell, SUM(CASE
                    WHEN device.id IS NULL AND worker_cell.since > :expected THEN :usual
                    WHEN device.active_until > :now THEN device.pace_per_day ELSE 0 END) AS speed
                FROM worker_cell
                LEFT JOIN device ON device.person = worker_cell.person AND device.replaced_at IS NULL
                WHERE worker_cell.survey = :survey AND worker_cell.cell IN (<cells>)
                    AND (device.id IS NULL OR device.id <> :device)
                GROUP BY worker_cell.cell""")
                .bind("expected", now.minus(StaffDesk.CODE_LIFE).toEpochMilli()).bind("usual", Pace.USUAL_PER_DAY)
                .bind("now", now.toEpochMilli()).bind("survey", survey.text())
                .bindList("cells", in.stream().map(CellKey::text).toList()).bind("device", device)
                .map((row, context) -> Map.entry(new CellKey(row.getString("cell")), row.getDouble("speed")))
                .forEach(each -> speeds.put(each.getKey(), each.getValue()));
        return speeds;
    }

    /// Which of these cells have leases that may be fenced by now.
    Set<CellKey> due(Collection<CellKey> in, Instant now) {
        return leases.due(in, now);
    }
}
