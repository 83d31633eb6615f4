package vn.hoidan.core.interview;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/// Decides which paper forms are keyed a second time. The choice follows from the form's id alone, so it cannot be
/// known before the interview is begun, changes with nothing done afterwards, and the office can work it out again.
public final class SecondKeyingSample {
    /// Share of forms keyed twice, in per cent.
    public static final int SHARE_PERCENT = 10;
    private static final int ALL_PERCENT = 100;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private SecondKeyingSample() {
    }

    /// @param seed        names the survey and the person, so that nobody's forms are chosen alike
    /// @param formsBefore paper forms that the person began before this one; the first is always keyed twice
    public static boolean chooses(String seed, InterviewId form, int formsBefore) {
        long hash = FNV_START;
        for (byte each : (seed + '\n' + form.asText()).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        }
        return formsBefore == 0 || new SplittableRandom(hash).nextInt(ALL_PERCENT) < SHARE_PERCENT;
    }
}
