package vn.hoidan.core.release;

import java.util.Arrays;
import java.util.Optional;
import vn.hoidan.core.sync.Bytes;

/// What an office tells of its releases: the key by which it signs them, and the newest for a system if it has one.
///
/// @param key    Ed25519, 32 bytes
/// @param signed empty while the office offers nothing for that system
public record ReleaseOffer(Bytes key, Optional<Signed> signed) {
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    /// Most bytes of an offer.
    public static final int MOST_BYTES = KEY_BYTES + SIGNATURE_BYTES + Release.MOST_LIST_BYTES;

    /// A list and the office's signature of it.
    public record Signed(Bytes list, Bytes signature) {
    }

    /// Key, then signature and list.
    public Bytes toBytes() {
        byte[] list = signed.map(Signed::list).orElse(Bytes.of(new byte[0])).toArray();
        byte[] whole = new byte[signed.isEmpty() ? KEY_BYTES : KEY_BYTES + SIGNATURE_BYTES + list.length];
        System.arraycopy(key.toArray(), 0, whole, 0, KEY_BYTES);
        signed.ifPresent(present -> {
            System.arraycopy(present.signature().toArray(), 0, whole, KEY_BYTES, SIGNATURE_BYTES);
            System.arraycopy(list, 0, whole, KEY_BYTES + SIGNATURE_BYTES, list.length);
        });
        return Bytes.of(whole);
    }

    /// Empty if it is too short or too long for one.
    public static Optional<ReleaseOffer> parse(Bytes bytes) {
        byte[] whole = bytes.toArray();
        boolean alone = whole.length == KEY_BYTES;
        if (!alone && whole.length <= KEY_BYTES + SIGNATURE_BYTES || whole.length > MOST_BYTES) {
            return Optional.empty();
        }
        Bytes key = part(whole, 0, KEY_BYTES);
        return Optional.of(new ReleaseOffer(key, alone ? Optional.empty() : Optional.of(new Signed(
                part(whole, KEY_BYTES + SIGNATURE_BYTES, whole.length),
                part(whole, KEY_BYTES, KEY_BYTES + SIGNATURE_BYTES)))));
    }

    private static Bytes part(byte[] whole, int from, int to) {
        return Bytes.of(Arrays.copyOfRange(whole, from, to));
    }
}
