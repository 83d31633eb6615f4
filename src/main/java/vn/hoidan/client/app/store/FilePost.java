package vn.hoidan.client.app.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.Bytes;

/// Files kept with interviews, on their way to the office: each sealed to it with a key of its own, called by the hash
/// of its sealed bytes and sent in pieces. Sealed bytes are made when a piece is sent; they are not kept.
public interface FilePost {
    /// True if every file that is kept here is called safe.
    boolean allSafe();

    /// Files that are not called safe: those that interviews name now, and others that were sealed before, oldest
    /// first. What is not sealed yet is sealed now; nothing is, before the office has given its key.
    ///
    /// @param named hashes of the contents that each interview names
    List<Parcel> parcels(Map<InterviewId, Set<Bytes>> named);

    /// A sealed file that is not called safe.
    ///
    /// @param hash SHA-256 of the sealed bytes
    /// @param size number of the sealed bytes
    /// @param held of them the office has so many, as it last told
    record Parcel(Bytes hash, long size, long held, AttachmentState.Stage stage) {
        /// The office has not got it whole.
        public boolean toSend() {
            return stage == AttachmentState.Stage.PART;
        }
    }

    /// Interviews with files on their way that are not called safe, and how far the one is that is least far.
    Map<InterviewId, AttachmentState.Stage> unsafeInterviews();

    /// Opens a file to be sent; its content is in memory as long as this is used.
    Pieces open(Parcel parcel);

    /// The pieces of a file.
    interface Pieces {
        /// The piece that begins at a place.
        AttachmentPiece at(long offset);
    }
}
