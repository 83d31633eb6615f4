package vn.hoidan.core.sync;

/// Why a record was set aside, as far as it tells what can be done about it.
public enum AsideCause {
    /// Not signed by its laptop as far as is known here, or changed; also a voucher not signed by its giver's.
    NOT_GENUINE("not-genuine"),
    /// Sealed to a key of the office that is not here.
    OFFICE_KEY("office-key"),
    /// Not read: damaged, or of a newer program.
    UNREADABLE("unreadable"),
    /// Its version of the questionnaire is not here.
    QUESTIONNAIRE("questionnaire"),
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

    /// The cause under which programs know it that are older than it.
    public AsideCause older() {
        return switch (this) {
            case OFFICE_KEY -> NOT_GENUINE;
            case QUESTIONNAIRE -> UNREADABLE;
            case NOT_GENUINE, UNREADABLE, LIST, HOUSEHOLD, SURVEY, QUOTA, OTHER_CONTENT, UNITS -> this;
        };
    }

    /// @throws IllegalArgumentException if there is no such cause
    public static AsideCause ofCode(String code) {
        for (AsideCause cause : values()) {
            if (cause.code.equals(code)) {
                return cause;
            }
        }
        throw new IllegalArgumentException("cause: " + code);
    }
}
