package vn.hoidan.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import vn.hoidan.core.sync.Bytes;

/// Seals the contents of records to the office: HPKE (RFC 9180) in base mode with X25519, HKDF-SHA256 and
/// ChaCha20-Poly1305, the record's header as associated data. A sealed body is the version (1 byte, 2), the name of the
/// key (4 bytes), the encapsulated key (32 bytes), the sealed text and its tag (16 bytes). Contents are filled up to
/// full blocks first, so that their length does not tell answers.
public final class RecordSeals {
    /// First byte of a sealed body; bodies of version 1 are not sealed and begin with 0x78 (RFC 1950).
    static final byte VERSION = 2;
    static final int KEY_NAME_BYTES = 4;
    private static final int BLOCK_BYTES = 64;
    private static final byte END_OF_CONTENT = (byte) 0x80;
    private static final int ENCAPSULATED_BYTES = 32;
    private static final int TAG_BYTES = 16;
    private static final int BEFORE_SEALED = 1 + KEY_NAME_BYTES + ENCAPSULATED_BYTES;
    private static final byte[] CONTEXT = "hoidan record 2".getBytes(StandardCharsets.UTF_8);

    private RecordSeals() {
    }

    /// @param recordKey the office's public key, X25519
    /// @param header    with which alone it opens
    /// @throws IllegalArgumentException if the key cannot be used
    public static Bytes seal(Bytes recordKey, Bytes header, Bytes content) {
        try {
            HPKE hpke = hpke();
            byte[][] sealed = hpke.seal(hpke.deserializePublicKey(recordKey.toArray()), CONTEXT, header.toArray(),
                    filled(content.toArray()), null, null, null);
            return Bytes.of(ByteBuffer.allocate(BEFORE_SEALED + sealed[0].length).put(VERSION)
                    .put(name(recordKey)).put(sealed[1]).put(sealed[0]).array());
        } catch (InvalidCipherTextException | RuntimeException unusable) {
            throw new IllegalArgumentException("record key", unusable);
        }
    }

    /// True for a body that a key is needed for.
    public static boolean isSealed(Bytes body) {
        return body.length() > 0 && body.toArray()[0] == VERSION;
    }

    /// @throws InvalidCipherTextException if the body was not sealed for this key and header, or is cut
    static Bytes open(AsymmetricCipherKeyPair pair, Bytes header, byte[] body) throws InvalidCipherTextException {
        if (body.length < BEFORE_SEALED + TAG_BYTES) {
            throw new InvalidCipherTextException("cut");
        }
        try {
            return content(hpke().open(Arrays.copyOfRange(body, 1 + KEY_NAME_BYTES, BEFORE_SEALED), pair, CONTEXT,
                    header.toArray(), Arrays.copyOfRange(body, BEFORE_SEALED, body.length), null, null, null));
        } catch (IllegalStateException | IllegalArgumentException noPoint) {
            throw new InvalidCipherTextException("encapsulated key", noPoint);
        }
    }

    /// By which a body says to whom it is sealed: the first bytes of the SHA-256 of the public key.
    static byte[] name(Bytes recordKey) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(recordKey.toArray()), KEY_NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static byte[] nameIn(byte[] body) {
        return Arrays.copyOfRange(body, 1, 1 + KEY_NAME_BYTES);
    }

    static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }

    /// The content, 0x80, zeros to the next full block (ISO/IEC 7816-4).
    private static byte[] filled(byte[] content) {
        byte[] filled = Arrays.copyOf(content, (content.length / BLOCK_BYTES + 1) * BLOCK_BYTES);
        filled[content.length] = END_OF_CONTENT;
        return filled;
    }

    private static Bytes content(byte[] filled) throws InvalidCipherTextException {
        int end = filled.length - 1;
        while (end >= 0 && filled[end] == 0) {
            end--;
        }
        if (end < 0 || filled[end] != END_OF_CONTENT) {
            throw new InvalidCipherTextException("no end of the content");
        }
        return Bytes.of(Arrays.copyOf(filled, end));
    }
}
