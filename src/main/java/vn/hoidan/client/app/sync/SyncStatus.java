package vn.hoidan.client.app.sync;

import java.time.Instant;
import java.util.Optional;
import vn.hoidan.core.problem.Problem;

/// What the top bar tells about sync.
///
/// @param network  as the last attempt found it
/// @param waiting  records that the server does not have
/// @param lastSync when a round last ended well
/// @param problem  why the last round did not end well
/// @param progress of the running round
/// @param files    kept with interviews that the office has not got whole; they go after the records
public record SyncStatus(Network network, boolean running, long waiting, Optional<Instant> lastSync,
        Optional<Problem> problem, Optional<SyncProgress> progress, UnsentFiles files) {
    /// Whether the server could be reached.
    public enum Network {
        UNKNOWN,
        REACHED,
        NOT_REACHED
    }
}
