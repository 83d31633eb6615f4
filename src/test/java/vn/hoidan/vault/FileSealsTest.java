package vn.hoidan.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.support.Samples;

class FileSealsTest {
    private static final int BLOCK = 64 * 1024;

    @TempDir
    private Path folder;
    private RecordKeys keys;

    @BeforeEach
    void open() {
        keys = RecordKeys.openOrCreate(folder);
    }

    @Test
    void opensFilesOfEveryLengthAroundItsBlocks() throws IOException {
        for (int length : new int[] {1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 3 * BLOCK + 17}) {
            byte[] content = Samples.bytes(length, length).toArray();
            byte[] sealed = sealed(content);
            assertEquals(FileSeals.sealedBytes(length), sealed.length);
            ByteArrayOutputStream opened = new ByteArrayOutputStream();
            assertTrue(keys.open(new ByteArrayInputStream(sealed), opened), "length " + length);
            assertArrayEquals(content, opened.toByteArray());
        }
    }

    @Test
    void makesTheSameBytesFromAnyPlace() throws Exception {
        byte[] content = Samples.bytes(3 * BLOCK + 99, 4).toArray();
        FileSeals.FileKey key = key(content);
        byte[] whole = sealed(key, content);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int time = 0; time < 60; time++) {
            int from = random.nextInt(whole.length + 1);
            int most = 1 + random.nextInt(whole.length);
            assertEquals(Bytes.of(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + most))),
                    FileSeals.piece(key, content, from, most), "seed " + seed);
        }
        assertEquals(Bytes.of(MessageDigest.getInstance("SHA-256").digest(whole)), FileSeals.hash(key, content));
    }

    @Test
    void refusesAFileThatWasChangedCutOrPutTogetherAnew() throws IOException {
        byte[] content = Samples.bytes(2 * BLOCK + 40, 5).toArray();
        byte[] sealed = sealed(content);
        for (int place = 0; place < sealed.length; place += 1997) {
            byte[] changed = sealed.clone();
            changed[place] ^= 0x10;
            assertFalse(opens(changed), "changed at " + place);
            assertFalse(opens(Arrays.copyOf(sealed, place)), "cut at " + place);
        }
        assertFalse(opens(Arrays.copyOf(sealed, sealed.length + 1)), "longer");
        int head = FileSeals.HEAD_BYTES;
        int block = BLOCK + 16;
        byte[] exchanged = sealed.clone();
        System.arraycopy(sealed, head, exchanged, head + block, block);
        System.arraycopy(sealed, head + block, exchanged, head, block);
        assertFalse(opens(exchanged), "blocks in another order");
        byte[] without = Arrays.copyOf(sealed, sealed.length - block);
        System.arraycopy(sealed, head + block, without, head, sealed.length - head - block);
        assertFalse(opens(without), "without its first block");
    }

    @Test
    void coversTheSameContentBySameNameAndTellsNothingOfIt() throws IOException {
        byte[] content = Samples.bytes(500, 6).toArray();
        Bytes hash = AttachmentName.of(Bytes.of(content), "").hash();
        Bytes cover = keys.coverOf(new ByteArrayInputStream(sealed(content))).orElseThrow();
        assertEquals(keys.cover(hash), cover);
        assertEquals(cover, keys.coverOf(new ByteArrayInputStream(sealed(content))).orElseThrow());
        assertNotEquals(hash, cover);
        keys.renew();
        RecordKeys later = RecordKeys.openOrCreate(folder);
        assertEquals(cover, later.cover(hash), "the name holds when the keys are renewed");
        assertEquals(cover, later.coverOf(new ByteArrayInputStream(sealed(content))).orElseThrow());
        assertNotEquals(cover, RecordKeys.openOrCreate(folder.resolve("other")).cover(hash));
    }

    @Test
    void doesNotOpenForAnotherOffice() {
        byte[] sealed = sealed(Samples.bytes(100, 7).toArray());
        RecordKeys other = RecordKeys.openOrCreate(folder.resolve("other"));
        assertThrows(ProblemException.class, () -> other.open(new ByteArrayInputStream(sealed),
                new ByteArrayOutputStream()));
    }

    private boolean opens(byte[] sealed) {
        try {
            return keys.open(new ByteArrayInputStream(sealed), new ByteArrayOutputStream());
        } catch (ProblemException | IOException refused) {
            return false;
        }
    }

    private byte[] sealed(byte[] content) {
        return sealed(key(content), content);
    }

    private static byte[] sealed(FileSeals.FileKey key, byte[] content) {
        return FileSeals.piece(key, content, 0, Integer.MAX_VALUE).toArray();
    }

    private FileSeals.FileKey key(byte[] content) {
        return FileSeals.newKey(keys.current(), AttachmentName.of(Bytes.of(content), "").hash(), content.length);
    }
}
