package vn.hoidan.core.interview;

/// Whose hand gave an answer, and who could see it.
public enum AnswerManner {
    /// As always: the enumerator asked, heard and entered it, or the respondent pointed at it in sight of both.
    ENTERED("entered"),
    /// By the respondent's own hand and covered from the enumerator since.
    ALONE("alone"),
    /// The form wants it answered alone, and the enumerator entered it all the same.
    OPENLY("openly");

    private final String code;

    AnswerManner(String code) {
        this.code = code;
    }

    /// As stored and sent.
    public String code() {
        return code;
    }

    public static AnswerManner ofCode(String code) {
        for (AnswerManner manner : values()) {
            if (manner.code.equals(code)) {
                return manner;
            }
        }
        throw new IllegalArgumentException("answer manner: " + code);
    }
}
