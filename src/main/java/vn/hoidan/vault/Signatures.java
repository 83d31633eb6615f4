package vn.hoidan.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;

/// Checks what devices signed. Bouncy Castle's Ed25519 takes a quarter of the time that the JDK's does, and the server
/// checks every record.
public final class Signatures {
    /// Bytes of a signature.
    public static final int SIGNATURE_BYTES = Ed25519.SIGNATURE_SIZE;
    private static final String WORDS = "hoidan signature 1 ";

    private Signatures() {
    }

    /// True if the device with this key signed exactly this for exactly this purpose. Whatever else the bytes are, the
    /// answer is false.
    ///
    /// @param publicKey raw, 32 bytes
    public static boolean verify(Bytes publicKey, SignaturePurpose purpose, Bytes content, Bytes signature) {
        if (publicKey.length() != Ed25519.PUBLIC_KEY_SIZE || signature.length() != SIGNATURE_BYTES) {
            return false;
        }
        byte[] signed = signed(purpose, content);
        return Ed25519.verify(signature.toArray(), 0, publicKey.toArray(), 0, signed, 0, signed.length);
    }

    /// Length of the words that say what is signed (4 bytes), those words in UTF-8, content.
    static byte[] signed(SignaturePurpose purpose, Bytes content) {
        byte[] words = (WORDS + purpose.code()).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + words.length + content.length()).putInt(words.length).put(words)
                .put(content.toArray()).array();
    }
}
