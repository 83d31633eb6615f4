package vn.hoidan.core.survey;

/// What a person may do.
public enum Role {
    ENUMERATOR("enumerator"),
    SUPERVISOR("supervisor");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /// The word stored and sent.
    public String code() {
        return code;
    }

    public static Role ofCode(String code) {
        for (Role role : values()) {
            if (role.code.equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("role: " + code);
    }
}
