package vn.hoidan.core.sync;

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
