package vn.hoidan.core.quota;

import java.time.Instant;

/// Numbers of the server's epochs. A lease's name contains the epoch, so an epoch must never come twice, and what was
/// restored does not know how often the server was restored since its backup: the clock does.
public final class Epoch {

    /// Of a server that was never restored.
    public static final long FIRST = 1;

    private static final long SECONDS_OF_A_MINUTE = 60;

    private Epoch() {
    }

    /// The epoch that begins when a backup is put in the place of a lost state.
    ///
    /// @param backup the epoch that stands in the backup
    public static long afterRestore(long backup, Instant now) {
        return Math.max(backup + 1, now.getEpochSecond() / SECONDS_OF_A_MINUTE);
    }
}
