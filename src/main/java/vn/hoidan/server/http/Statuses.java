package vn.hoidan.server.http;

import static java.util.Map.entry;

import java.util.Map;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// The one table from problems to HTTP statuses. What went wrong inside the server is not told outside: a caller learns
/// that the server failed, the log has the rest.
final class Statuses {

    private static final int REFUSED = 422;
    private static final int UNAVAILABLE = 503;
    private static final int BROKEN = 500;

    private static final Map<ProblemKind, Integer> TOLD = Map.ofEntries(
            entry(ProblemKind.CREDENTIALS_REFUSED, 401),
            entry(ProblemKind.ENROLMENT_CODE_REFUSED, 403),
            entry(ProblemKind.RESET_CODE_REFUSED, 403),
            entry(ProblemKind.NOT_ALLOWED, 403),
            entry(ProblemKind.SURVEY_UNKNOWN, 404),
            entry(ProblemKind.INDEX_NOT_SET, 404),
            entry(ProblemKind.CLIENT_TOO_OLD, 426),
            entry(ProblemKind.MESSAGE_UNREADABLE, 400),
            entry(ProblemKind.MESSAGE_TOO_LARGE, 413),
            entry(ProblemKind.ATTACHMENT_NO_ROOM, 422),
            entry(ProblemKind.TOO_MANY_TRIES, 429));

    private Statuses() {
    }

    /// What is answered.
    record Answer(int status, Problem problem) {
    }

    static Answer of(Problem problem) {
        Integer told = TOLD.get(problem.kind());
        if (told != null) {
            return new Answer(told, problem);
        }
        return switch (problem.kind().fault()) {
            case PERSON -> new Answer(REFUSED, problem);
            case SURROUNDINGS -> new Answer(UNAVAILABLE,
                    Problem.of(ProblemKind.SERVER_FAILED, "status", String.valueOf(UNAVAILABLE)));
            case OURS -> new Answer(BROKEN, problem);
        };
    }
}
