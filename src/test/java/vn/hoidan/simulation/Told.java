package vn.hoidan.simulation;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Lease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.UpRecord;

/// What laptops and server tell each other.
final class Told {

    private Told() {
    }

    /// What a record of the up-log says.
    sealed interface Up {
        record Interview(InterviewId id, int household, List<CellKey> cells, Optional<LeaseId> lease,
                Optional<UnitCode> code) implements Up {
        }

        record Returned(LeaseId lease, int units) implements Up {
        }

        record VoucherOut(Voucher voucher) implements Up {
        }

        record VoucherIn(Voucher voucher) implements Up {
        }

        record CodeOut(LeaseId lease, UnitCode code) implements Up {
        }
    }

    /// What an item of the down-log says.
    sealed interface Down {
        /// @param codes one for each unit
        record Granted(Lease lease, List<UnitCode> codes) implements Down {
        }

        record Fenced(LeaseId lease) implements Down {
        }
    }

    /// @param wants true when the device wants units
    record Request(String device, long epoch, long cursor, List<UpRecord> records, boolean wants) {
    }

    sealed interface Answer {
        /// @param items what follows the cursor
        record Reply(long epoch, LogPosition stored, long from, List<Down> items) implements Answer {
        }

        /// The log is another one than the server's, the device is unknown or was replaced: enrol again.
        record EnrolAgain() implements Answer {
        }
    }
}
