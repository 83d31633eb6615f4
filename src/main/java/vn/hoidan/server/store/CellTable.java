package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Posting;
import vn.hoidan.core.survey.SurveyId;

/// Counters of cells. What a transaction has read it remembers: nobody else changes it meanwhile.
final class CellTable {

    /// Most cells that one question to the database names.
    private static final int CELLS_OF_A_QUESTION = 500;
    private static final Row NONE = new Row(0, 0, 0, 0, 0, 0);

    private final Handle handle;
    private final Map<Place, Row> known = new HashMap<>();

    private record Place(SurveyId survey, CellKey cell) {
    }

    /// Counters of a cell, or what a movement does to them.
    record Row(int target, int over, int pool, int onLease, int accepted, int pending) {

        static Row of(Posting posting) {
            int units = posting.units();
            return switch (posting.account()) {
                case Account.Target _ -> new Row(-units, 0, 0, 0, 0, 0);
                case Account.OverCommitted _ -> new Row(0, -units, 0, 0, 0, 0);
                case Account.Pool _ -> new Row(0, 0, units, 0, 0, 0);
                case Account.OnLease _ -> new Row(0, 0, 0, units, 0, 0);
                case Account.Accepted _ -> new Row(0, 0, 0, 0, units, 0);
            };
        }

        Row plus(Row other) {
            return new Row(target + other.target, over + other.over, pool + other.pool, onLease + other.onLease,
                    accepted + other.accepted, pending + other.pending);
        }
    }

    CellTable(Handle handle) {
        this.handle = handle;
    }

    void add(SurveyId survey, Constraint constraint) {
        handle.createUpdate("""
                INSERT INTO quota_cell (survey, cell, position, target, over, pool, on_lease, accepted, pending)
                VALUES (:survey, :cell, (SELECT COUNT(*) FROM quota_cell WHERE survey = :survey), 0, 0, 0, 0, 0, 0)
                ON CONFLICT (survey, cell) DO NOTHING""")
                .bind("survey", survey.text()).bind("cell", constraint.cell().text()).execute();
    }

    /// All counters zero if the survey has no such cell.
    Row row(SurveyId survey, CellKey cell) {
        return known.computeIfAbsent(new Place(survey, cell), place -> handle
                .createQuery("SELECT * FROM quota_cell WHERE survey = :survey AND cell = :cell")
                .bind("survey", survey.text()).bind("cell", cell.text())
                .map((row, context) -> row(row)).findOne().orElse(NONE));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getInt("target"), row.getInt("over"), row.getInt("pool"), row.getInt("on_lease"),
                row.getInt("accepted"), row.getInt("pending"));
    }

    /// Reads those that are not known yet, at once.
    void lookUp(SurveyId survey, Collection<CellKey> cells) {
        List<String> unknown = new LinkedHashSet<>(cells).stream()
                .filter(cell -> !known.containsKey(new Place(survey, cell))).map(CellKey::text).toList();
        for (int from = 0; from < unknown.size(); from += CELLS_OF_A_QUESTION) {
            handle.createQuery("SELECT * FROM quota_cell WHERE survey = :survey AND cell IN (<cells>)")
                    .bind("survey", survey.text())
                    .bindList("cells", unknown.subList(from, Math.min(unknown.size(), from + CELLS_OF_A_QUESTION)))
                    .map((row, context) -> Map.entry(new CellKey(row.getString("cell")), row(row)))
                    .forEach(each -> known.put(new Place(survey, each.getKey()), each.getValue()));
        }
    }

    void change(SurveyId survey, Map<CellKey, Row> changes) {
        List<Object[]> rows = new ArrayList<>();
        changes.forEach((cell, change) -> {
            known.computeIfPresent(new Place(survey, cell), (place, before) -> before.plus(change));
            rows.add(new Object[] {change.target(), change.over(), change.pool(), change.onLease(), change.accepted(),
                    survey.text(), cell.text()});
        });
        ManyRows.one(handle, """
                UPDATE quota_cell SET target = target + ?, over = over + ?, pool = pool + ?, on_lease = on_lease + ?,
                    accepted = accepted + ?
                WHERE survey = ? AND cell = ?""", rows);
    }

    void pendingChanged(SurveyId survey, Collection<CellKey> cells, int by) {
        for (CellKey cell : cells) {
            known.computeIfPresent(new Place(survey, cell), (place, before) ->
                    before.plus(new Row(0, 0, 0, 0, 0, by)));
            LedgerTable.one(handle.createUpdate(
                    "UPDATE quota_cell SET pending = pending + :by WHERE survey = :survey AND cell = :cell")
                    .bind("by", by).bind("survey", survey.text()).bind("cell", cell.text()).execute());
        }
    }

    List<CellCount> counts(SurveyId survey) {
        return handle.createQuery("SELECT * FROM quota_cell WHERE survey = :survey ORDER BY position")
                .bind("survey", survey.text()).map((row, context) -> count(row)).list();
    }

    List<CellCount> counts(SurveyId survey, Collection<CellKey> cells) {
        List<String> wanted = new LinkedHashSet<>(cells).stream().map(CellKey::text).toList();
        Map<Integer, CellCount> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += CELLS_OF_A_QUESTION) {
            handle.createQuery("SELECT * FROM quota_cell WHERE survey = :survey AND cell IN (<cells>)")
                    .bind("survey", survey.text())
                    .bindList("cells", wanted.subList(from, Math.min(wanted.size(), from + CELLS_OF_A_QUESTION)))
                    .map((row, context) -> Map.entry(row.getInt("position"), count(row)))
                    .forEach(each -> found.put(each.getKey(), each.getValue()));
        }
        List<Integer> positions = new ArrayList<>(found.keySet());
        positions.sort(null);
        return positions.stream().map(found::get).toList();
    }

    private static CellCount count(ResultSet row) throws SQLException {
        return new CellCount(new CellKey(row.getString("cell")), row.getInt("target"), row.getInt("accepted"),
                row.getInt("pending"), row.getInt("on_lease"));
    }
}
