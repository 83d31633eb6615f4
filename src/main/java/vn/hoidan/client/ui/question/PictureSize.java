package vn.hoidan.client.ui.question;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import vn.hoidan.client.app.store.PictureFormat;

/// Pixels of a picture as its first bytes tell, so that a small file that unpacks to gigabytes is never unpacked.
record PictureSize(long width, long height) {
    /// A photograph of 50 megapixels, the largest that common telephones make.
    static final long MOST_PIXELS = 50_000_000;
    private static final int PNG_WIDTH_AT = 16;
    private static final int GIF_WIDTH_AT = 6;
    private static final int BMP_WIDTH_AT = 18;

    boolean canBeUnpacked() {
        return width > 0 && height > 0 && width <= MOST_PIXELS && height <= MOST_PIXELS
                && width * height <= MOST_PIXELS;
    }

    static Optional<PictureSize> of(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        ByteBuffer little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return PictureFormat.of(content).flatMap(format -> switch (format) {
            case PNG -> content.length < PNG_WIDTH_AT + 8 ? Optional.empty() : Optional.of(
                    new PictureSize(bytes.getInt(PNG_WIDTH_AT), bytes.getInt(PNG_WIDTH_AT + 4)));
            case GIF -> content.length < GIF_WIDTH_AT + 4 ? Optional.empty() : Optional.of(new PictureSize(
                    Short.toUnsignedInt(little.getShort(GIF_WIDTH_AT)),
                    Short.toUnsignedInt(little.getShort(GIF_WIDTH_AT + 2))));
            case BMP -> content.length < BMP_WIDTH_AT + 8 ? Optional.empty() : Optional.of(new PictureSize(
                    little.getInt(BMP_WIDTH_AT), Math.abs((long) little.getInt(BMP_WIDTH_AT + 4))));
            case JPEG -> jpeg(bytes);
        });
    }

    /// Goes from segment to segment to the one that tells the frame's size (markers C0 to CF but C4, C8 and CC).
    private static Optional<PictureSize> jpeg(ByteBuffer bytes) {
        int at = 2;
        while (at + 9 < bytes.limit() && (bytes.get(at) & 0xFF) == 0xFF) {
            int marker = bytes.get(at + 1) & 0xFF;
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return Optional.of(new PictureSize(Short.toUnsignedInt(bytes.getShort(at + 7)),
                        Short.toUnsignedInt(bytes.getShort(at + 5))));
            }
            at += marker == 0xFF ? 1 : 2 + Short.toUnsignedInt(bytes.getShort(at + 2));
        }
        return Optional.empty();
    }
}
