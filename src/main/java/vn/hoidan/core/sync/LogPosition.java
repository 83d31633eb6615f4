package vn.hoidan.core.sync;

/// A place in a device's log: the number of a record and its hash. A number alone is never enough: a laptop put back to
/// an older image uses numbers again.
///
/// @param number 0 before the first record
/// @param hash   SHA-256, 32 bytes
public record LogPosition(long number, Bytes hash) {
    /// Bytes of a hash.
    public static final int HASH_BYTES = 32;

    /// The place before the first record.
    public static final LogPosition START = new LogPosition(0, Bytes.of(new byte[HASH_BYTES]));

    public LogPosition {
        if (number < 0 || hash.length() != HASH_BYTES) {
            throw new IllegalArgumentException("log position: " + number + ", hash of " + hash.length());
        }
    }
}
