package vn.hoidan.core.index;

import java.util.Arrays;
import java.util.Optional;

/// What a question left blank means for its figure.
public enum Blanks {
    /// It is in no base.
    LEFT_OUT("left-out"),
    /// It counts as the lowest level.
    AS_LOWEST("as-lowest");

    private final String code;

    Blanks(String code) {
        this.code = code;
    }

    /// The word written with each result.
    public String code() {
        return code;
    }

    public static Optional<Blanks> ofCode(String code) {
        return Arrays.stream(values()).filter(blanks -> blanks.code.equals(code)).findFirst();
    }
}
