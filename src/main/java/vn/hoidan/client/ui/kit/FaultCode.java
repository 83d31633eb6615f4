package vn.hoidan.client.ui.kit;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Turns an unforeseen exception into a problem with a code short enough for the telephone. The same mistake gives the
/// same code in every run and on every laptop: it is made of the kinds of exceptions and of the first places of ours
/// they came from, without line numbers and without messages.
public final class FaultCode {
    private static final System.Logger LOG = System.getLogger(FaultCode.class.getName());
    private static final String OURS = "vn.hoidan.";
    private static final int PLACES = 2;

    private FaultCode() {
    }

    /// The problem of a {@link ProblemException}, or an internal one that is logged under its code.
    public static Problem problemOf(Throwable thrown) {
        if (thrown instanceof ProblemException known) {
            return known.problem();
        }
        String code = of(thrown);
        LOG.log(System.Logger.Level.ERROR, "internal problem " + code, thrown);
        return Problem.of(ProblemKind.INTERNAL, "code", code);
    }

    /// Seven characters at most.
    public static String of(Throwable thrown) {
        CRC32 sum = new CRC32();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            add(sum, each.getClass().getName());
            int left = PLACES;
            for (StackTraceElement place : each.getStackTrace()) {
                if (left > 0 && place.getClassName().startsWith(OURS)) {
                    add(sum, place.getClassName() + "." + place.getMethodName());
                    left--;
                }
            }
        }
        return Long.toString(sum.getValue(), Character.MAX_RADIX).toUpperCase(java.util.Locale.ROOT);
    }

    private static void add(CRC32 sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update('\n');
    }
}
