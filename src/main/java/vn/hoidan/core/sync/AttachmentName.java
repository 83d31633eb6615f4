package vn.hoidan.core.sync;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a file or picture kept with an interview, which is the answer to its question: `9f86…0a08.jpg`. It is
/// made of the content, so that the same content has one name, and two contents never share one.
///
/// @param hash   SHA-256 of the content
/// @param ending without a dot, small Latin letters and digits only; may be empty
public record AttachmentName(Bytes hash, String ending) {
    private static final int HASH_BYTES = 32;
    private static final int MOST_ENDING_CHARACTERS = 8;
    private static final Pattern ENDING = Pattern.compile("[a-z0-9]{0," + MOST_ENDING_CHARACTERS + "}");
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{" + 2 * HASH_BYTES + "})(?:\\.([a-z0-9]{1,"
            + MOST_ENDING_CHARACTERS + "}))?");

    public AttachmentName {
        if (hash.length() != HASH_BYTES || !ENDING.matcher(ending).matches()) {
            throw new IllegalArgumentException("no name of an attachment: ending " + ending);
        }
    }

    /// @param ending what the file's name ended in; anything but plain letters and digits is left out
    public static AttachmentName of(Bytes content, String ending) {
        String small = ending.toLowerCase(Locale.ROOT);
        return new AttachmentName(Bytes.of(Sha256.digest().digest(content.toArray())),
                ENDING.matcher(small).matches() ? small : "");
    }

    /// Reads a name as {@link #asText} writes it; empty for any other answer.
    public static Optional<AttachmentName> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches() ? Optional.of(new AttachmentName(Bytes.ofHex(matcher.group(1)),
                matcher.group(2) == null ? "" : matcher.group(2))) : Optional.empty();
    }

    public String asText() {
        return ending.isEmpty() ? hash.hex() : hash.hex() + "." + ending;
    }
}
