package vn.hoidan.client.ui.kit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/// Writes what a scene shows as a PNG file, without the desktop toolkit of Java.
public final class Snapshot {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS_PER_CHANNEL = 8;
    private static final int RGB = 2;

    private Snapshot() {
    }

    /// Call it on the window's thread.
    ///
    /// @throws IOException if the file cannot be written
    public static void write(Scene scene, Path file) throws IOException {
        UiThread.requireHere();
        WritableImage image = scene.snapshot(new WritableImage((int) scene.getWidth(), (int) scene.getHeight()));
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.write(file, png(image.getPixelReader(), (int) image.getWidth(), (int) image.getHeight()));
    }

    private static byte[] png(PixelReader pixels, int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {BITS_PER_CHANNEL, RGB, 0, 0, 0});
        chunk(file, "IHDR", header.toByteArray());
        chunk(file, "IDAT", rows(pixels, width, height));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] rows(PixelReader pixels, int width, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            byte[] row = new byte[1 + 3 * width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int colour = pixels.getArgb(x, y);
                    row[1 + 3 * x] = (byte) (colour >> 16);
                    row[2 + 3 * x] = (byte) (colour >> 8);
                    row[3 + 3 * x] = (byte) colour;
                }
                out.write(row);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] body) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(body);
        out.writeInt(body.length);
        out.write(name);
        out.write(body);
        out.writeInt((int) sum.getValue());
    }
}
