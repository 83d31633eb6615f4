package vn.hoidan.core.quota;

/// Why an interview could not use a unit of a lease. It counts all the same when there is room, except the last.
public enum PendingReason {
    /// Begun without one: at risk.
    NO_LEASE("no-lease"),
    /// The lease belongs to another device or another list and no voucher brought it here, or the server never gave it.
    FOREIGN_LEASE("foreign-lease"),
    /// The list had gone to somebody else.
    LEASE_WITHDRAWN("lease-withdrawn"),
    /// The server had fenced the lease: its device was silent too long, lost or copied.
    LEASE_FENCED("lease-fenced"),
    /// All its units were used: an older disk image, or a copy.
    LEASE_EMPTY("lease-empty"),
    /// The answers put it into other cells than those of the lease.
    OTHER_CELLS("other-cells"),
    /// The code of its unit had been used before.
    CODE_REUSED("code-reused"),
    /// The household has an interview that counts: one household, one counted interview.
    HOUSEHOLD_COUNTED("household-counted");

    private final String code;

    PendingReason(String code) {
        this.code = code;
    }

    /// The word stored and sent.
    public String code() {
        return code;
    }

    /// True when a free unit is all that is missing.
    public boolean waitsForUnit() {
        return this != HOUSEHOLD_COUNTED;
    }

    public static PendingReason ofCode(String code) {
        for (PendingReason reason : values()) {
            if (reason.code.equals(code)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("pending reason: " + code);
    }
}
