package vn.hoidan.core.interview;

/// How the answers were obtained.
public enum InterviewMode {
    FACE_TO_FACE("face-to-face"),
    ALONE_ON_DEVICE("alone-on-device"),
    PAPER("paper");

    private final String code;

    InterviewMode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static InterviewMode ofCode(String code) {
        for (InterviewMode mode : values()) {
            if (mode.code.equals(code)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("interview mode: " + code);
    }
}
