package vn.hoidan.core.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What everybody may read of a record whose body is sealed. The body opens with exactly this header only, so that it
/// cannot be told to be another device's, another number's or of another kind.
///
/// @param log name of the log, see {@link OwnLog#name}
public record RecordHeader(String log, long number, Bytes previous, RecordType type) {

    public static RecordHeader of(String log, UpRecord record) {
        return new RecordHeader(log, record.number(), record.previous(), record.type());
    }

    /// Length of the log's name (4 bytes, big-endian), the name in UTF-8, number (8 bytes), hash before, length of
    /// the type (4 bytes), type in UTF-8.
    public Bytes toBytes() {
        byte[] name = log.getBytes(StandardCharsets.UTF_8);
        byte[] code = type.code().getBytes(StandardCharsets.UTF_8);
        return Bytes.of(ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES + name.length + previous.length()
                + code.length).putInt(name.length).put(name).putLong(number).put(previous.toArray())
                .putInt(code.length).put(code).array());
    }
}
