package vn.hoidan.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.core.sync.SignaturePurpose;

/// Checks what devices signed.
public final class Signatures {
    static final String ALGORITHM = "Ed25519";
    private static final String WORDS = "hoidan signature 1 ";
    /// Bytes of a signature.
    public static final int SIGNATURE_BYTES = 64;
    /// What stands before the 32 bytes of a public key in its encoding (RFC 8410).
    private static final byte[] ENCODED = HexFormat.of().parseHex("302a300506032b6570032100");

    private Signatures() {
    }

    /// True if the device with this key signed exactly this for exactly this purpose. Whatever else the bytes are, the
    /// answer is false.
    ///
    /// @param publicKey raw, 32 bytes
    public static boolean verify(Bytes publicKey, SignaturePurpose purpose, Bytes content, Bytes signature) {
        if (publicKey.length() != Mate.KEY_BYTES || signature.length() != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key(publicKey));
            check.update(signed(purpose, content));
            return check.verify(signature.toArray());
        } catch (GeneralSecurityException noKeyOrNoSignature) {
            return false;
        }
    }

    /// Length of the words that say what is signed (4 bytes), those words in UTF-8, content.
    static byte[] signed(SignaturePurpose purpose, Bytes content) {
        byte[] words = (WORDS + purpose.code()).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + words.length + content.length()).putInt(words.length).put(words)
                .put(content.toArray()).array();
    }

    static Bytes raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Bytes.of(Arrays.copyOfRange(encoded, ENCODED.length, encoded.length));
    }

    private static PublicKey key(Bytes raw) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(ENCODED, ENCODED.length + Mate.KEY_BYTES);
        System.arraycopy(raw.toArray(), 0, encoded, ENCODED.length, Mate.KEY_BYTES);
        return factory().generatePublic(new X509EncodedKeySpec(encoded));
    }

    static KeyFactory factory() throws NoSuchAlgorithmException {
        return KeyFactory.getInstance(ALGORITHM);
    }
}
