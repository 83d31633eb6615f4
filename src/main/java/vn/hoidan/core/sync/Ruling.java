package vn.hoidan.core.sync;

/// The one state of an interview at the server. Nothing is ever refused: what does not count now waits.
public enum Ruling {
    ACCEPTED("accepted"),
    /// Kept beyond the quota, with a reason.
    PENDING("pending"),
    /// Kept but not counted, by a named person with a reason.
    VOID("void");

    private final String code;

    Ruling(String code) {
        this.code = code;
    }

    /// The word stored and sent.
    public String code() {
        return code;
    }

    public static Ruling ofCode(String code) {
        for (Ruling ruling : values()) {
            if (ruling.code.equals(code)) {
                return ruling;
            }
        }
        throw new IllegalArgumentException("ruling: " + code);
    }
}
