package vn.hoidan.core.sync;

/// A piece of a sealed file on its way to the office. Files travel apart from records, in pieces that may come twice
/// and by several roads; what is there already is passed over.
///
/// @param hash    SHA-256 of the whole sealed file, its name on the way
/// @param size    bytes of the whole sealed file
/// @param offset  bytes before this piece
/// @param content at most {@link #MOST_BYTES}
public record AttachmentPiece(Bytes hash, long size, long offset, Bytes content) {
    /// Most bytes of a piece: what a slow line carries within a request.
    public static final int MOST_BYTES = 256 * 1024;
    /// Most bytes of a sealed file: the largest that is kept with an interview, and what sealing adds.
    public static final long MOST_FILE_BYTES = 10L * 1024 * 1024 + 64 * 1024;

    public AttachmentPiece {
        if (!isFile(hash, size) || offset < 0 || content.length() > MOST_BYTES
                || content.length() > size - offset) {
            throw new IllegalArgumentException("piece of " + content.length() + " bytes at " + offset + " of " + size);
        }
    }

    /// Whether a sealed file may be called and sized like this.
    public static boolean isFile(Bytes hash, long size) {
        return hash.length() == LogPosition.HASH_BYTES && size >= 1 && size <= MOST_FILE_BYTES;
    }

    /// Where the next piece begins.
    public long end() {
        return offset + content.length();
    }
}
