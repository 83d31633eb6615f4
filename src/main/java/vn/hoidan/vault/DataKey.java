package vn.hoidan.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;

/// The key that a person's data is sealed with: AES-256-GCM with a random nonce, laid out as nonce (12 bytes), sealed
/// text, tag (16 bytes). Safe for several threads. Random nonces are sound up to 2^32 seals with one key (NIST
/// SP 800-38D, section 8.3), far beyond what one laptop writes.
public final class DataKey implements AutoCloseable {
    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int TAG_BYTES = TAG_BITS / 8;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final byte[] key;
    private final SecureRandom random;
    private volatile boolean closed;

    private DataKey(byte[] key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /// A new key.
    public static DataKey random(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new DataKey(key, random);
    }

    /// Takes the bytes over: the caller forgets them.
    static DataKey of(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("key of " + key.length + " bytes");
        }
        return new DataKey(key, random);
    }

    /// @param context where the sealed bytes belong, such as table and row: they open with the same context only, so
    ///                nobody can move them elsewhere
    public Bytes seal(byte[] plain, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return Bytes.of(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED if the bytes were changed, cut, moved from another
    ///                                                 context or sealed with another key
    public byte[] open(Bytes sealed, String context) {
        byte[] content = sealed.toArray();
        if (content.length < NONCE_BYTES + TAG_BYTES) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", context).exception();
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, content, context)
                    .doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES);
        } catch (AEADBadTagException changed) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", context).exception(changed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        if (closed) {
            throw new IllegalStateException("the key is closed");
        }
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// The key itself, for wrapping only; the caller wipes it.
    byte[] bytes() {
        return key.clone();
    }

    /// Wipes the key. Copies that the JDK made inside a cipher go with the garbage.
    @Override
    public void close() {
        closed = true;
        Arrays.fill(key, (byte) 0);
    }

    /// Nothing of the key.
    @Override
    public String toString() {
        return "DataKey[hidden]";
    }
}
