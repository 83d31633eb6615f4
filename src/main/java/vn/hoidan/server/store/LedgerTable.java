package vn.hoidan.server.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.Balances;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Claim;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.Posting;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.Ledger;

/// The quota ledger with the balances and counters that follow it.
final class LedgerTable implements Ledger {

    private final Handle handle;

    LedgerTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void addCell(SurveyId survey, Constraint constraint) {
        handle.createUpdate("""
                INSERT INTO quota_cell (survey, cell, position, target, pool, on_lease, accepted, pending)
                VALUES (:survey, :cell, (SELECT COUNT(*) FROM quota_cell WHERE survey = :survey), 0, 0, 0, 0, 0)""")
                .bind("survey", survey.text()).bind("cell", constraint.cell().text()).execute();
    }

    @Override
    public Balances free(SurveyId survey, Collection<CellKey> cells) {
        return Balances.of(pools(survey, cells));
    }

    @Override
    public Balances freeAndHeld(SurveyId survey, Collection<CellKey> cells, LeaseId lease) {
        Map<Account, Integer> units = pools(survey, cells);
        handle.createQuery("SELECT cell, balance FROM lease_cell WHERE lease = :lease").bind("lease", lease.text())
                .map((row, context) -> Map.entry(new CellKey(row.getString("cell")), row.getInt("balance")))
                .forEach(each -> units.put(new Account.OnLease(lease, each.getKey()), each.getValue()));
        return Balances.of(units);
    }

    private Map<Account, Integer> pools(SurveyId survey, Collection<CellKey> cells) {
        Map<Account, Integer> units = new HashMap<>();
        for (CellKey cell : cells) {
            handle.createQuery("SELECT pool FROM quota_cell WHERE survey = :survey AND cell = :cell")
                    .bind("survey", survey.text()).bind("cell", cell.text()).mapTo(int.class).findOne()
                    .ifPresent(pool -> units.put(new Account.Pool(cell), pool));
        }
        return units;
    }

