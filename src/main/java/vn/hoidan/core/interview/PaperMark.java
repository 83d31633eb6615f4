package vn.hoidan.core.interview;

/// Why a question has no answer although its paper form was keyed as far as it.
public enum PaperMark {
    /// Nothing is written there.
    LEFT_BLANK("left-blank"),
    /// Something is written there that is no answer: illegible, two boxes ticked, out of the form's range.
    UNUSABLE("unusable");

    private final String code;

    PaperMark(String code) {
        this.code = code;
    }

    /// As stored and sent.
    public String code() {
        return code;
    }

    public static PaperMark ofCode(String code) {
        for (PaperMark mark : values()) {
            if (mark.code.equals(code)) {
                return mark;
            }
        }
        throw new IllegalArgumentException("paper mark: " + code);
    }
}
