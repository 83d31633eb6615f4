package vn.hoidan.client.app.quota;

import java.util.List;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.hand.HandPlanner;

/// What became of a voucher that was read in.
public sealed interface VoucherTaking {
    /// Its units are in the hand, on the disk.
    ///
    /// @param giver  name of the colleague
    /// @param device of the colleague
    record Taken(int units, List<CellKey> cells, String giver, String device) implements VoucherTaking {
        public Taken {
            cells = List.copyOf(cells);
        }
    }

    record Refused(HandPlanner.Refusal refusal) implements VoucherTaking {
    }

    /// It is no whole voucher.
    record Unreadable() implements VoucherTaking {
    }

    /// From a laptop that is not known here: of another team, or the office has not told of it yet.
    record UnknownGiver() implements VoucherTaking {
    }

    /// From a laptop that was lost or replaced.
    ///
    /// @param giver whose it was
    record GiverLost(String giver) implements VoucherTaking {
    }
}
