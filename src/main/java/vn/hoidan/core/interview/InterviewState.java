package vn.hoidan.core.interview;

import java.util.Set;

/// Where the work on an interview stands. The table of allowed moves is {@link #mayMoveTo}; whether a completed one has
/// reached the server is another matter and follows from the up-log.
public enum InterviewState {
    /// Begun, maybe paused.
    IN_WORK("in-work"),
    /// Closed to change.
    COMPLETED("completed"),
    /// Ended by the respondent or the enumerator before its end; its answers are kept.
    BROKEN_OFF("broken-off");

    private final String code;

    InterviewState(String code) {
        this.code = code;
    }

    /// The word stored and sent.
    public String code() {
        return code;
    }

    public static InterviewState ofCode(String code) {
        for (InterviewState state : values()) {
            if (state.code.equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("interview state: " + code);
    }

    /// The one table of moves.
    public boolean mayMoveTo(InterviewState next) {
        return (switch (this) {
            case IN_WORK -> Set.of(COMPLETED, BROKEN_OFF);
            case BROKEN_OFF -> Set.of(IN_WORK);
            case COMPLETED -> Set.<InterviewState>of();
        }).contains(next);
    }
}
