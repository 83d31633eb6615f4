package vn.hoidan.core.sampling;

/// How an attempt to reach a household ended. Final outcomes close the household and open the next reserve.
public enum Outcome {
    INTERVIEW_STARTED("interview-started", false),
    NOT_AT_HOME("not-at-home", false),
    APPOINTMENT("appointment", false),
    REFUSED("refused", true),
    NO_ELIGIBLE_ADULT("no-eligible-adult", true),
    NOT_FOUND("not-found", true),
    BROKEN_OFF("broken-off", true),
    /// Somebody was willing whose group is full, or no unit for it was at hand.
    QUOTA_FULL("quota-full", true),
    /// An interview was completed here on another laptop; told by the office, never recorded.
    INTERVIEWED_ELSEWHERE("interviewed-elsewhere", true);

    private final String code;
    private final boolean last;

    Outcome(String code, boolean last) {
        this.code = code;
        this.last = last;
    }

    /// The word stored and sent.
    public String code() {
        return code;
    }

    /// True when the household is closed by it whatever came before.
    public boolean isFinal() {
        return last;
    }

    public static Outcome ofCode(String code) {
        for (Outcome outcome : values()) {
            if (outcome.code.equals(code)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("outcome: " + code);
    }
}
