package vn.hoidan.core.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a device says in a round of sync.
///
/// @param log        which of the device's logs the records are of
/// @param epoch      the server's epoch as the device last saw it, 0 before the first round
/// @param cursor     number of the last down-item applied
/// @param records    the next records after the position the server last acknowledged
/// @param drafts     work begun, for the board
/// @param wants      true when its unused units are back and it asks for new ones of a free quota
/// @param clock      the device's wall clock
/// @param signingKey by which the device's signatures are checked, Ed25519; older devices have none
/// @param along      what is no part of the log
public record SyncRequest(int protocol, OwnLog log, long epoch, long cursor, List<UpRecord> records,
        List<DraftCount> drafts, boolean wants, Instant clock, Optional<Bytes> signingKey, Along along) {
    /// Version of the protocol that this program speaks.
    public static final int PROTOCOL = 1;
    /// Most records in one request.
    public static final int RECORDS_PER_REQUEST = 200;
    /// Most bytes of record bodies in one request.
    public static final int BYTES_PER_REQUEST = 256 * 1024;

    public SyncRequest {
        records = List.copyOf(records);
        drafts = List.copyOf(drafts);
        if (signingKey.filter(key -> key.length() != Mate.KEY_BYTES).isPresent()) {
            throw new IllegalArgumentException("signing key");
        }
    }

    /// With nothing along.
    public SyncRequest(int protocol, OwnLog log, long epoch, long cursor, List<UpRecord> records,
            List<DraftCount> drafts, boolean wants, Instant clock, Optional<Bytes> signingKey) {
        this(protocol, log, epoch, cursor, records, drafts, wants, clock, signingKey, Along.NONE);
    }

    /// The same with other things along.
    public SyncRequest with(Along others) {
        return new SyncRequest(protocol, log, epoch, cursor, records, drafts, wants, clock, signingKey, others);
    }
}
