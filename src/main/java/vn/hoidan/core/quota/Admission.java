package vn.hoidan.core.quota;

import java.util.Optional;

/// What becomes of a claim. There is no refusal: what does not count now is kept and waits.
public sealed interface Admission {

    /// It counts.
    ///
    /// @param late why it used a free unit instead of one of its lease; empty when the lease was good
    record Accepted(Movement movement, Optional<PendingReason> late) implements Admission {
    }

    record Pending(PendingReason reason) implements Admission {
    }
}
