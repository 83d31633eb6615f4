package vn.hoidan.core.carry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.UnaryOperator;
import vn.hoidan.core.sync.Bytes;

/// What a laptop says to the office: a request of sync, sealed to the office's key and signed by the laptop.
///
/// @param madeAt    by the laptop's clock, to the millisecond
/// @param first     number of the first record inside, 0 if it has none
/// @param last      number of the last record inside, 0 if it has none
/// @param sealed    opens with {@link #header} only
/// @param signature of the laptop over {@link #signed}
public record UpEnvelope(String device, Instant madeAt, long first, long last, Bytes sealed, Bytes signature)
        implements Envelope {
    static final String KIND = "hoidan envelope 1 up";

    public UpEnvelope {
        if (!DEVICE_FORM.matcher(device).matches() || first < 0 || last < first) {
            throw new IllegalArgumentException("envelope of " + first + " to " + last);
        }
    }

    /// Seals and signs.
    ///
    /// @param seal of the content for a header
    /// @param sign over everything before the signature
    public static UpEnvelope of(String device, Instant madeAt, long first, long last, UnaryOperator<Bytes> seal,
            UnaryOperator<Bytes> sign) {
        UpEnvelope bare = new UpEnvelope(device, Instant.ofEpochMilli(madeAt.toEpochMilli()), first, last,
                Bytes.of(new byte[0]), Bytes.of(new byte[0]));
        UpEnvelope sealed = new UpEnvelope(device, bare.madeAt(), first, last, seal.apply(bare.header()),
                bare.signature());
        return new UpEnvelope(device, bare.madeAt(), first, last, sealed.sealed(), sign.apply(sealed.signed()));
    }

    /// What everybody may read.
    public Bytes header() {
        byte[] kind = KIND.getBytes(StandardCharsets.UTF_8);
        byte[] name = device.getBytes(StandardCharsets.UTF_8);
        return Bytes.of(ByteBuffer.allocate(2 * Integer.BYTES + kind.length + name.length + 3 * Long.BYTES)
                .putInt(kind.length).put(kind).putInt(name.length).put(name).putLong(madeAt.toEpochMilli())
                .putLong(first).putLong(last).array());
    }

    /// Header and sealed part.
    public Bytes signed() {
        Bytes header = header();
        return Bytes.of(ByteBuffer.allocate(header.length() + Integer.BYTES + sealed.length()).put(header.toArray())
                .putInt(sealed.length()).put(sealed.toArray()).array());
    }

    @Override
    public Bytes toBytes() {
        Bytes signed = signed();
        return Bytes.of(ByteBuffer.allocate(signed.length() + Integer.BYTES + signature.length())
                .put(signed.toArray()).putInt(signature.length()).put(signature.toArray()).array());
    }

    /// SHA-256 of all of it.
    public Bytes id() {
        return Envelope.hash(toBytes());
    }

    /// How many records are inside.
    public long records() {
        return last == 0 ? 0 : last - first + 1;
    }

    static UpEnvelope read(ByteBuffer in) {
        return new UpEnvelope(new String(Envelope.part(in), StandardCharsets.UTF_8),
                Instant.ofEpochMilli(in.getLong()), in.getLong(), in.getLong(), Bytes.of(Envelope.part(in)),
                Bytes.of(Envelope.part(in)));
    }
}
