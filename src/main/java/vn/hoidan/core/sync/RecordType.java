package vn.hoidan.core.sync;

/// What a record of the up-log tells.
public enum RecordType {
    INTERVIEW("interview"),
    CONTACT("contact");

    private final String code;

    RecordType(String code) {
        this.code = code;
    }

    /// The word stored and sent.
    public String code() {
        return code;
    }

    public static RecordType ofCode(String code) {
        for (RecordType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        throw new IllegalArgumentException("record type: " + code);
    }
}
