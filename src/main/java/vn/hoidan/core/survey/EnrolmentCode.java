package vn.hoidan.core.survey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// What the office hands to a person so that a laptop can be enrolled: a secret that works once, the beginning of the
/// fingerprint of the server's certificate, and two bytes that catch slips of the keyboard. Written as nine groups of
/// five characters without I, L, O and U (Crockford's base 32).
///
/// @param secret      10 random bytes
/// @param fingerprint first 16 bytes of the SHA-256 of the certificate
public record EnrolmentCode(byte[] secret, byte[] fingerprint) {
    public static final int SECRET_BYTES = 10;
    public static final int FINGERPRINT_BYTES = 16;
    private static final int CHECK_BYTES = 2;
    private static final int ALL_BYTES = SECRET_BYTES + FINGERPRINT_BYTES + CHECK_BYTES;
    private static final int BITS = CodeSymbols.BITS;
    private static final int GROUP = 5;
    private static final int CHARACTERS = (ALL_BYTES * 8 + BITS - 1) / BITS;

    public EnrolmentCode {
        if (secret.length != SECRET_BYTES || fingerprint.length != FINGERPRINT_BYTES) {
            throw new IllegalArgumentException("enrolment code: wrong lengths");
        }
        secret = secret.clone();
        fingerprint = fingerprint.clone();
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public byte[] fingerprint() {
        return fingerprint.clone();
    }

    /// As handed out: `XXXXX-XXXXX-…`.
    public String asText() {
        byte[] all = new byte[ALL_BYTES];
        System.arraycopy(secret, 0, all, 0, SECRET_BYTES);
        System.arraycopy(fingerprint, 0, all, SECRET_BYTES, FINGERPRINT_BYTES);
        System.arraycopy(check(all), 0, all, SECRET_BYTES + FINGERPRINT_BYTES, CHECK_BYTES);
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < CHARACTERS; index++) {
            if (index > 0 && index % GROUP == 0) {
                text.append('-');
            }
            int value = 0;
            for (int bit = index * BITS; bit < (index + 1) * BITS; bit++) {
                value = value << 1 | (bit < ALL_BYTES * 8 ? all[bit / 8] >> 7 - bit % 8 & 1 : 0);
            }
            text.append(CodeSymbols.symbol(value));
        }
        return text.toString();
    }

    /// Reads a code as typed or pasted: any case, spaces and hyphens anywhere, O for 0, I and L for 1. Empty when it
    /// cannot be one or has a slip in it.
    public static Optional<EnrolmentCode> parse(String typed) {
        String text = CodeSymbols.plain(typed).replaceAll("[\\s-]", "");
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        byte[] all = new byte[ALL_BYTES];
        for (int index = 0; index < CHARACTERS; index++) {
            int value = CodeSymbols.value(text.charAt(index));
            if (value < 0) {
                return Optional.empty();
            }
            for (int place = 0; place < BITS; place++) {
                int bit = index * BITS + place;
                boolean set = (value >> BITS - 1 - place & 1) == 1;
                if (set && bit >= ALL_BYTES * 8) {
                    return Optional.empty();
                }
                if (set) {
                    all[bit / 8] |= (byte) (1 << 7 - bit % 8);
                }
            }
        }
        int end = SECRET_BYTES + FINGERPRINT_BYTES;
        if (!Arrays.equals(check(all), Arrays.copyOfRange(all, end, ALL_BYTES))) {
            return Optional.empty();
        }
        return Optional.of(new EnrolmentCode(Arrays.copyOf(all, SECRET_BYTES),
                Arrays.copyOfRange(all, SECRET_BYTES, end)));
    }

    private static byte[] check(byte[] all) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(all, 0, SECRET_BYTES + FINGERPRINT_BYTES);
            return Arrays.copyOf(digest.digest(), CHECK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnrolmentCode code && Arrays.equals(secret, code.secret)
                && Arrays.equals(fingerprint, code.fingerprint);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret) * 31 + Arrays.hashCode(fingerprint);
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "EnrolmentCode[hidden]";
    }
}
