package vn.hoidan.core.quota;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// What a planner may look up in the server's books. Each question must be answered by an index: planning costs what it
/// touches, never what exists.
public interface QuotaBooks extends BalanceView {

    /// Live leases that have units left and may be fenced by now, whose bundle has this cell; the longest due first.
    List<HeldLease> due(CellKey cell, Instant now);

    /// Interviews that wait for a unit, whose household has no counted interview and whose bundle has one of these
    /// cells; each once.
    List<WaitingInterview> waiting(Collection<CellKey> cells);

    /// Interviews that other devices can be expected to make on a day towards this cell; those not heard of for long do
    /// not count.
    double speedOfOthers(CellKey cell, String device, Instant now);
}
