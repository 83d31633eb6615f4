package vn.hoidan.core.quota;

/// Why units moved.
public enum MovementKind {
    TARGET_SET("target-set"),
    TARGET_RAISED("target-raised"),
    /// Free units were given up; what was out already is owed and given up as it comes back.
    TARGET_LOWERED("target-lowered"),
    GRANTED("granted"),
    ACCEPTED_ON_LEASE("accepted-on-lease"),
    /// The interview had no usable lease, but there was room: it is late.
    ACCEPTED_FROM_POOL("accepted-from-pool"),
    /// A pending interview was accepted later.
    PROMOTED("promoted"),
    /// Unused units came back, by the device's word or because a list was withdrawn.
    RETURNED("returned"),
    /// A unit came back that an interview took on its device and that could not be used for it here.
    RELEASED("released"),
    /// The server's word: the lease's units no longer count.
    FENCED("fenced"),
    /// Quality control rejected an accepted interview; its unit came back.
    REJECTED("rejected"),
    /// A named person declared an accepted interview void; its unit came back.
    VOIDED("voided");

    private final String code;

    MovementKind(String code) {
        this.code = code;
    }

    /// The word stored.
    public String code() {
        return code;
    }

    /// True for the three by which an interview comes to count; at most one of them stands for an interview.
    public boolean accepts() {
        return switch (this) {
            case ACCEPTED_ON_LEASE, ACCEPTED_FROM_POOL, PROMOTED -> true;
            case TARGET_SET, TARGET_RAISED, TARGET_LOWERED, GRANTED, RETURNED, RELEASED, FENCED, REJECTED, VOIDED ->
                    false;
        };
    }

    public static MovementKind ofCode(String code) {
        for (MovementKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("movement: " + code);
    }
}
