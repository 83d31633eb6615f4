package vn.hoidan.core.quota;

/// Why an interview could not use a unit of a lease. It counts all the same when there is room, except the last.
public enum PendingReason {
    /// Begun without one.
    NO_LEASE("no-lease"),
    /// The lease belongs to another device or another list, or the server never gave it.
    FOREIGN_LEASE("foreign-lease"),
    /// The list had gone to somebody else.
    LEASE_WITHDRAWN("lease-withdrawn"),
    /// All its units were used.
    LEASE_EMPTY("lease-empty"),
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
