package vn.hoidan.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;

/// The key by which a device signs: Ed25519 (RFC 8032). It is kept as its 32 secret bytes and its 32 public ones, in a
/// store that seals them.
public final class DeviceKey {
    private final byte[] secret;
    private final byte[] open;

    private DeviceKey(byte[] secret, byte[] open) {
        this.secret = secret;
        this.open = open;
    }

    /// A new key.
    public static DeviceKey random() {
        byte[] secret = new byte[Ed25519.SECRET_KEY_SIZE];
        byte[] open = new byte[Ed25519.PUBLIC_KEY_SIZE];
        new SecureRandom().nextBytes(secret);
        Ed25519.generatePublicKey(secret, 0, open, 0);
        return new DeviceKey(secret, open);
    }

    /// A key as {@link #toBytes} gave it.
    ///
    /// @throws IllegalArgumentException if it is none
    public static DeviceKey of(byte[] kept) {
        if (kept.length != Ed25519.SECRET_KEY_SIZE + Ed25519.PUBLIC_KEY_SIZE) {
            throw new IllegalArgumentException("device key of " + kept.length + " bytes");
        }
        return new DeviceKey(Arrays.copyOf(kept, Ed25519.SECRET_KEY_SIZE),
                Arrays.copyOfRange(kept, Ed25519.SECRET_KEY_SIZE, kept.length));
    }

    /// To be sealed at once; the caller wipes it.
    public byte[] toBytes() {
        byte[] kept = Arrays.copyOf(secret, Ed25519.SECRET_KEY_SIZE + Ed25519.PUBLIC_KEY_SIZE);
        System.arraycopy(open, 0, kept, Ed25519.SECRET_KEY_SIZE, Ed25519.PUBLIC_KEY_SIZE);
        return kept;
    }

    /// Raw, 32 bytes.
    public Bytes publicKey() {
        return Bytes.of(open);
    }

    /// 64 bytes over the purpose and the content.
    public Bytes sign(SignaturePurpose purpose, Bytes content) {
        byte[] signed = Signatures.signed(purpose, content);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(secret, 0, signed, 0, signed.length, signature, 0);
        return Bytes.of(signature);
    }

    /// Nothing of the secret.
    @Override
    public String toString() {
        return "DeviceKey[" + publicKey().hex() + "]";
    }
}
