package vn.hoidan.core.quota;

import java.util.List;
import java.util.Optional;

/// What becomes of a claim. There is no refusal: what does not count now is kept and waits.
public sealed interface Admission {

    /// To be carried out in this order.
    List<Movement> movements();

    /// It counts.
    ///
    /// @param late why it used a free unit instead of one of its lease; empty when the lease was good
    record Accepted(List<Movement> movements, Optional<PendingReason> late) implements Admission {
        public Accepted {
            movements = List.copyOf(movements);
        }
    }

    /// It waits.
    ///
    /// @param movements units of its lease that are free again, if any
    record Pending(List<Movement> movements, PendingReason reason) implements Admission {
        public Pending {
            movements = List.copyOf(movements);
        }
    }
}
