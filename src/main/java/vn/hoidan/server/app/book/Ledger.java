package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.CellCount;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Movement;
import vn.hoidan.core.quota.QuotaBooks;
import vn.hoidan.core.quota.TurnStep;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.SurveyId;

/// The quota ledger. Movements are only ever appended; balances and counters are derived from them in the same
/// transaction, and the store itself refuses a balance below zero.
public interface Ledger {

    /// A cell with no units; its target comes by a movement.
    void addCell(SurveyId survey, Constraint constraint);

    /// The books of a survey as they stand at each question.
    QuotaBooks books(SurveyId survey);

    /// The same for one plan: what it will ask about these cells is read at once, and stays as it was.
    QuotaBooks booksForPlan(SurveyId survey, Collection<CellKey> cells);

    void carryOut(SurveyId survey, Movement movement, Instant at);

    /// A name never given before.
    LeaseId nextLease();

    /// Some of them, in order; what is not used of them is never used.
    List<LeaseId> nextLeases(int number);

    /// A lease that comes with a village list.
    void addListLease(SurveyId survey, ListId list, String device, Lease lease);

    /// Leases of a free quota with the movements that fill them, as they were planned one after another.
    void grant(SurveyId survey, String device, List<TurnStep.Granted> grants, Instant at);

    Optional<HeldLease> lease(LeaseId id);

    Optional<HeldLease> liveLease(ListId list);

    /// What is out on a device's log.
    List<HeldLease> liveLeases(String device);

    /// Its units are back; from now on it is withdrawn or fenced for ever.
    void ended(LeaseId lease, HeldLease.State state, Instant at);

    /// An interview waits in these cells.
    void waits(SurveyId survey, InterviewId interview, Collection<CellKey> cells);

    /// The cells in which an interview waits.
    List<CellKey> waitingIn(InterviewId interview);

    /// It waits no more.
    ///
    /// @return the cells in which it did
    List<CellKey> waitsNoMore(SurveyId survey, InterviewId interview);

    /// The cells in which an interview that counts took a unit.
    List<CellKey> countedIn(InterviewId interview);

    List<CellCount> counts(SurveyId survey);

    /// Of these cells, in the order of the survey; those that it does not have are left out.
    List<CellCount> counts(SurveyId survey, Collection<CellKey> cells);

    /// Adds everything up anew.
    ///
    /// @return what differs from it; empty if all is right
    List<LedgerFault> faults();

    /// Writes down for good what a person decided.
    void decided(SurveyId survey, QuotaAct act);

    /// What people decided, oldest first.
    List<QuotaAct> acts(SurveyId survey);
}