    /// The postings stand for ever; balances and counters follow them here and nowhere else.
    @Override
    public void carryOut(SurveyId survey, Movement movement, Instant at) {
        long number = handle.createQuery("""
                INSERT INTO ledger_movement (number, survey, kind, lease, interview, moved_at)
                VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM ledger_movement), :survey, :kind, :lease, :interview,
                    :at) RETURNING number""")
                .bind("survey", survey.text()).bind("kind", movement.kind().code())
                .bind("lease", movement.lease().map(LeaseId::text).orElse(null))
                .bind("interview", movement.interview().map(id -> id.asText()).orElse(null))
                .bind("at", at.toEpochMilli()).mapTo(long.class).one();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO ledger_posting (movement, line, account, cell, lease, units)
                VALUES (:movement, :line, :account, :cell, :lease, :units)""");
        Map<CellKey, Change> changes = new LinkedHashMap<>();
        int line = 0;
        for (Posting posting : movement.postings()) {
            Optional<LeaseId> lease = posting.account() instanceof Account.OnLease held
                    ? Optional.of(held.lease()) : Optional.empty();
            batch.bind("movement", number).bind("line", ++line).bind("account", code(posting.account()))
                    .bind("cell", posting.account().cell().text())
                    .bind("lease", lease.map(LeaseId::text).orElse(null)).bind("units", posting.units()).add();
            changes.merge(posting.account().cell(), Change.of(posting), Change::plus);
            lease.ifPresent(id -> changeLease(id, posting));
        }
        if (line > 0) {
            batch.execute();
        }
        changes.forEach((cell, change) -> changeCell(survey, cell, change));
    }

    /// What a movement does to the counters of a cell.
    private record Change(int target, int pool, int onLease, int accepted) {

        static Change of(Posting posting) {
            int units = posting.units();
            return switch (posting.account()) {
                case Account.Target _ -> new Change(-units, 0, 0, 0);
                case Account.Pool _ -> new Change(0, units, 0, 0);
                case Account.OnLease _ -> new Change(0, 0, units, 0);
                case Account.Accepted _ -> new Change(0, 0, 0, units);
            };
        }

        Change plus(Change other) {
            return new Change(target + other.target, pool + other.pool, onLease + other.onLease,
                    accepted + other.accepted);
        }
    }

    private static String code(Account account) {
        return switch (account) {
            case Account.Target _ -> "target";
            case Account.Pool _ -> "pool";
            case Account.OnLease _ -> "on-lease";
            case Account.Accepted _ -> "accepted";
        };
    }

    private void changeLease(LeaseId lease, Posting posting) {
        one(handle.createUpdate(
                "UPDATE lease_cell SET balance = balance + :units WHERE lease = :lease AND cell = :cell")
                .bind("units", posting.units()).bind("lease", lease.text())
                .bind("cell", posting.account().cell().text()).execute());
    }

    private void changeCell(SurveyId survey, CellKey cell, Change change) {
        one(handle.createUpdate("""
                UPDATE quota_cell SET target = target + :target, pool = pool + :pool, on_lease = on_lease + :onLease,
                    accepted = accepted + :accepted
                WHERE survey = :survey AND cell = :cell""")
                .bind("target", change.target()).bind("pool", change.pool()).bind("onLease", change.onLease())
                .bind("accepted", change.accepted()).bind("survey", survey.text()).bind("cell", cell.text())
                .execute());
    }

    @Override
    public LeaseId nextLease() {
        handle.execute("UPDATE server SET leases = leases + 1");
        return handle.createQuery("SELECT epoch, leases FROM server")
                .map((row, context) -> new LeaseId(row.getLong("epoch") + "-" + row.getLong("leases"))).one();
    }

    @Override
    public void addLease(SurveyId survey, ListId list, String device, Lease lease) {
        handle.createUpdate("""
                INSERT INTO lease (id, survey, list, device, units, granted_at, use_by)
                VALUES (:id, :survey, :list, :device, :units, :granted, :useBy)""")
                .bind("id", lease.id().text()).bind("survey", survey.text()).bind("list", list.text())
                .bind("device", device).bind("units", lease.units()).bind("granted", lease.grantedAt().toEpochMilli())
                .bind("useBy", lease.useBy().toEpochMilli()).execute();
        int position = 0;
        for (CellKey cell : lease.cells()) {
            handle.createUpdate("""
                    INSERT INTO lease_cell (lease, cell, position, balance) VALUES (:lease, :cell, :position, 0)""")
                    .bind("lease", lease.id().text()).bind("cell", cell.text()).bind("position", position++).execute();
        }
    }

    @Override
    public Optional<Claim.HeldLease> lease(LeaseId id) {
        return held("id", id.text());
    }

    @Override
    public Optional<Claim.HeldLease> liveLease(ListId list) {
        return held("withdrawn_at IS NULL AND list", list.text());
    }

    private Optional<Claim.HeldLease> held(String column, String value) {
        return handle.createQuery("SELECT id, device, list, withdrawn_at FROM lease WHERE " + column + " = :value")
                .bind("value", value).map((row, context) -> {
                    LeaseId id = new LeaseId(row.getString("id"));
                    boolean live = Columns.maybeInstant(row, "withdrawn_at").isEmpty();
                    return new Claim.HeldLease(id, row.getString("device"), new ListId(row.getString("list")),
                            cells(id), live);
                }).findOne();
    }

    private List<CellKey> cells(LeaseId lease) {
        return handle.createQuery("SELECT cell FROM lease_cell WHERE lease = :lease ORDER BY position")
                .bind("lease", lease.text()).mapTo(String.class).map(CellKey::new).list();
    }

    @Override
    public void withdrawn(LeaseId lease, Instant at) {
        one(handle.createUpdate("UPDATE lease SET withdrawn_at = :at WHERE id = :id AND withdrawn_at IS NULL")
                .bind("at", at.toEpochMilli()).bind("id", lease.text()).execute());
    }

    @Override
    public void pendingChanged(SurveyId survey, Collection<CellKey> cells, int by) {
        for (CellKey cell : cells) {
            one(handle.createUpdate(
                    "UPDATE quota_cell SET pending = pending + :by WHERE survey = :survey AND cell = :cell")
                    .bind("by", by).bind("survey", survey.text()).bind("cell", cell.text()).execute());
        }
    }

    @Override
    public List<CellCount> counts(SurveyId survey) {
        return handle.createQuery("SELECT * FROM quota_cell WHERE survey = :survey ORDER BY position")
                .bind("survey", survey.text()).map((row, context) -> new CellCount(new CellKey(row.getString("cell")),
                        row.getInt("target"), row.getInt("accepted"), row.getInt("pending"), row.getInt("on_lease")))
                .list();
    }

    private static void one(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("ledger rows changed: " + changed);
        }
    }
}
