package vn.hoidan.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Tells broken surroundings from our own mistakes by SQLite's primary result code
/// (sqlite.org/rescode.html).
final class SqliteFaults {
    private static final int PERM = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int NOTADB = 26;
    /// The driver adds extended codes above the lowest byte.
    private static final int PRIMARY = 0xff;
    /// Causes looked at before giving up.
    private static final int DEEPEST_CAUSE = 20;

    private SqliteFaults() {
    }

    /// What to throw instead: a ProblemException for broken surroundings, else the mistake as it came.
    static RuntimeException translated(RuntimeException thrown, Path file) {
        if (thrown instanceof ProblemException) {
            return thrown;
        }
        return sqlCause(thrown).flatMap(cause -> problem(cause, file))
                .<RuntimeException>map(problem -> problem.exception(thrown)).orElse(thrown);
    }

    /// The same for the driver's own exception.
    static RuntimeException translated(SQLException thrown, Path file) {
        return problem(thrown, file).<RuntimeException>map(problem -> problem.exception(thrown))
                .orElseGet(() -> new IllegalStateException("SQLite: " + thrown.getMessage(), thrown));
    }

    static Optional<Problem> problem(SQLException thrown, Path file) {
        String folder = folderOf(file);
        return switch (thrown.getErrorCode() & PRIMARY) {
            case FULL -> Optional.of(Problem.of(ProblemKind.DISK_FULL, "folder", folder));
            case READONLY, CANTOPEN, PERM, IOERR ->
                Optional.of(Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder));
            case CORRUPT, NOTADB -> Optional.of(Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()));
            case BUSY, LOCKED -> Optional.of(Problem.of(ProblemKind.STORE_IN_USE, "folder", folder));
            default -> Optional.empty();
        };
    }

    /// The row breaks a rule of its table.
    static boolean isConstraint(SQLException thrown) {
        int code = thrown.getErrorCode() & PRIMARY;
        return code == CONSTRAINT || code == MISMATCH;
    }

    static boolean isReadOnly(RuntimeException thrown) {
        return sqlCause(thrown).map(cause -> (cause.getErrorCode() & PRIMARY) == READONLY).orElse(false);
    }

    static String folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toString() : folder.toString();
    }

    private static Optional<SQLException> sqlCause(Throwable thrown) {
        Throwable next = thrown;
        for (int depth = 0; next != null && depth < DEEPEST_CAUSE; depth++) {
            if (next instanceof SQLException found) {
                return Optional.of(found);
            }
            next = next.getCause();
        }
        return Optional.empty();
    }
}
