package vn.hoidan.vault;

import java.security.SecureRandom;
import java.util.Optional;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.Bytes;

/// Seals answers of the office for one laptop, with a key that the laptop has told it under the office's own seal. The
/// header says what is answered; with another it does not open.
public final class ReplySeals {
    private static final String CONTEXT = "hoidan reply 1 ";

    private ReplySeals() {
    }

    /// A new key: 32 bytes.
    public static Bytes newKey() {
        byte[] key = new byte[DataKey.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Bytes.of(key);
    }

    public static Bytes seal(Bytes key, Bytes header, Bytes content) {
        try (DataKey sealing = DataKey.of(key.toArray(), new SecureRandom())) {
            return sealing.seal(content.toArray(), CONTEXT + header.hex());
        }
    }

    /// Empty if it was not sealed with this key for this header, or was changed.
    public static Optional<Bytes> open(Bytes key, Bytes header, Bytes sealed) {
        try (DataKey sealing = DataKey.of(key.toArray(), new SecureRandom())) {
            return Optional.of(Bytes.of(sealing.open(sealed, CONTEXT + header.hex())));
        } catch (ProblemException notOurs) {
            return Optional.empty();
        }
    }
}
