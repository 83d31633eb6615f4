package vn.hoidan.wire;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;

/// A request of sync as bytes: version (1 byte, 2), length of the head (4 bytes, big-endian as all numbers), the head,
/// the records one after the other.
///
/// The head is the request's JSON without records, with `types` and `count`, compressed (RFC 1950). A record is flags
/// (1 byte), the place of its type in `types` (1 byte), number (8 bytes) and hash before (32 bytes) unless it follows
/// the one before it, length of the body (4 bytes), body, and, if it is signed, length of the signature (1 byte) and
/// signature. Bodies are sealed and compressed already, so nothing is done to them here.
final class SyncFrames {
    /// First byte; JSON, as older programs send it, begins with a brace.
    static final byte VERSION = 2;
    private static final int PLACED = 1;
    private static final int SIGNED = 2;
    private static final int BYTE = 0xff;
    private static final int LONGEST_SIGNATURE_BYTES = 255;

    private SyncFrames() {
    }

    static byte[] of(SyncRequest request) {
        List<String> types = request.records().stream().map(record -> record.type().code()).distinct().toList();
        JsonObject head = SyncJson.head(request, types);
        byte[] folded = Compression.deflate(JsonMessages.write(head));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(1 + Integer.BYTES).put(VERSION).putInt(folded.length).array());
        out.writeBytes(folded);
        Optional<LogPosition> before = Optional.empty();
        for (UpRecord record : request.records()) {
            write(out, record, types.indexOf(record.type().code()), before);
            before = Optional.of(record.position());
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, UpRecord record, int type, Optional<LogPosition> before) {
        boolean follows = before.equals(Optional.of(new LogPosition(record.number() - 1, record.previous())));
        byte[] signature = record.signature().map(Bytes::toArray).orElse(new byte[0]);
        if (signature.length > LONGEST_SIGNATURE_BYTES) {
            throw new IllegalArgumentException("signature of " + signature.length + " bytes");
        }
        out.write((follows ? 0 : PLACED) | (record.signature().isPresent() ? SIGNED : 0));
        out.write(type);
        if (!follows) {
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(record.number()).array());
            out.writeBytes(record.previous().toArray());
        }
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(record.body().length()).array());
        out.writeBytes(record.body().toArray());
        if (record.signature().isPresent()) {
            out.write(signature.length);
            out.writeBytes(signature);
        }
    }

    static SyncRequest syncRequest(byte[] message) {
        try {
            ByteBuffer in = ByteBuffer.wrap(message, 1, message.length - 1);
            byte[] head = Compression.inflate(bytes(in, in.getInt()), Wire.MOST_MESSAGE_BYTES);
            return JsonMessages.read(head, Wire.MOST_MESSAGE_BYTES, fields -> SyncJson.syncRequest(fields,
                    records(in, fields.texts("types", RecordType.values().length), fields.count("count"))));
        } catch (BufferUnderflowException cut) {
            throw Fields.unreadable("the request ends too early");
        }
    }

    private static List<UpRecord> records(ByteBuffer in, List<String> types, int count) {
        if (count > SyncRequest.RECORDS_PER_REQUEST) {
            throw Fields.unreadable("records has too many entries");
        }
        List<RecordType> known = types.stream().map(RecordType::ofCode).toList();
        List<UpRecord> records = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            records.add(record(in, known, records));
        }
        if (in.hasRemaining()) {
            throw Fields.unreadable("bytes after the last record");
        }
        return records;
    }

    private static UpRecord record(ByteBuffer in, List<RecordType> types, List<UpRecord> before) {
        int flags = in.get() & BYTE;
        int type = in.get() & BYTE;
        if (flags > (PLACED | SIGNED) || type >= types.size() || (flags & PLACED) == 0 && before.isEmpty()) {
            throw Fields.unreadable("a record's beginning");
        }
        LogPosition place;
        if ((flags & PLACED) == 0) {
            place = before.getLast().position();
        } else {
            long number = in.getLong();
            place = new LogPosition(Math.subtractExact(number, 1), Bytes.of(bytes(in, LogPosition.HASH_BYTES)));
        }
        UpRecord record = UpRecord.after(place, types.get(type), Bytes.of(bytes(in, in.getInt())));
        return (flags & SIGNED) == 0 ? record : record.signed(Bytes.of(bytes(in, in.get() & BYTE)));
    }

    /// No more is taken than there is, whatever length is told.
    private static byte[] bytes(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
