package vn.hoidan.cli.command;

import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.message.Messages;

/// Names that people type. One that cannot be a name is simply not known.
public final class Ids {

    private Ids() {
    }

    /// @throws vn.hoidan.core.problem.ProblemException if nobody can be called so
    public static PersonId person(String text) {
        try {
            return new PersonId(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(ProblemKind.PERSON_UNKNOWN, "name", text).exception(malformed);
        }
    }

    /// @throws vn.hoidan.core.problem.ProblemException if no list can be called so
    public static ListId list(String text) {
        try {
            return new ListId(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(ProblemKind.LIST_UNKNOWN, "name", text).exception(malformed);
        }
    }

    /// @throws vn.hoidan.core.problem.ProblemException if it is no number of an interview
    public static InterviewId interview(Messages messages, String text) {
        try {
            return InterviewId.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--interview", "reason",
                    messages.get("invalid.value")).exception(malformed);
        }
    }
}
