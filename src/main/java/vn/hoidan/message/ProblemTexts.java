package vn.hoidan.message;

import vn.hoidan.core.problem.Problem;

/// Tells a problem in a person's language: what happened, what is safe, what to do next.
public record ProblemTexts(String what, String safe, String next, int number) {
    /// Texts of every problem kind: `problem.NUMBER.{what,safe,next}`.
    public static final String BUNDLE = "vn/hoidan/message/problems";

    public static ProblemTexts of(Problem problem, String language) {
        Messages messages = Messages.of(BUNDLE, language);
        int number = problem.kind().number();
        String key = "problem." + number;
        return new ProblemTexts(messages.get(key + ".what", problem.details()),
                messages.get(key + ".safe", problem.details()), messages.get(key + ".next", problem.details()), number);
    }

    /// All in one line, with the number to quote.
    public String oneLine() {
        return what + " " + safe + " " + next + " (" + number + ")";
    }
}
