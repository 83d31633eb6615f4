package vn.hoidan.core.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// One record of a device's up-log, chained to the one before it.
///
/// @param number    1, 2, 3 … without gaps
/// @param previous  hash of the record before, zeros before the first
/// @param body      the message, compressed; sealed to the office unless an older program made it
/// @param signature of the device over the record's hash; records of older programs have none
public record UpRecord(long number, Bytes previous, RecordType type, Bytes body, Optional<Bytes> signature) {
    public UpRecord {
        if (number < 1 || previous.length() != LogPosition.HASH_BYTES) {
            throw new IllegalArgumentException("up-record " + number);
        }
    }

    /// A record that is not signed.
    public UpRecord(long number, Bytes previous, RecordType type, Bytes body) {
        this(number, previous, type, body, Optional.empty());
    }

    /// The same with its signature.
    public UpRecord signed(Bytes deviceSignature) {
        return new UpRecord(number, previous, type, body, Optional.of(deviceSignature));
    }

    /// The record that follows a position.
    public static UpRecord after(LogPosition position, RecordType type, Bytes body) {
        return new UpRecord(position.number() + 1, position.hash(), type, body);
    }

    /// SHA-256 over number (8 bytes, big-endian), hash before, length of the type (4 bytes), type in UTF-8, body.
    public LogPosition position() {
        byte[] typeCode = type.code().getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        digest.update(previous.toArray());
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(typeCode.length).array());
        digest.update(typeCode);
        digest.update(body.toArray());
        return new LogPosition(number, Bytes.of(digest.digest()));
    }
}
