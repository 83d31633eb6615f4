package vn.hoidan.client.app;

import java.util.Arrays;
import java.util.Optional;
import vn.hoidan.core.sync.Bytes;

/// Kinds of picture that the program can show, told by the first bytes of the content and not by the file's name.
public enum PictureFormat {
    JPEG("jpg", "ffd8ff"),
    PNG("png", "89504e470d0a1a0a"),
    GIF("gif", "47494638"),
    BMP("bmp", "424d");

    private final String ending;
    private final Bytes signature;

    PictureFormat(String ending, String signature) {
        this.ending = ending;
        this.signature = Bytes.ofHex(signature);
    }

    /// Ending of such a file's name, without a dot.
    public String ending() {
        return ending;
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
