package vn.hoidan.core.sync;

/// What came of an act on a record that was set aside.
public enum AsideOutcome {
    TAKEN_IN("taken-in"),
    STILL_ASIDE("still-aside"),
    DISCARDED("discarded"),
    /// No such record is set aside; nothing was done.
    NOT_THERE("not-there");

    private final String code;

    AsideOutcome(String code) {
        this.code = code;
    }

    /// The word sent; it ends the keys of its texts.
    public String code() {
        return code;
    }

    /// @throws IllegalArgumentException if there is no such outcome
    public static AsideOutcome ofCode(String code) {
        for (AsideOutcome outcome : values()) {
            if (outcome.code.equals(code)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("outcome: " + code);
    }
}
