package vn.hoidan.server.app.book;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import vn.hoidan.core.sync.Bytes;

/// The hash under which secrets are kept and contents are compared.
public final class Sha256 {

    private Sha256() {
    }

    /// The hash of a content, 32 bytes.
    public static Bytes of(Bytes content) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(content.toArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// Compares without telling by its time where the first difference is.
    public static boolean same(Bytes one, Bytes other) {
        return MessageDigest.isEqual(one.toArray(), other.toArray());
    }
}
