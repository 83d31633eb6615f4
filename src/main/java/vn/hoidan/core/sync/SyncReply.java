package vn.hoidan.core.sync;

import java.time.Instant;
import java.util.List;
import vn.hoidan.core.quota.QuotaSnapshot;

/// What the server answers after its commit.
///
/// @param stored how far the device's log is committed at the server
/// @param safe   how far it is in a checked backup; only up to here may a device delete
/// @param items  what follows the device's cursor
/// @param more   true when further items wait
public record SyncReply(long epoch, LogPosition stored, LogPosition safe, List<DownEntry> items, boolean more,
        QuotaSnapshot quota, Instant serverTime) {
    /// Most down-items in one reply.
    public static final int ITEMS_PER_REPLY = 50;

    public SyncReply {
        items = List.copyOf(items);
    }
}
