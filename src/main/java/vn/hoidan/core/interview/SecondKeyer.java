package vn.hoidan.core.interview;

/// Who keyed a paper form the second time, as told by whoever sat down to it: two keyings by one person find slips of
/// the fingers, but not a hand that is misread twice.
public enum SecondKeyer {
    SAME_PERSON("same-person"),
    OTHER_PERSON("other-person");

    private final String code;

    SecondKeyer(String code) {
        this.code = code;
    }

    /// As stored and sent.
    public String code() {
        return code;
    }

    public static SecondKeyer ofCode(String code) {
        for (SecondKeyer keyer : values()) {
            if (keyer.code.equals(code)) {
                return keyer;
            }
        }
        throw new IllegalArgumentException("second keyer: " + code);
    }
}
