package vn.hoidan.core.quota.hand;

import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;

/// One step of what happens to the units in hand. The store carries it out durably; only then is its effect shown.
public sealed interface HandChange {

    /// From the server.
    record LeaseReceived(Lease lease) implements HandChange {
    }

    /// By the server's word its free units are gone. A unit held for an interview stays until that ends.
    record LeaseEnded(LeaseId lease) implements HandChange {
    }

    /// The screening was answered: a unit is kept for this interview.
    record UnitHeld(InterviewId interview, LeaseId lease) implements HandChange {
    }

    /// A unit told by voice is kept for this interview.
    record CodeHeld(InterviewId interview, UnitCode code) implements HandChange {
    }

    /// The interview was broken off.
    record HoldReleased(InterviewId interview) implements HandChange {
    }

    /// The interview was completed; goes with its record in the up-log.
    record HoldUsed(InterviewId interview) implements HandChange {
    }

    /// Free units go back; goes with its record in the up-log.
    record UnitsReturned(LeaseId lease, int units) implements HandChange {
    }

    /// Units leave for another laptop; goes with its record in the up-log. The voucher exists only after this is
    /// durable.
    record VoucherGiven(Voucher voucher) implements HandChange {
    }

    /// Units came from another laptop; goes with its record in the up-log.
    record VoucherTaken(Voucher voucher) implements HandChange {
    }

    /// A unit leaves by voice. Its code is shown only after this is durable.
    record CodeGiven(LeaseId lease, UnitCode code) implements HandChange {
    }
}
