package vn.hoidan.form;

import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.form.lookup.Refusing;
import vn.hoidan.message.Messages;

/// Says why a form cannot be asked, in the language of whoever loads it.
record Refusals(Messages messages) {
    static final String BUNDLE = "vn/hoidan/form/messages";

    /// Characters of a foreign message that are passed on.
    private static final int MOST_FOREIGN_CHARACTERS = 500;

    static Refusals in(String language) {
        return new Refusals(Messages.of(BUNDLE, language));
    }

    ProblemException atLine(int line, String reason, Object... values) {
        return at(messages.get("place.line", line), messages.get("load." + reason, values));
    }

    /// For a file that belongs to the form.
    Refusing inFile(String name) {
        return (line, reason, values) -> at(messages.get("place.file", FileNames.shown(name), line),
                messages.get("load." + reason, values));
    }

    ProblemException whole(String reason, Object... values) {
        return at(messages.get("place.form"), messages.get("load." + reason, values));
    }

    /// What another parser or evaluator said about the form.
    ProblemException foreign(String reason, Throwable cause) {
        String words = String.valueOf(deepest(cause).getMessage()).strip().replaceAll("\\s+", " ");
        String bounded = words.length() <= MOST_FOREIGN_CHARACTERS ? words
                : words.substring(0, MOST_FOREIGN_CHARACTERS) + "…";
        return problem(messages.get("place.form"), messages.get("load." + reason, bounded)).exception(cause);
    }

    private static ProblemException at(String place, String reason) {
        return problem(place, reason).exception();
    }

    private static Problem problem(String place, String reason) {
        return Problem.of(ProblemKind.QUESTIONNAIRE_INVALID, "place", place, "reason", reason);
    }

    /// The innermost cause that says something: JavaRosa wraps the telling one.
    private static Throwable deepest(Throwable cause) {
        Throwable telling = cause;
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner.getMessage() != null && !inner.getMessage().isBlank()) {
                telling = inner;
            }
        }
        return telling;
    }
}
