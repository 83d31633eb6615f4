package vn.hoidan.cli.command;

import vn.hoidan.core.problem.Fault;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.message.ProblemTexts;

/// Tells a failure of a command in one sentence. The exit code says whose fault it was, so that scripts can tell a slip
/// from a full disk.
public final class Failures {
    public static final int EXIT_PERSON = 2;
    public static final int EXIT_SURROUNDINGS = 3;
    public static final int EXIT_OURS = 4;

    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    private Failures() {
    }

    /// What went wrong; a mistake of our own is logged under the code that the person is told.
    public static Problem problem(Exception thrown) {
        if (thrown instanceof ProblemException known) {
            LOG.log(System.Logger.Level.DEBUG, "problem", known);
            return known.problem();
        }
        String code = Integer.toHexString(thrown.getStackTrace().length > 0
                ? thrown.getStackTrace()[0].hashCode() : thrown.getClass().hashCode());
        LOG.log(System.Logger.Level.ERROR, "failed, code " + code, thrown);
        return Problem.of(ProblemKind.INTERNAL, "code", code);
    }

    /// @return the exit code
    public static int told(Problem problem, String language, Terminal terminal) {
        terminal.err().println(ProblemTexts.of(problem, language).oneLine());
        return exitCode(problem.kind().fault());
    }

    /// The exit code for whose fault it was.
    public static int exitCode(Fault fault) {
        return switch (fault) {
            case PERSON -> EXIT_PERSON;
            case SURROUNDINGS -> EXIT_SURROUNDINGS;
            case OURS -> EXIT_OURS;
        };
    }
}
