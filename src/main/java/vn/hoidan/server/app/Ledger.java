package vn.hoidan.server.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.quota.Balances;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Claim;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.SurveyId;

/// The quota ledger. Movements are only ever appended; balances and counters are derived from them in the same
/// transaction, and the store itself refuses a balance below zero.
public interface Ledger {

    /// A cell with no units; its target comes by a movement.
    void addCell(SurveyId survey, Constraint constraint);

    /// The free units of these cells.
    Balances free(SurveyId survey, Collection<CellKey> cells);

    /// The free units of these cells and those that a lease holds.
    Balances freeAndHeld(SurveyId survey, Collection<CellKey> cells, LeaseId lease);

    void carryOut(SurveyId survey, Movement movement, Instant at);

    /// A name never given before.
    LeaseId nextLease();

    void addLease(SurveyId survey, ListId list, String device, Lease lease);

    Optional<Claim.HeldLease> lease(LeaseId id);

    Optional<Claim.HeldLease> liveLease(ListId list);

    void withdrawn(LeaseId lease, Instant at);

    /// Counts interviews that wait in these cells.
    void pendingChanged(SurveyId survey, Collection<CellKey> cells, int by);

    List<CellCount> counts(SurveyId survey);
}
