package vn.hoidan.core.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An interview in work, sealed to the office as a record is. It counts nowhere: it is kept until the interview is
/// completed, so that a lost laptop costs no more than the time since it last met somebody.
///
/// @param sealed opens with {@link #header} only
public record SealedDraft(DraftMark mark, Bytes sealed) {
    /// Most bytes of one.
    public static final int MOST_BYTES = 128 * 1024;
    private static final byte[] KIND = "hoidan draft 1".getBytes(StandardCharsets.UTF_8);

    public SealedDraft {
        if (sealed.length() > MOST_BYTES) {
            throw new IllegalArgumentException("draft of " + sealed.length() + " bytes");
        }
    }

    /// `hoidan draft 1`, the interview's id in UTF-8, the revision (4 bytes, big-endian).
    public static Bytes header(DraftMark mark) {
        byte[] id = mark.interview().asText().getBytes(StandardCharsets.UTF_8);
        return Bytes.of(ByteBuffer.allocate(KIND.length + id.length + Integer.BYTES).put(KIND).put(id)
                .putInt(mark.revision()).array());
    }
}
