package vn.hoidan.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.SignedVoucher;

/// A voucher as one line of letters, to be pasted into a message, kept in a file or drawn as a picture: the word
/// `HDS1.` and base64url (RFC 4648) of its message, compressed.
public final class VoucherText {
    /// Most characters that are looked at, blanks and line ends with them; a voucher has about 600.
    public static final int MOST_CHARACTERS = 8_000;
    private static final String BEGINNING = "HDS1.";

    private VoucherText() {
    }

    public static String of(SignedVoucher voucher) {
        return BEGINNING + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(Compression.deflate(Wire.of(voucher)));
    }

    /// As it was pasted, with the line ends and blanks that messages put in; empty if it is no whole voucher.
    public static Optional<SignedVoucher> read(String pasted) {
        if (pasted.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String letters = pasted.replaceAll("\\s", "");
        if (!letters.startsWith(BEGINNING)) {
            return Optional.empty();
        }
        try {
            byte[] compressed = Base64.getUrlDecoder()
                    .decode(letters.substring(BEGINNING.length()).getBytes(StandardCharsets.UTF_8));
            return Optional.of(Wire.signedVoucher(Compression.inflate(compressed, Wire.MOST_SMALL_MESSAGE_BYTES)));
        } catch (IllegalArgumentException | ProblemException unreadable) {
            return Optional.empty();
        }
    }
}
