package vn.hoidan.core.quota;

import vn.hoidan.core.interview.InterviewId;

/// One step of a turn; carried out in order, all in one transaction.
public sealed interface TurnStep {

    Movement movement();

    /// A pending interview counts now.
    record Promoted(InterviewId interview, Movement movement) implements TurnStep {
    }

    /// A lease is fenced for ever; its device is told.
    record Fenced(HeldLease lease, Movement movement) implements TurnStep {
    }

    /// A new lease, entered in the books before its units move to it.
    record Granted(Lease lease, Movement movement) implements TurnStep {
    }
}
