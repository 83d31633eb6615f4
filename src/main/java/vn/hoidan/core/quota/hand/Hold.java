package vn.hoidan.core.quota.hand;

import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;

/// What an interview in work will use up.
public sealed interface Hold {

    /// A unit of a lease, its own or handed over.
    record OfLease(LeaseId lease) implements Hold {
    }

    /// A unit told by voice; the server knows whose it is.
    record ByCode(UnitCode code) implements Hold {
    }
}
