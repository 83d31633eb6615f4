package vn.hoidan.client.ui.question;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;

/// Writes a pasted picture as PNG (ISO/IEC 15948): 8 bits a channel, with transparency, rows unfiltered.
final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] EIGHT_BITS_WITH_ALPHA = {8, 6, 0, 0, 0};
    private static final int CHANNELS = 4;

    private PngWriter() {
    }

    static byte[] png(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(EIGHT_BITS_WITH_ALPHA).array());
        chunk(out, "IDAT", pixels(image, width, height));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] pixels(Image image, int width, int height) {
        PixelReader reader = image.getPixelReader();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] piece = new byte[64 * 1024];
        int[] row = new int[width];
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            for (int y = 0; y < height; y++) {
                reader.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
                deflater.setInput(bytes(row));
                while (!deflater.needsInput()) {
                    packed.write(piece, 0, deflater.deflate(piece));
                }
            }
            deflater.finish();
            while (!deflater.finished()) {
                packed.write(piece, 0, deflater.deflate(piece));
            }
        }
        return packed.toByteArray();
    }

    /// A row in PNG's order of channels, after a zero that says it is not filtered.
    private static byte[] bytes(int[] row) {
        byte[] line = new byte[1 + row.length * CHANNELS];
        int at = 1;
        for (int argb : row) {
            line[at++] = (byte) (argb >> 16);
            line[at++] = (byte) (argb >> 8);
            line[at++] = (byte) argb;
            line[at++] = (byte) (argb >> 24);
        }
        return line;
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) check.getValue()).array());
    }
}
