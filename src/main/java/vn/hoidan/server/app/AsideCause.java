package vn.hoidan.server.app;

import vn.hoidan.core.problem.ProblemKind;

/// Why a record was set aside, as far as it tells what can be done about it.
public enum AsideCause {
    /// Not signed by its laptop, or sealed to a key that is not here.
    NOT_GENUINE("not-genuine"),
    /// Not read: damaged, of a newer program, or its questionnaire is not here.
    UNREADABLE("unreadable"),
    LIST("list"),
    HOUSEHOLD("household"),
    SURVEY("survey"),
    /// No quota counts such an interview.
    QUOTA("quota"),
    /// The same interview is here with other answers.
    OTHER_CONTENT("other-content"),
    /// Units, vouchers and codes of a free quota that do not fit the books.
    UNITS("units");

    private final String code;

    AsideCause(String code) {
        this.code = code;
    }

    /// Ends the keys of its texts.
    public String code() {
        return code;
    }

    /// @param cause as it is kept beside the record
    static AsideCause of(String cause) {
        return switch (cause) {
            case RecordIntake.UNKNOWN_LIST -> LIST;
            case RecordIntake.UNKNOWN_HOUSEHOLD -> HOUSEHOLD;
            case RecordIntake.OTHER_SURVEY -> SURVEY;
            case RecordIntake.NO_QUOTA -> QUOTA;
            case RecordIntake.OTHER_CONTENT -> OTHER_CONTENT;
            default -> cause.startsWith(ProblemKind.RECORD_NOT_GENUINE.number() + " ") ? NOT_GENUINE
                    : !cause.isEmpty() && Character.isDigit(cause.charAt(0)) ? UNREADABLE : UNITS;
        };
    }
}
