package vn.hoidan.vault;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.SignaturePurpose;

/// The key by which a device signs: Ed25519 (RFC 8032). It is kept as its 32 secret bytes and its 32 public ones, in a
/// store that seals them.
public final class DeviceKey {
    private static final int SECRET_BYTES = 32;

    private final PrivateKey privateKey;
    private final Bytes publicKey;

    private DeviceKey(PrivateKey privateKey, Bytes publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /// A new key.
    public static DeviceKey random() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(Signatures.ALGORITHM).generateKeyPair();
            return new DeviceKey(pair.getPrivate(), Signatures.raw(pair.getPublic()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }

    /// A key as {@link #toBytes} gave it.
    ///
    /// @throws IllegalArgumentException if it is none
    public static DeviceKey of(byte[] kept) {
        if (kept.length != SECRET_BYTES + Mate.KEY_BYTES) {
            throw new IllegalArgumentException("device key of " + kept.length + " bytes");
        }
        try {
            return new DeviceKey(Signatures.factory().generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519,
                    Arrays.copyOf(kept, SECRET_BYTES))),
                    Bytes.of(Arrays.copyOfRange(kept, SECRET_BYTES, kept.length)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("device key", unusable);
        }
    }

    /// To be sealed at once; the caller wipes it.
    public byte[] toBytes() {
        byte[] kept = Arrays.copyOf(((EdECPrivateKey) privateKey).getBytes().orElseThrow(),
                SECRET_BYTES + Mate.KEY_BYTES);
        System.arraycopy(publicKey.toArray(), 0, kept, SECRET_BYTES, Mate.KEY_BYTES);
        return kept;
    }

    /// Raw, 32 bytes.
    public Bytes publicKey() {
        return publicKey;
    }

    /// 64 bytes over the purpose and the content.
    public Bytes sign(SignaturePurpose purpose, Bytes content) {
        try {
            Signature signature = Signature.getInstance(Signatures.ALGORITHM);
            signature.initSign(privateKey);
            signature.update(Signatures.signed(purpose, content));
            return Bytes.of(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key that was made can sign", impossible);
        }
    }

    /// Nothing of the secret.
    @Override
    public String toString() {
        return "DeviceKey[" + publicKey.hex() + "]";
    }
}
