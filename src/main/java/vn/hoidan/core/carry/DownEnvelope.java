package vn.hoidan.core.carry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.LogPosition;

/// What the office answers to an {@link UpEnvelope}: the reply, sealed with a key that stood inside that envelope. Only
/// the office could read the key and only the laptop has it, so what opens is the office's own.
///
/// @param answers id of the envelope answered
/// @param sealed  opens with {@link #header} only
public record DownEnvelope(String device, Bytes answers, Bytes sealed) implements Envelope {
    static final String KIND = "hoidan envelope 1 down";

    public DownEnvelope {
        if (!DEVICE_FORM.matcher(device).matches() || answers.length() != LogPosition.HASH_BYTES) {
            throw new IllegalArgumentException("answer of " + answers.length() + " bytes");
        }
    }

    /// What everybody may read.
    public static Bytes header(String device, Bytes answers) {
        byte[] kind = KIND.getBytes(StandardCharsets.UTF_8);
        byte[] name = device.getBytes(StandardCharsets.UTF_8);
        return Bytes.of(ByteBuffer.allocate(3 * Integer.BYTES + kind.length + name.length + answers.length())
                .putInt(kind.length).put(kind).putInt(name.length).put(name).putInt(answers.length())
                .put(answers.toArray()).array());
    }

    public Bytes header() {
        return header(device, answers);
    }

    @Override
    public Bytes toBytes() {
        Bytes header = header();
        return Bytes.of(ByteBuffer.allocate(header.length() + Integer.BYTES + sealed.length()).put(header.toArray())
                .putInt(sealed.length()).put(sealed.toArray()).array());
    }

    static DownEnvelope read(ByteBuffer in) {
        return new DownEnvelope(new String(Envelope.part(in), StandardCharsets.UTF_8), Bytes.of(Envelope.part(in)),
                Bytes.of(Envelope.part(in)));
    }
}
