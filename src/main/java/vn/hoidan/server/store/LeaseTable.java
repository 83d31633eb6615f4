package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.LeaseTerms;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.SurveyId;

/// Leases with the units they have left.
final class LeaseTable {

    private final Handle handle;

    LeaseTable(Handle handle) {
        this.handle = handle;
    }

    List<LeaseId> next(int number) {
        return handle.createQuery("UPDATE server SET leases = leases + :number RETURNING epoch, leases")
                .bind("number", number).map((row, context) -> {
                    String epoch = row.getLong("epoch") + "-";
                    long last = row.getLong("leases");
                    return LongStream.rangeClosed(last - number + 1, last)
                            .mapToObj(each -> new LeaseId(epoch + each)).toList();
                }).one();
    }

    /// Those of a free quota, full as they are granted.
    void addFull(SurveyId survey, String device, List<Lease> leases) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> cells = new ArrayList<>();
        for (Lease lease : leases) {
            long fenceAt = lease.useBy().plus(LeaseTerms.GRACE).toEpochMilli();
            rows.add(new Object[] {lease.id().text(), survey.text(), device, lease.units(), lease.units(),
                    lease.grantedAt().toEpochMilli(), lease.useBy().toEpochMilli(), fenceAt});
            int position = 0;
            for (CellKey cell : lease.cells()) {
                cells.add(new Object[] {lease.id().text(), cell.text(), position++, fenceAt});
            }
        }
        ManyRows.one(handle, """
                INSERT INTO lease (id, survey, device, units, balance, state, granted_at, use_by, fence_at)
                VALUES (?, ?, ?, ?, ?, 'live', ?, ?, ?)""", rows);
        ManyRows.one(handle, "INSERT INTO lease_cell (lease, cell, position, due_at) VALUES (?, ?, ?, ?)", cells);
    }

    void add(SurveyId survey, ListId list, String device, Lease lease) {
        long fenceAt = lease.useBy().plus(LeaseTerms.GRACE).toEpochMilli();
        handle.createUpdate("""
                INSERT INTO lease (id, survey, list, device, units, balance, state, granted_at, use_by, fence_at)
                VALUES (:id, :survey, :list, :device, :units, 0, 'live', :granted, :useBy, :fenceAt)""")
                .bind("id", lease.id().text()).bind("survey", survey.text())
                .bind("list", list.text()).bind("device", device)
                .bind("units", lease.units()).bind("granted", lease.grantedAt().toEpochMilli())
                .bind("useBy", lease.useBy().toEpochMilli()).bind("fenceAt", fenceAt).execute();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO lease_cell (lease, cell, position) VALUES (:lease, :cell, :position)""");
        int position = 0;
        for (CellKey cell : lease.cells()) {
            // never due: a village list is taken back by people only
            batch.bind("lease", lease.id().text()).bind("cell", cell.text()).bind("position", position++).add();
        }
        if (position > 0) {
            batch.execute();
        }
    }

    Optional<HeldLease> find(LeaseId id) {
        return handle.createQuery("SELECT * FROM lease WHERE id = :id").bind("id", id.text())
                .map((row, context) -> held(row)).findOne();
    }

    Optional<HeldLease> live(ListId list) {
        return handle.createQuery("SELECT * FROM lease WHERE state = 'live' AND list = :list")
                .bind("list", list.text()).map((row, context) -> held(row)).findOne();
    }

    List<HeldLease> live(String device) {
        return handle.createQuery("SELECT * FROM lease WHERE state = 'live' AND device = :device ORDER BY id")
                .bind("device", device).map((row, context) -> held(row)).list();
    }

    /// Live leases without a list that have units left and may be fenced by now; the longest due first.
    List<HeldLease> due(SurveyId survey, CellKey cell, Instant now) {
        return handle.createQuery("""
                SELECT lease.* FROM lease_cell JOIN lease ON lease.id = lease_cell.lease
                WHERE lease_cell.cell = :cell AND lease_cell.due_at <= :now AND lease.survey = :survey
                ORDER BY lease_cell.due_at, lease.id""")
                .bind("cell", cell.text()).bind("now", now.toEpochMilli()).bind("survey", survey.text())
                .map((row, context) -> held(row)).list();
    }

    /// Which of these cells have such leases of any survey.
    Set<CellKey> due(Collection<CellKey> cells, Instant now) {
        return handle.createQuery(
                "SELECT DISTINCT cell FROM lease_cell WHERE cell IN (<cells>) AND due_at <= :now")
                .bindList("cells", cells.stream().map(CellKey::text).toList()).bind("now", now.toEpochMilli())
                .mapTo(String.class).map(CellKey::new).collect(Collectors.toSet());
    }

    private HeldLease held(ResultSet row) throws SQLException {
        LeaseId id = new LeaseId(row.getString("id"));
        return new HeldLease(id, row.getString("device"), Optional.ofNullable(row.getString("list")).map(ListId::new),
                cells(id), HeldLease.State.ofCode(row.getString("state")), row.getInt("balance"),
                Columns.instant(row, "use_by"));
    }

    private List<CellKey> cells(LeaseId lease) {
        return handle.createQuery("SELECT cell FROM lease_cell WHERE lease = :lease ORDER BY position")
                .bind("lease", lease.text()).mapTo(String.class).map(CellKey::new).list();
    }

    void changeBalance(LeaseId lease, int units) {
        int left = handle.createQuery("UPDATE lease SET balance = balance + :units WHERE id = :id RETURNING balance")
                .bind("units", units).bind("id", lease.text()).mapTo(int.class).one();
        if (left == 0) {
            notDue(lease);
        }
    }

    private void notDue(LeaseId lease) {
        handle.createUpdate("UPDATE lease_cell SET due_at = NULL WHERE lease = :id AND due_at IS NOT NULL")
                .bind("id", lease.text()).execute();
    }

    void ended(LeaseId lease, HeldLease.State state, Instant at) {
        LedgerTable.one(handle.createUpdate(
                "UPDATE lease SET state = :state, ended_at = :at WHERE id = :id AND state = 'live'")
                .bind("state", state.code()).bind("at", at.toEpochMilli()).bind("id", lease.text()).execute());
        notDue(lease);
    }
}
