package vn.hoidan.server.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Account;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.Posting;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.quota.TurnStep;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.server.app.book.Ledger;
import vn.hoidan.server.app.book.LedgerFault;
import vn.hoidan.server.app.book.QuotaAct;

/// The quota ledger with the balances and counters that follow it.
final class LedgerTable implements Ledger {

    private final Handle handle;
    private final LeaseTable leases;
    private final CellTable cells;

    LedgerTable(Handle handle) {
        this.handle = handle;
        this.leases = new LeaseTable(handle);
        this.cells = new CellTable(handle);
    }

    @Override
    public void addCell(SurveyId survey, Constraint constraint) {
        cells.add(survey, constraint);
    }

    @Override
    public QuotaBooks books(SurveyId survey) {
        return new QuotaBookTables(handle, survey, cells, leases);
    }

    @Override
    public QuotaBooks booksForPlan(SurveyId survey, Collection<CellKey> some) {
        cells.lookUp(survey, some);
        return new PlanBooks(new QuotaBookTables(handle, survey, cells, leases), some);
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
        Changes changes = new Changes();
        changes.post(number, movement);
        changes.write(survey);
        Map<LeaseId, Integer> leased = new LinkedHashMap<>();
        movement.postings().forEach(posting -> {
            if (posting.account() instanceof Account.OnLease held) {
                leased.merge(held.lease(), posting.units(), LedgerTable::sameForEachCell);
            }
        });
        leased.forEach(leases::changeBalance);
    }

    /// Postings to be written, and what they do to the counters of cells.
    private final class Changes {
        private final List<Object[]> postings = new ArrayList<>();
        private final Map<CellKey, CellTable.Row> byCell = new LinkedHashMap<>();

        void post(long number, Movement movement) {
            int line = 0;
            for (Posting posting : movement.postings()) {
                String lease = posting.account() instanceof Account.OnLease held ? held.lease().text() : null;
                postings.add(new Object[] {number, ++line, code(posting.account()), posting.account().cell().text(),
                        lease, posting.units()});
                byCell.merge(posting.account().cell(), CellTable.Row.of(posting), CellTable.Row::plus);
            }
        }

        void write(SurveyId survey) {
            ManyRows.one(handle, """
                    INSERT INTO ledger_posting (movement, line, account, cell, lease, units)
                    VALUES (?, ?, ?, ?, ?, ?)""", postings);
            cells.change(survey, byCell);
        }
    }

    @Override
    public void grant(SurveyId survey, String device, List<TurnStep.Granted> grants, Instant at) {
        leases.addFull(survey, device, grants.stream().map(TurnStep.Granted::lease).toList());
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM ledger_movement").mapTo(long.class)
                .one();
        List<Object[]> movements = new ArrayList<>();
        Changes changes = new Changes();
        for (TurnStep.Granted granted : grants) {
            movements.add(new Object[] {++number, survey.text(), granted.movement().kind().code(),
                    granted.lease().id().text(), at.toEpochMilli()});
            changes.post(number, granted.movement());
        }
        ManyRows.one(handle, """
                INSERT INTO ledger_movement (number, survey, kind, lease, moved_at) VALUES (?, ?, ?, ?, ?)""",
                movements);
        changes.write(survey);
    }

    /// Units of a lease move as bundles: in each of its cells as many.
    private static int sameForEachCell(int units, int others) {
        if (units != others) {
            throw new IllegalStateException("a bundle was torn: " + units + ", " + others);
        }
        return units;
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

    @Override
    public LeaseId nextLease() {
        return leases.next(1).getFirst();
    }

    @Override
    public List<LeaseId> nextLeases(int number) {
        return leases.next(number);
    }

    @Override
    public void addListLease(SurveyId survey, ListId list, String device, Lease lease) {
        leases.add(survey, list, device, lease);
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
    public void waits(SurveyId survey, InterviewId interview, Collection<CellKey> in) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO waiting_cell (interview, survey, cell) VALUES (:interview, :survey, :cell)");
        in.forEach(cell -> batch.bind("interview", interview.asText()).bind("survey", survey.text())
                .bind("cell", cell.text()).add());
        batch.execute();
        cells.pendingChanged(survey, in, 1);
    }

    @Override
    public List<CellKey> waitingIn(InterviewId interview) {
        return QuotaBookTables.waitingIn(handle, interview);
    }

    @Override
    public List<CellKey> waitsNoMore(SurveyId survey, InterviewId interview) {
        List<CellKey> in = waitingIn(interview);
        handle.createUpdate("DELETE FROM waiting_cell WHERE interview = :interview")
                .bind("interview", interview.asText()).execute();
        cells.pendingChanged(survey, in, -1);
        return in;
    }

    @Override
    public List<CellKey> countedIn(InterviewId interview) {
        return handle.createQuery("""
                SELECT ledger_posting.cell FROM ledger_movement
                JOIN ledger_posting ON ledger_posting.movement = ledger_movement.number
                WHERE ledger_movement.interview = :interview AND account = 'accepted'
                    AND ledger_movement.kind IN ('accepted-on-lease', 'accepted-from-pool', 'promoted')
                ORDER BY line""").bind("interview", interview.asText()).mapTo(String.class).map(CellKey::new).list();
    }

    @Override
    public List<CellCount> counts(SurveyId survey) {
        return cells.counts(survey);
    }

    @Override
    public List<CellCount> counts(SurveyId survey, Collection<CellKey> some) {
        return cells.counts(survey, some);
    }

    @Override
    public List<LedgerFault> faults() {
        return LedgerAudit.faults(handle);
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
