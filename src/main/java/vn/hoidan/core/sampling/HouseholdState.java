package vn.hoidan.core.sampling;

/// Where a household on a list stands, worked out from contacts and interviews, never stored.
public enum HouseholdState {
    NEW("new"),
    CONTACTED("contacted"),
    APPOINTMENT("appointment"),
    IN_WORK("in-work"),
    COMPLETED("completed"),
    /// Ended without an interview.
    CLOSED("closed"),
    /// Not open: the rule has not reached it.
    RESERVE("reserve");

    private final String code;

    HouseholdState(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
