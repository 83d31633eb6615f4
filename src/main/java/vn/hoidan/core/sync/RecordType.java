package vn.hoidan.core.sync;

/// What a record of the up-log tells.
public enum RecordType {
    INTERVIEW("interview"),
    CONTACT("contact"),
    /// Free units that go back to the office.
    UNITS_RETURNED("units-returned"),
    /// Units that left for a mate's laptop by a voucher.
    VOUCHER_GIVEN("voucher-given"),
    /// Units that came from a mate's laptop by a voucher.
    VOUCHER_TAKEN("voucher-taken"),
    /// A unit that left by its code, read out.
    CODE_GIVEN("code-given");

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
