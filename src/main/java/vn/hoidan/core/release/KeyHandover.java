package vn.hoidan.core.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.hoidan.core.sync.Bytes;

/// An office signs its releases with another key from now on, says the key before it.
///
/// @param from      Ed25519, 32 bytes
/// @param to        Ed25519, 32 bytes
/// @param signature of both keys by the first
public record KeyHandover(Bytes from, Bytes to, Bytes signature) {
    /// An office changes its key rarely; more are not read.
    public static final int MOST = 100;
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    /// Bytes of one.
    public static final int BYTES = KEY_BYTES + KEY_BYTES + SIGNATURE_BYTES;

    public KeyHandover {
        if (from.length() != KEY_BYTES || to.length() != KEY_BYTES || signature.length() != SIGNATURE_BYTES) {
            throw new IllegalArgumentException("hand-over of a key");
        }
    }

    /// What the first key signs.
    public static Bytes signedContent(Bytes from, Bytes to) {
        byte[] both = Arrays.copyOf(from.toArray(), KEY_BYTES + KEY_BYTES);
        System.arraycopy(to.toArray(), 0, both, KEY_BYTES, KEY_BYTES);
        return Bytes.of(both);
    }

    /// All of them, one after the other.
    public static Bytes toBytes(List<KeyHandover> handovers) {
        byte[] all = new byte[handovers.size() * BYTES];
        for (int index = 0; index < handovers.size(); index++) {
            KeyHandover each = handovers.get(index);
            System.arraycopy(signedContent(each.from, each.to).toArray(), 0, all, index * BYTES, 2 * KEY_BYTES);
            System.arraycopy(each.signature.toArray(), 0, all, index * BYTES + 2 * KEY_BYTES, SIGNATURE_BYTES);
        }
        return Bytes.of(all);
    }

    /// Empty if these bytes are no hand-overs.
    public static Optional<List<KeyHandover>> parse(Bytes bytes) {
        byte[] all = bytes.toArray();
        if (all.length % BYTES != 0 || all.length > MOST * BYTES) {
            return Optional.empty();
        }
        List<KeyHandover> handovers = new ArrayList<>();
        for (int at = 0; at < all.length; at += BYTES) {
            handovers.add(new KeyHandover(Bytes.of(Arrays.copyOfRange(all, at, at + KEY_BYTES)),
                    Bytes.of(Arrays.copyOfRange(all, at + KEY_BYTES, at + 2 * KEY_BYTES)),
                    Bytes.of(Arrays.copyOfRange(all, at + 2 * KEY_BYTES, at + BYTES))));
        }
        return Optional.of(List.copyOf(handovers));
    }

    /// True if hand-overs lead from a key that is trusted to another, each signed by the one before.
    ///
    /// @param handovers in the order in which they were made; others may stand between
    /// @param signed    whether the first key of a hand-over signed it
    public static boolean leads(Bytes trusted, Bytes wanted, List<KeyHandover> handovers,
            Predicate<KeyHandover> signed) {
        Bytes reached = trusted;
        for (KeyHandover each : handovers) {
            if (!reached.equals(wanted) && each.from.equals(reached) && signed.test(each)) {
                reached = each.to;
            }
        }
        return reached.equals(wanted);
    }
}
