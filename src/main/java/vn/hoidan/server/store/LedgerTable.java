package vn.hoidan.server.store;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.BalanceView;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.Posting;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.Ledger;
import vn.hoidan.server.app.QuotaAct;

/// The quota ledger with the balances and counters that follow it.
final class LedgerTable implements Ledger {

    private final Handle handle;
    private final LeaseTable leases;

    LedgerTable(Handle handle) {
        this.handle = handle;
        this.leases = new LeaseTable(handle);
    }

    @Override
    public void addCell(SurveyId survey, Constraint constraint) {
        handle.createUpdate("""
                INSERT INTO quota_cell (survey, cell, position, target, over, pool, on_lease, accepted, pending)
                VALUES (:survey, :cell, (SELECT COUNT(*) FROM quota_cell WHERE survey = :survey), 0, 0, 0, 0, 0, 0)""")
                .bind("survey", survey.text()).bind("cell", constraint.cell().text()).execute();
    }

    @Override
    public BalanceView balances(SurveyId survey) {
        return account -> switch (account) {
            case Account.Target target -> -cell(survey, target.cell(), "target");
            case Account.OverCommitted over -> -cell(survey, over.cell(), "over");
            case Account.Pool pool -> cell(survey, pool.cell(), "pool");
            case Account.Accepted accepted -> cell(survey, accepted.cell(), "accepted");
            case Account.OnLease held -> leases.find(held.lease()).map(HeldLease::left).orElse(0);
        };
    }

    private int cell(SurveyId survey, CellKey cell, String counter) {
        return handle.createQuery("SELECT " + counter + " FROM quota_cell WHERE survey = :survey AND cell = :cell")
                .bind("survey", survey.text()).bind("cell", cell.text()).mapTo(int.class).findOne().orElse(0);
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
        Map<LeaseId, Integer> leased = new LinkedHashMap<>();
        int line = 0;
        for (Posting posting : movement.postings()) {
            Optional<LeaseId> lease = posting.account() instanceof Account.OnLease held
                    ? Optional.of(held.lease()) : Optional.empty();
            batch.bind("movement", number).bind("line", ++line).bind("account", code(posting.account()))
                    .bind("cell", posting.account().cell().text())
                    .bind("lease", lease.map(LeaseId::text).orElse(null)).bind("units", posting.units()).add();
            changes.merge(posting.account().cell(), Change.of(posting), Change::plus);
            lease.ifPresent(id -> leased.merge(id, posting.units(), LedgerTable::sameForEachCell));
        }
        if (line > 0) {
            batch.execute();
        }
        leased.forEach(leases::changeBalance);
        changes.forEach((cell, change) -> changeCell(survey, cell, change));
    }

    /// Units of a lease move as bundles: in each of its cells as many.
    private static int sameForEachCell(int units, int others) {
        if (units != others) {
            throw new IllegalStateException("a bundle was torn: " + units + ", " + others);
        }
        return units;
    }

    /// What a movement does to the counters of a cell.
    private record Change(int target, int over, int pool, int onLease, int accepted) {

        static Change of(Posting posting) {
            int units = posting.units();
            return switch (posting.account()) {
                case Account.Target _ -> new Change(-units, 0, 0, 0, 0);
                case Account.OverCommitted _ -> new Change(0, -units, 0, 0, 0);
                case Account.Pool _ -> new Change(0, 0, units, 0, 0);
                case Account.OnLease _ -> new Change(0, 0, 0, units, 0);
                case Account.Accepted _ -> new Change(0, 0, 0, 0, units);
            };
        }

        Change plus(Change other) {
            return new Change(target + other.target, over + other.over, pool + other.pool,
                    onLease + other.onLease, accepted + other.accepted);
        }
    }

    private static String code(Account account) {
        return switch (account) {
            case Account.Target _ -> "target";
            case Account.OverCommitted _ -> "over";
            case Account.Pool _ -> "pool";
            case Account.OnLease _ -> "on-lease";
            case Account.Accepted _ -> "accepted";
        };
    }

    private void changeCell(SurveyId survey, CellKey cell, Change change) {
        one(handle.createUpdate("""
                UPDATE quota_cell SET target = target + :target, over = over + :over, pool = pool + :pool,
                    on_lease = on_lease + :onLease, accepted = accepted + :accepted
                WHERE survey = :survey AND cell = :cell""")
                .bind("target", change.target()).bind("over", change.over()).bind("pool", change.pool())
                .bind("onLease", change.onLease()).bind("accepted", change.accepted()).bind("survey", survey.text())
                .bind("cell", cell.text()).execute());
    }

    @Override
    public LeaseId nextLease() {
        return leases.next();
    }

    @Override
    public void addListLease(SurveyId survey, ListId list, String device, Lease lease) {
        leases.add(survey, Optional.of(list), device, lease);
    }

    @Override
    public void addLease(SurveyId survey, String device, Lease lease) {
        leases.add(survey, Optional.empty(), device, lease);
    }

    @Override
    public Optional<HeldLease> lease(LeaseId id) {
        return leases.find(id);
    }

    @Override
    public Optional<HeldLease> liveLease(ListId list) {
        return leases.live(list);
    }

    @Override
    public List<HeldLease> liveLeases(String device) {
        return leases.live(device);
    }

    @Override
    public void ended(LeaseId lease, HeldLease.State state, Instant at) {
        leases.ended(lease, state, at);
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

    @Override
    public void decided(SurveyId survey, QuotaAct act) {
        one(handle.createUpdate("""
                INSERT INTO quota_act (number, survey, kind, subject, detail, decided_by, reason, done_at)
                VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM quota_act), :survey, :kind, :subject, :detail, :by,
                    :reason, :at)""")
                .bind("survey", survey.text()).bind("kind", act.kind().code()).bind("subject", act.subject())
                .bind("detail", act.detail()).bind("by", act.by()).bind("reason", act.reason())
                .bind("at", act.at().toEpochMilli()).execute());
    }

    @Override
    public List<QuotaAct> acts(SurveyId survey) {
        return handle.createQuery("SELECT * FROM quota_act WHERE survey = :survey ORDER BY number")
                .bind("survey", survey.text()).map((row, context) -> new QuotaAct(
                        QuotaAct.Kind.ofCode(row.getString("kind")), row.getString("subject"),
                        row.getString("detail"), row.getString("decided_by"), row.getString("reason"),
                        Columns.instant(row, "done_at"))).list();
    }

    static void one(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("ledger rows changed: " + changed);
        }
    }
}
