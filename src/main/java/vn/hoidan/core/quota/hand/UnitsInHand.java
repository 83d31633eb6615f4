package vn.hoidan.core.quota.hand;

import java.time.Instant;
import java.util.List;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.LeaseId;

/// Units of one lease on this device.
///
/// @param free  neither held nor gone
/// @param ended the server took the lease away; nothing of it can be begun, given or returned
public record UnitsInHand(LeaseId lease, List<CellKey> cells, Instant useBy, int free, boolean ended) {
    public UnitsInHand {
        cells = List.copyOf(cells);
        if (free < 0) {
            throw new IllegalStateException("units of " + lease.text() + ": " + free);
        }
    }

    UnitsInHand with(int more) {
        return new UnitsInHand(lease, cells, useBy, free + more, ended);
    }

    UnitsInHand endedNow() {
        return new UnitsInHand(lease, cells, useBy, 0, true);
    }

    /// True once the device should come to the office with it. It goes on working.
    public boolean isStale(Instant now) {
        return !now.isBefore(useBy);
    }
}
