package vn.hoidan.client.app.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.sync.Bytes;

/// Kinds of picture that the program can show, told by the first bytes of the content and not by the file's name.
public enum PictureFormat {
    JPEG("ffd8ff", "jpg", "jpeg"),
    PNG("89504e470d0a1a0a", "png"),
    GIF("47494638", "gif"),
    BMP("424d", "bmp");

    private final Bytes signature;
    private final List<String> endings;

    PictureFormat(String signature, String... endings) {
        this.signature = Bytes.ofHex(signature);
        this.endings = List.of(endings);
    }

    /// Endings of such files' names, without a dot; the first is the one they are kept under.
    public List<String> endings() {
        return endings;
    }

    public static Optional<PictureFormat> of(byte[] content) {
        for (PictureFormat format : values()) {
            byte[] signature = format.signature.toArray();
            if (content.length > signature.length
                    && Arrays.equals(content, 0, signature.length, signature, 0, signature.length)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
