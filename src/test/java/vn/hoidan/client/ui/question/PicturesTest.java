package vn.hoidan.client.ui.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.ui.kit.UiThread;

final class PicturesTest {
    private static final long SEED = 7;

    @BeforeAll
    static void toolkit() {
        UiThread.start();
    }

    static WritableImage noise(int width, int height) {
        WritableImage image = new WritableImage(width, height);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getPixelWriter().setArgb(x, y, 0xFF000000 | random.nextInt(1 << 24));
            }
        }
        return image;
    }

    @Test
    void pastedPictureIsWrittenAsPngThatReadsTheSame() {
        WritableImage image = noise(301, 97);
        byte[] png = PngWriter.png(image);
        Image read = new Image(new ByteArrayInputStream(png));
        assertFalse(read.isError());
        for (int y = 0; y < 97; y++) {
            for (int x = 0; x < 301; x++) {
                assertEquals(image.getPixelReader().getArgb(x, y), read.getPixelReader().getArgb(x, y));
            }
        }
        assertEquals(Optional.of(new PictureSize(301, 97)), PictureSize.of(png));
    }

    @Test
    void readsTheSizeOfEachFormatFromItsFirstBytes() {
        assertEquals(Optional.of(new PictureSize(640, 480)), size("474946383961 8002 e001 00000000"));
        assertEquals(Optional.of(new PictureSize(640, 480)),
                size("424d 00000000 0000 0000 00000000 28000000 80020000 20feffff 0100"));
        assertEquals(Optional.of(new PictureSize(640, 480)),
                size("ffd8 ffe0 0004 0000 ffc4 0003 00 ffc2 0011 08 01e0 0280 03 000000"));
        assertEquals(Optional.empty(), size("ffd8ffe0"));
        assertEquals(Optional.empty(), size("ffd8 ffe0 ffff 0000 0000 0000 0000"));
        assertEquals(Optional.empty(), size("504b0304"));
    }

    @Test
    void smallFileThatUnpacksToGigabytesIsNotUnpacked() {
        Optional<PictureSize> bomb = size("89504e470d0a1a0a 0000000d 49484452 0000c350 0000c350 08060000");
        assertEquals(Optional.of(new PictureSize(50_000, 50_000)), bomb);
        assertFalse(bomb.orElseThrow().canBeUnpacked());
        assertFalse(size("89504e470d0a1a0a 0000000d 49484452 ffffffff 00000001 08060000").orElseThrow()
                .canBeUnpacked());
        assertTrue(new PictureSize(8160, 6120).canBeUnpacked());
    }

    private static Optional<PictureSize> size(String hex) {
        return PictureSize.of(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
