package vn.hoidan.core.problem;

import java.util.Map;

/// Something that went wrong, ready to be told in any language: its kind and the named details of its text.
/// Details never hold answers, names of respondents, PINs or tokens: they may be shown, sent and logged.
public record Problem(ProblemKind kind, Map<String, String> details) {
    public Problem {
        details = Map.copyOf(details);
    }

    public static Problem of(ProblemKind kind) {
        return new Problem(kind, Map.of());
    }

    public static Problem of(ProblemKind kind, String name, String value) {
        return new Problem(kind, Map.of(name, value));
    }

    public static Problem of(ProblemKind kind, String name, String value, String otherName, String otherValue) {
        return new Problem(kind, Map.of(name, value, otherName, otherValue));
    }

    public ProblemException exception() {
        return new ProblemException(this, null);
    }

    public ProblemException exception(Throwable cause) {
        return new ProblemException(this, cause);
    }
}
