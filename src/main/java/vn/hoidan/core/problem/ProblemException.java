package vn.hoidan.core.problem;

/// Carries a {@link Problem} up to the door that translates it: window, HTTP or command line.
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.kind().number() + " " + problem.kind() + " " + problem.details(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
