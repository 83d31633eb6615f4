package vn.hoidan.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.sync.Bytes;

/// Wraps data keys for the office: HPKE (RFC 9180) in base mode with X25519, HKDF-SHA256 and AES-256-GCM. A wrap is
/// bound to the name of its device.
public final class OfficeWraps {
    private static final byte[] NOTHING = new byte[0];
    private static final String CONTEXT = "hoidan office wrap 1:";

    private OfficeWraps() {
    }

    /// @param officeKey the office's public key, X25519
    /// @throws IllegalArgumentException if it is no key that can be used
    public static OfficeWrap wrap(DataKey key, Bytes officeKey, String device) {
        byte[] plain = key.bytes();
        try {
            HPKE hpke = hpke();
            byte[][] sealed = hpke.seal(hpke.deserializePublicKey(officeKey.toArray()), context(device), NOTHING, plain,
                    null, null, null);
            return new OfficeWrap(device, officeKey, Bytes.of(sealed[1]), Bytes.of(sealed[0]));
        } catch (InvalidCipherTextException | RuntimeException unusable) {
            throw new IllegalArgumentException("office key", unusable);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// The data key that the office unwrapped.
    ///
    /// @throws IllegalArgumentException if that is none
    public static DataKey key(Bytes unwrapped) {
        return DataKey.of(unwrapped.toArray(), new SecureRandom());
    }

    static byte[] open(AsymmetricCipherKeyPair pair, OfficeWrap wrap) throws InvalidCipherTextException {
        return hpke().open(wrap.encapsulated().toArray(), pair, context(wrap.device()), NOTHING,
                wrap.wrapped().toArray(), null, null, null);
    }

    static AsymmetricCipherKeyPair pair(byte[] seed) {
        return hpke().deriveKeyPair(seed);
    }

    static Bytes publicKey(AsymmetricCipherKeyPair pair) {
        return Bytes.of(hpke().serializePublicKey(pair.getPublic()));
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    private static byte[] context(String device) {
        return (CONTEXT + device).getBytes(StandardCharsets.UTF_8);
    }
}
