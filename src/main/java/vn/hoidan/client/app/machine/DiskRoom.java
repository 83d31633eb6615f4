package vn.hoidan.client.app.machine;

import java.util.Optional;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Room that is left on the disk of a store.
///
/// @param usableBytes as the system says
/// @param reserve     the reserve that finishes an open interview is there
public record DiskRoom(long usableBytes, boolean reserve) {
    /// Below this people are warned: some days of work with pictures are left.
    public static final long WARN_BYTES = 500L * 1024 * 1024;
    /// Below this no new interview is begun.
    public static final long LEAST_BYTES = 100L * 1024 * 1024;
    private static final long MEGABYTE = 1024L * 1024;

    /// What is to be said; empty while there is enough.
    public Optional<Problem> problem() {
        return refusal().or(() -> usableBytes < WARN_BYTES ? Optional.of(problem(ProblemKind.DISK_LOW))
                : Optional.empty());
    }

    /// Why no new interview may be begun.
    public Optional<Problem> refusal() {
        return usableBytes < LEAST_BYTES || !reserve ? Optional.of(problem(ProblemKind.DISK_TOO_LOW))
                : Optional.empty();
    }

    private Problem problem(ProblemKind kind) {
        return Problem.of(kind, "megabytes", String.valueOf(usableBytes / MEGABYTE));
    }
}
