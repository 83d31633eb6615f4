package vn.hoidan.core.quota;

import java.util.Optional;

/// Whether an interview may use a unit of the lease that it names.
final class ClaimCheck {

    private ClaimCheck() {
    }

    /// Why it may not; empty if it may.
    static Optional<PendingReason> faultOf(Claim claim) {
        if (claim.householdCounted()) {
            return Optional.of(PendingReason.HOUSEHOLD_COUNTED);
        }
        if (claim.named().isEmpty()) {
            return Optional.of(PendingReason.NO_LEASE);
        }
        if (claim.found().isEmpty()) {
            return Optional.of(PendingReason.FOREIGN_LEASE);
        }
        HeldLease lease = claim.found().get();
        if (claim.transfer() == Claim.Transfer.CODE_USED) {
            return Optional.of(PendingReason.CODE_REUSED);
        }
        if (!mayUse(claim, lease)) {
            return Optional.of(PendingReason.FOREIGN_LEASE);
        }
        return switch (lease.state()) {
            case WITHDRAWN -> Optional.of(PendingReason.LEASE_WITHDRAWN);
            case FENCED -> Optional.of(PendingReason.LEASE_FENCED);
            case LIVE -> {
                if (lease.left() < 1) {
                    yield Optional.of(PendingReason.LEASE_EMPTY);
                }
                yield sameCells(claim, lease) ? Optional.empty() : Optional.of(PendingReason.OTHER_CELLS);
            }
        };
    }

    /// The lease that lost a unit on the device although the interview cannot use it. Of a village list's lease nothing
    /// comes back this way: its units are for that list alone.
    static Optional<HeldLease> spentInVain(Claim claim) {
        return claim.found().filter(lease -> lease.list().isEmpty() && lease.isLive() && lease.left() > 0
                && claim.transfer() != Claim.Transfer.CODE_USED && mayUse(claim, lease)
                && (claim.householdCounted() || !sameCells(claim, lease)));
    }

    private static boolean mayUse(Claim claim, HeldLease lease) {
        boolean own = lease.device().equals(claim.device()) || claim.transfer() == Claim.Transfer.VOUCHER
                || claim.transfer() == Claim.Transfer.CODE;
        return own && lease.list().map(claim.list()::equals).orElse(true);
    }

    private static boolean sameCells(Claim claim, HeldLease lease) {
        return Bundle.same(lease.cells(), claim.cells());
    }
}
