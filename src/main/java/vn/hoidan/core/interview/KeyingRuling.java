package vn.hoidan.core.interview;

/// Which of two keyings that differ is what the paper says.
public enum KeyingRuling {
    FIRST("first"),
    SECOND("second"),
    /// Neither was right.
    THIRD("third");

    private final String code;

    KeyingRuling(String code) {
        this.code = code;
    }

    /// As stored and sent.
    public String code() {
        return code;
    }

    public static KeyingRuling ofCode(String code) {
        for (KeyingRuling ruling : values()) {
            if (ruling.code.equals(code)) {
                return ruling;
            }
        }
        throw new IllegalArgumentException("keying ruling: " + code);
    }
}
