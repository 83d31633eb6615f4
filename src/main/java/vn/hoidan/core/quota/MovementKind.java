package vn.hoidan.core.quota;

/// Why units moved.
public enum MovementKind {
    TARGET_SET("target-set"),
    GRANTED("granted"),
    ACCEPTED_ON_LEASE("accepted-on-lease"),
    /// The interview had no usable lease, but there was room.
    ACCEPTED_FROM_POOL("accepted-from-pool"),
    /// A pending interview was accepted later.
    PROMOTED("promoted"),
    /// Unused units came back when a list was withdrawn.
    RETURNED("returned");

    private final String code;

    MovementKind(String code) {
        this.code = code;
    }

    /// The word stored.
    public String code() {
        return code;
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
