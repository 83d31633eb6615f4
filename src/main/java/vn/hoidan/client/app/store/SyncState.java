package vn.hoidan.client.app.store;

import java.time.Instant;
import java.util.Optional;
import vn.hoidan.core.sync.LogPosition;

/// Where a device stands with the server.
///
/// @param incarnation of its log, given by the server
/// @param cursor   last down-item applied
/// @param head     last record of the up-log
/// @param stored   how far the server has committed it
/// @param safe     how far it is in a checked backup
/// @param lastSync when a round last ended well
/// @param lastTurn when units of a free quota were last asked for
public record SyncState(long epoch, int incarnation, long cursor, LogPosition head, LogPosition stored,
        LogPosition safe, Optional<Instant> lastSync, Optional<Instant> lastTurn) {
    /// Records that the server does not have.
    public long waiting() {
        return head.number() - stored.number();
    }
}
