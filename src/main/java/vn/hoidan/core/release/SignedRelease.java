package vn.hoidan.core.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.sync.Bytes;

/// A release as it goes from the machine where it was signed to the server, in a file: how the key came to be the
/// office's, the key, its signature, the list. Text, so that it can be looked at.
///
/// @param handovers from earlier keys of the office to this one
/// @param key       Ed25519, 32 bytes
/// @param signature of the list by the key
/// @param list      as {@link Release#toBytes} writes it
public record SignedRelease(List<KeyHandover> handovers, Bytes key, Bytes signature, Bytes list) {
    /// Ending of such files, without the dot.
    public static final String ENDING = "hoidan-release";
    private static final int LONGEST_HEAD = (KeyHandover.MOST + 4) * (2 * KeyHandover.BYTES + 32);
    /// A file with more bytes is none.
    public static final int MOST_BYTES = LONGEST_HEAD + Release.MOST_LIST_BYTES;
    private static final String FIRST_LINE = "hoidan signed release 1";
    private static final String HANDOVER = "handover ";
    private static final String KEY = "key ";
    private static final String SIGNATURE = "signature ";
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;

    public SignedRelease {
        handovers = List.copyOf(handovers);
        if (key.length() != KEY_BYTES || signature.length() != SIGNATURE_BYTES) {
            throw new IllegalArgumentException("key or signature of a release");
        }
    }

    /// As it stands in the file.
    public Bytes toBytes() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        handovers.forEach(each -> text.append(HANDOVER).append(KeyHandover.toBytes(List.of(each)).hex()).append('\n'));
        text.append(KEY).append(key.hex()).append('\n').append(SIGNATURE).append(signature.hex()).append("\n\n")
                .append(new String(list.toArray(), StandardCharsets.UTF_8));
        return Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Empty if it is not exactly what {@link #toBytes} writes.
    public static Optional<SignedRelease> parse(Bytes file) {
        if (file.length() > MOST_BYTES) {
            return Optional.empty();
        }
        String text = new String(file.toArray(), StandardCharsets.UTF_8);
        int blank = text.indexOf("\n\n");
        List<String> head = blank < 0 ? List.of() : text.substring(0, blank).lines().toList();
        if (head.size() < 3 || !head.getFirst().equals(FIRST_LINE) || !head.get(head.size() - 2).startsWith(KEY)
                || !head.getLast().startsWith(SIGNATURE)) {
            return Optional.empty();
        }
        try {
            List<KeyHandover> handovers = new ArrayList<>();
            for (String line : head.subList(1, head.size() - 2)) {
                Optional<List<KeyHandover>> one = line.startsWith(HANDOVER)
                        ? KeyHandover.parse(Bytes.ofHex(line.substring(HANDOVER.length()))) : Optional.empty();
                if (one.isEmpty() || one.get().size() != 1) {
                    return Optional.empty();
                }
                handovers.addAll(one.get());
            }
            SignedRelease read = new SignedRelease(handovers,
                    Bytes.ofHex(head.get(head.size() - 2).substring(KEY.length())),
                    Bytes.ofHex(head.getLast().substring(SIGNATURE.length())),
                    Bytes.of(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8)));
            return Optional.of(read).filter(same -> same.toBytes().equals(file));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
