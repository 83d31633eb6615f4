package vn.hoidan.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.Bytes;

/// Seals files to the office, each with a key of its own. A sealed file is its head and its blocks: the head is the
/// file's key, the SHA-256 of the content and its length (8 bytes), sealed as a record is ({@link RecordSeals}) with
/// `hoidan file 1` for a header; a block is 64 KiB of the content, the last one less, by AES-256-GCM with its tag. The
/// nonce is 1 for the last block and else 0 (1 byte), zeros, and the number of the block (4 bytes), so that no block
/// can be left out, moved or added; it may stand so, because a key is used for one file only.
///
/// The same key makes the same bytes again: a file can be sent on from any place without keeping it sealed.
public final class FileSeals {
    static final Bytes HEADER = Bytes.of("hoidan file 1".getBytes(StandardCharsets.UTF_8));
    /// Bytes of a head: what a sealed record body of 72 bytes is long.
    static final int HEAD_BYTES = 181;
    private static final int BLOCK_BYTES = 64 * 1024;
    private static final int TAG_BYTES = 16;
    private static final int SEALED_BLOCK_BYTES = BLOCK_BYTES + TAG_BYTES;
    private static final int NONCE_BYTES = 12;
    private static final int HASH_BYTES = 32;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private FileSeals() {
    }

    /// What a file is sealed with.
    ///
    /// @param head   first bytes of the sealed file
    /// @param secret key of the blocks, 32 bytes
    public record FileKey(Bytes head, Bytes secret) {
    }

    /// A head that was opened.
    ///
    /// @param hash   SHA-256 of the content
    /// @param length of the content in bytes
    record Head(Bytes secret, Bytes hash, long length) {
    }

    /// A new key for a file.
    ///
    /// @param recordKey the office's public key, X25519
    /// @param hash      SHA-256 of the content
    public static FileKey newKey(Bytes recordKey, Bytes hash, long length) {
        byte[] secret = new byte[DataKey.KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        Bytes told = Bytes.of(ByteBuffer.allocate(secret.length + HASH_BYTES + Long.BYTES).put(secret)
                .put(hash.toArray()).putLong(length).array());
        return new FileKey(RecordSeals.seal(recordKey, HEADER, told), Bytes.of(secret));
    }

    /// Bytes of a content once it is sealed.
    public static long sealedBytes(long length) {
        return HEAD_BYTES + length + TAG_BYTES * blocks(length);
    }

    private static long blocks(long length) {
        return Math.max(1, (length + BLOCK_BYTES - 1) / BLOCK_BYTES);
    }

    /// A piece of the sealed file. Only the blocks that it touches are sealed for it.
    ///
    /// @param from bytes before the piece
    /// @param most bytes of it; at the end of the file there are fewer
    public static Bytes piece(FileKey key, byte[] content, long from, int most) {
        int length = (int) Math.min(most, sealedBytes(content.length) - from);
        byte[] piece = new byte[length];
        int filled = 0;
        if (from < HEAD_BYTES) {
            filled = Math.min(length, (int) (HEAD_BYTES - from));
            System.arraycopy(key.head().toArray(), (int) from, piece, 0, filled);
        }
        while (filled < length) {
            long place = from + filled - HEAD_BYTES;
            byte[] block = block(key, content, (int) (place / SEALED_BLOCK_BYTES));
            int skipped = (int) (place % SEALED_BLOCK_BYTES);
            int taken = Math.min(length - filled, block.length - skipped);
            System.arraycopy(block, skipped, piece, filled, taken);
            filled += taken;
        }
        return Bytes.of(piece);
    }

    private static byte[] block(FileKey key, byte[] content, int number) {
        int begin = number * BLOCK_BYTES;
        int length = Math.min(BLOCK_BYTES, content.length - begin);
        try {
            return cipher(Cipher.ENCRYPT_MODE, key.secret(), number, begin + length == content.length)
                    .doFinal(content, begin, length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /// SHA-256 of the sealed file, its name on the way.
    public static Bytes hash(FileKey key, byte[] content) {
        MessageDigest digest = sha256();
        digest.update(key.head().toArray());
        for (int number = 0; number < blocks(content.length); number++) {
            digest.update(block(key, content, number));
        }
        return Bytes.of(digest.digest());
    }

    /// What the head tells to whom can open it.
    ///
    /// @throws ProblemException RECORD_NOT_GENUINE
    static Optional<Head> head(RecordKeys keys, InputStream sealed) throws IOException {
        byte[] head = sealed.readNBytes(HEAD_BYTES);
        if (head.length < HEAD_BYTES || !RecordSeals.isSealed(Bytes.of(head))) {
            return Optional.empty();
        }
        ByteBuffer told = ByteBuffer.wrap(keys.open(HEADER, Bytes.of(head)).toArray());
        if (told.remaining() != DataKey.KEY_BYTES + HASH_BYTES + Long.BYTES) {
            return Optional.empty();
        }
        byte[] secret = new byte[DataKey.KEY_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        told.get(secret).get(hash);
        return Optional.of(new Head(Bytes.of(secret), Bytes.of(hash), told.getLong()));
    }

    /// Opens the blocks behind a head; one block is in memory at a time.
    ///
    /// @return false if they are not what the head says; what was written until then is worth nothing
    static boolean open(Head head, InputStream blocks, OutputStream to) throws IOException {
        MessageDigest digest = sha256();
        long left = head.length();
        for (int number = 0; number < blocks(head.length()); number++) {
            int length = (int) Math.min(BLOCK_BYTES, left);
            byte[] block = blocks.readNBytes(length + TAG_BYTES);
            left -= length;
            try {
                byte[] plain = cipher(Cipher.DECRYPT_MODE, head.secret(), number, left == 0).doFinal(block);
                digest.update(plain);
                to.write(plain);
            } catch (GeneralSecurityException changed) {
                return false;
            }
        }
        return blocks.read() < 0 && Arrays.equals(digest.digest(), head.hash().toArray());
    }

    private static Cipher cipher(int mode, Bytes secret, int number, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).put((byte) (last ? 1 : 0))
                .putInt(NONCE_BYTES - Integer.BYTES, number).array();
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(secret.toArray(), "AES"),
                new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        return cipher;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
