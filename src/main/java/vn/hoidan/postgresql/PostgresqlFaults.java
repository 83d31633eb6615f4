package vn.hoidan.postgresql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Tells broken surroundings from our own mistakes by PostgreSQL's five-letter states
/// (postgresql.org/docs/current/errcodes-appendix.html).
final class PostgresqlFaults {
    private static final String READ_ONLY = "25006";
    /// Another transaction changed the same rows meanwhile; the work is to be done again.
    private static final Set<String> AGAIN = Set.of("40001", "40P01");
    private static final Set<String> DAMAGED = Set.of("XX001", "XX002");
    /// Not the right password or none, no such user or database, no right to do it; or no TLS, or not the one expected.
    private static final Set<String> REFUSED = Set.of("08004", "28000", "28P01", "3D000", "42501");
    /// Shut down, starting, out of memory, or it cut a connection that was silent for too long.
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "53200");
    private static final Set<String> BUSY = Set.of("55P03", "53300");
    /// No room on its disk, or the disk fails.
    private static final Set<String> DISK = Set.of("53100", "58030");
    private static final String CONNECTION = "08";
    /// Causes looked at before giving up.
    private static final int DEEPEST_CAUSE = 20;

    private PostgresqlFaults() {
    }

    /// What to throw instead: a ProblemException for broken surroundings, else the mistake as it came.
    static RuntimeException translated(RuntimeException thrown, DatabaseAddress address) {
        if (thrown instanceof ProblemException) {
            return thrown;
        }
        return problem(thrown, address).<RuntimeException>map(problem -> problem.exception(thrown)).orElse(thrown);
    }

    /// The same for the driver's own exception.
    static RuntimeException translated(SQLException thrown, DatabaseAddress address) {
        return problem(thrown, address).<RuntimeException>map(problem -> problem.exception(thrown))
                .orElseGet(() -> new IllegalStateException("PostgreSQL: " + thrown.getMessage(), thrown));
    }

    static boolean isReadOnly(RuntimeException thrown) {
        return READ_ONLY.equals(state(thrown));
    }

    static boolean isToBeDoneAgain(RuntimeException thrown) {
        return AGAIN.contains(state(thrown));
    }

    private static Optional<Problem> problem(Throwable thrown, DatabaseAddress address) {
        String state = state(thrown);
        String shown = address.shown();
        if (REFUSED.contains(state)) {
            return Optional.of(Problem.of(ProblemKind.DATABASE_REFUSED, "address", shown, "user", address.user()));
        }
        if (state.startsWith(CONNECTION) || AWAY.contains(state)) {
            return Optional.of(Problem.of(ProblemKind.DATABASE_AWAY, "address", shown));
        }
        if (BUSY.contains(state) || AGAIN.contains(state)) {
            return Optional.of(Problem.of(ProblemKind.DATABASE_BUSY, "address", shown));
        }
        if (DISK.contains(state)) {
            return Optional.of(Problem.of(ProblemKind.DATABASE_DISK, "address", shown));
        }
        if (DAMAGED.contains(state)) {
            return Optional.of(Problem.of(ProblemKind.STORE_DAMAGED, "file", shown));
        }
        return READ_ONLY.equals(state)
                ? Optional.of(Problem.of(ProblemKind.DATABASE_UNFIT, "address", shown, "reason", "read-only"))
                : Optional.empty();
    }

    /// Of the first cause that has one; the pool puts exceptions of its own around the driver's.
    private static String state(Throwable thrown) {
        Throwable next = thrown;
        for (int depth = 0; next != null && depth < DEEPEST_CAUSE; depth++) {
            if (next instanceof SQLException found && found.getSQLState() != null) {
                return found.getSQLState();
            }
            next = next.getCause();
        }
        return "";
    }
}
