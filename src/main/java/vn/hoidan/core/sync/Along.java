package vn.hoidan.core.sync;

import java.util.List;

/// What goes along with a request of sync and is no part of the log: it may be lost, come twice or late, and changes
/// nothing that counts.
///
/// @param files  sealed files of which this laptop does not know that they are safe: how they stand is asked
/// @param pieces of such files; by other roads than the network only, which has a way of its own for them
public record Along(List<Bytes> files, List<AttachmentPiece> pieces) {
    /// Most files asked about in one request.
    public static final int MOST_FILES = 200;
    /// Most pieces in one request.
    public static final int MOST_PIECES = 8;
    /// Nothing.
    public static final Along NONE = new Along(List.of(), List.of());

    public Along {
        files = List.copyOf(files);
        pieces = List.copyOf(pieces);
        if (files.size() > MOST_FILES || pieces.size() > MOST_PIECES
                || files.stream().anyMatch(hash -> hash.length() != LogPosition.HASH_BYTES)) {
            throw new IllegalArgumentException(files.size() + " files, " + pieces.size() + " pieces");
        }
    }
}
