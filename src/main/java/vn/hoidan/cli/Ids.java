package vn.hoidan.cli;

import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.survey.PersonId;

/// Names that people type. One that cannot be a name is simply not known.
final class Ids {

    private Ids() {
    }

    static PersonId person(String text) {
        try {
            return new PersonId(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(ProblemKind.PERSON_UNKNOWN, "name", text).exception(malformed);
        }
    }

    static ListId list(String text) {
        try {
            return new ListId(text);
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(ProblemKind.LIST_UNKNOWN, "name", text).exception(malformed);
        }
    }
}
