package vn.hoidan.core.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash that records are chained with and files are named by.
final class Sha256 {
    private Sha256() {
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
