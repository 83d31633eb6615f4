package vn.hoidan.server.app.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.AttachmentName;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState;
import vn.hoidan.core.sync.AttachmentState.Stage;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.TestPlaces;
import vn.hoidan.server.app.book.AttachmentFiles;
import vn.hoidan.server.app.book.Attachments;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.store.AttachmentFolder;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.FileSeals;
import vn.hoidan.vault.RecordKeys;

public class AttachmentDeskTest {
    private static final String DEVICE = "d-1";
    private static final Instant NOW = Instant.parse("2024-11-04T01:00:00Z");

    @TempDir
    private Path folder;
    private RecordKeys keys;
    private CentralStore store;
    private AttachmentFolder files;
    private AttachmentDesk desk;

    @BeforeEach
    void open() {
        keys = RecordKeys.openOrCreate(folder.resolve("identity"));
        store = TestPlaces.at(folder.resolve("office.db")).open();
        files = new AttachmentFolder(folder.resolve("attachments"), keys);
        desk = new AttachmentDesk(store, files, () -> NOW);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// A sealed file as a laptop has it.
    private record Sealed(byte[] content, byte[] bytes, Bytes hash) {
        AttachmentPiece piece(long offset, int most) {
            return new AttachmentPiece(hash, bytes.length, offset, Bytes.of(Arrays.copyOfRange(bytes, (int) offset,
                    (int) Math.min(bytes.length, offset + most))));
        }
    }

    private Sealed sealed(int length, int fill) {
        return sealed(keys, length, fill);
    }

    private static Sealed sealed(RecordKeys to, int length, int fill) {
        byte[] content = Samples.bytes(length, fill).toArray();
        FileSeals.FileKey key = FileSeals.newKey(to.current(), AttachmentName.of(Bytes.of(content), "").hash(),
                length);
        return new Sealed(content, FileSeals.piece(key, content, 0, Integer.MAX_VALUE).toArray(),
                FileSeals.hash(key, content));
    }

    private AttachmentState send(String device, Sealed file) {
        AttachmentState state = desk.state(device, file.hash());
        while (state.stage() == Stage.PART) {
            state = desk.take(device, file.piece(state.held(), AttachmentPiece.MOST_BYTES));
        }
        return state;
    }

    @Test
    void keepsAFileThatComesInPiecesTwiceAndInAnyOrder() {
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        Sealed file = sealed(700_000, 3);
        AttachmentState state = desk.state(DEVICE, file.hash());
        assertEquals(new AttachmentState(file.hash(), 0, Stage.PART), state);
        int pieces = 0;
        while (state.stage() == Stage.PART) {
            long held = state.held();
            // mostly where the file stands, now and then before it or far behind it
            long offset = random.nextInt(4) > 0 ? held : random.nextInt(file.bytes().length);
            state = desk.take(DEVICE, file.piece(offset, 1 + random.nextInt(90_000)));
            assertTrue(state.held() >= held, "seed " + seed);
            assertTrue(pieces++ < 10_000, "seed " + seed);
        }
        assertEquals(new AttachmentState(file.hash(), file.bytes().length, Stage.STORED), state, "seed " + seed);
        assertEquals(state, desk.take(DEVICE, file.piece(0, 1000)), "what comes again changes nothing");
        assertOpens(file);
        assertEquals(List.of(file.hash().hex()), names());
    }

    @Test
    void leavesAPieceAloneThatDoesNotFollow() {
        Sealed file = sealed(5000, 4);
        assertEquals(0, desk.take(DEVICE, file.piece(1000, 500)).held());
        assertEquals(800, desk.take(DEVICE, file.piece(0, 800)).held());
        assertEquals(800, desk.take(DEVICE, file.piece(801, 500)).held());
        assertEquals(900, desk.take(DEVICE, file.piece(500, 400)).held());
    }

    @Test
    void beginsAnewWhenAFileIsNotWhatItsHashSays() {
        Sealed file = sealed(5000, 5);
        byte[] wrong = file.bytes().clone();
        wrong[3000] ^= 1;
        AttachmentState state = desk.take(DEVICE, new AttachmentPiece(file.hash(), wrong.length, 0, Bytes.of(wrong)));
        assertEquals(new AttachmentState(file.hash(), 0, Stage.PART), state);
        assertEquals(List.of(), names());
        assertEquals(Stage.STORED, send(DEVICE, file).stage());
        assertOpens(file);
    }

    @Test
    void doesNotMixWhatTwoLaptopsSendUnderOneHash() {
        Sealed file = sealed(5000, 6);
        byte[] wrong = new byte[2000];
        desk.take("d-2", new AttachmentPiece(file.hash(), file.bytes().length, 0, Bytes.of(wrong)));
        assertEquals(0, desk.state(DEVICE, file.hash()).held());
        assertEquals(Stage.STORED, send(DEVICE, file).stage());
        assertEquals(Stage.STORED, desk.state("d-2", file.hash()).stage());
    }

    @Test
    void keepsOneFileWhenTwoLaptopsSendTheSameContent() {
        Sealed first = sealed(9000, 7);
        Sealed second = sealed(9000, 7);
        assertFalse(first.hash().equals(second.hash()), "each is sealed with a key of its own");
        send(DEVICE, first);
        assertEquals(Stage.STORED, send("d-2", second).stage());
        assertEquals(List.of(first.hash().hex()), names());
        assertEquals(Stage.STORED, desk.state("d-2", second.hash()).stage());
        store.write(central -> {
            central.attachments().safe(first.hash());
            return null;
        });
        assertEquals(Stage.SAFE, desk.state("d-2", second.hash()).stage());
    }

    @Test
    void goesOnWithAFileThatWasWholeWhenTheServerStopped() throws IOException {
        Sealed file = sealed(3000, 8);
        Files.createDirectories(folder.resolve("attachments"));
        // in its place, and not yet in the book
        Files.write(folder.resolve("attachments").resolve(file.hash().hex()), file.bytes());
        AttachmentState state = desk.state(DEVICE, file.hash());
        assertEquals(new AttachmentState(file.hash(), file.bytes().length, Stage.PART), state);
        assertEquals(Stage.STORED, desk.take(DEVICE, file.piece(state.held(), 1)).stage());
    }

    @Test
    void takesNoFileWhoseLaptopHasSentTooMuch() {
        store.write(central -> {
            central.attachments().add(new Attachments.Entry(Samples.bytes(32, 1), Samples.bytes(32, 1),
                    Optional.empty(), AttachmentDesk.MOST_BYTES_OF_A_DEVICE - 4000, DEVICE, NOW, false));
            return null;
        });
        Sealed file = sealed(5000, 9);
        assertNoRoom(file);
        assertEquals(Stage.STORED, send("d-2", file).stage(), "another laptop's are taken");
    }

    @Test
    void takesNoMorePartsThanThereIsRoomFor() throws IOException {
        Files.createDirectories(folder.resolve("attachments"));
        try (var big = new java.io.RandomAccessFile(folder.resolve("attachments").resolve(
                DEVICE + "." + "0".repeat(64) + ".part").toFile(), "rw")) {
            // sparse: nothing is written
            big.setLength(AttachmentDesk.MOST_PART_BYTES_OF_A_DEVICE);
        }
        assertNoRoom(sealed(5000, 10));
    }

    @Test
    void tellsThatTheDiskOfTheOfficeIsFull() {
        AttachmentDesk full = new AttachmentDesk(store, new FullDisk(files), () -> NOW);
        Sealed file = sealed(5000, 11);
        assertEquals(ProblemKind.ATTACHMENT_NO_ROOM, assertThrows(ProblemException.class,
                () -> full.take(DEVICE, file.piece(0, 100))).problem().kind());
        assertEquals(List.of(), names());
    }

    @Test
    void refusesPiecesThatNoFileHas() {
        Bytes hash = Samples.bytes(32, 1);
        Bytes content = Samples.bytes(10, 1);
        assertThrows(IllegalArgumentException.class, () -> new AttachmentPiece(hash, 9, 0, content));
        assertThrows(IllegalArgumentException.class, () -> new AttachmentPiece(hash, 100, 91, content));
        assertThrows(IllegalArgumentException.class, () -> new AttachmentPiece(hash, 100, -1, content));
        assertThrows(IllegalArgumentException.class, () -> new AttachmentPiece(hash,
                AttachmentPiece.MOST_FILE_BYTES + 1, 0, content));
        assertThrows(IllegalArgumentException.class, () -> new AttachmentPiece(Samples.bytes(31, 1), 100, 0, content));
        assertThrows(IllegalArgumentException.class, () -> new AttachmentPiece(hash, AttachmentPiece.MOST_FILE_BYTES,
                0, Samples.bytes(AttachmentPiece.MOST_BYTES + 1, 1)));
    }

    @Test
    void keepsAFileThatDoesNotOpenAndCallsItByNoContent() {
        byte[] noise = Samples.bytes(400, 12).toArray();
        Bytes hash = AttachmentName.of(Bytes.of(noise), "").hash();
        AttachmentState state = desk.take(DEVICE, new AttachmentPiece(hash, noise.length, 0, Bytes.of(noise)));
        assertEquals(Stage.STORED, state.stage());
        assertEquals(Optional.empty(), store.read(central -> central.attachments().find(hash)).orElseThrow().cover());
    }

    @Test
    void opensAFileOnceTheKeyToWhichItWasSealedIsHereAgain(@TempDir Path copy) {
        Sealed file = sealed(RecordKeys.openOrCreate(copy), 5000, 13);
        assertEquals(Stage.STORED, send(DEVICE, file).stage());
        Bytes content = AttachmentName.of(Bytes.of(file.content()), "").hash();
        ByteArrayOutputStream opened = new ByteArrayOutputStream();
        assertFalse(desk.open(content, opened));
        assertEquals(0, desk.openAgain());
        assertEquals(1, keys.adopt(copy));
        assertEquals(1, desk.openAgain());
        assertTrue(desk.open(content, opened));
        assertArrayEquals(file.content(), opened.toByteArray());
        assertEquals(0, desk.openAgain());
    }

    /// A disk with no more room than is left for records.
    private record FullDisk(AttachmentFiles files) implements AttachmentFiles {
        @Override
        public long room() {
            return AttachmentDesk.LEAST_ROOM_BYTES;
        }

        @Override
        public long held(String device, Bytes hash) {
            return files.held(device, hash);
        }

        @Override
        public long partBytes(String device) {
            return files.partBytes(device);
        }

        @Override
        public long put(String device, AttachmentPiece piece) {
            throw new AssertionError("there is no room");
        }

        @Override
        public Optional<Whole> finish(String device, Bytes hash) {
            throw new AssertionError("nothing was put");
        }

        @Override
        public Optional<Bytes> coverOf(Bytes hash) {
            return files.coverOf(hash);
        }

        @Override
        public Bytes cover(Bytes contentHash) {
            return files.cover(contentHash);
        }

        @Override
        public boolean open(Bytes hash, OutputStream to) {
            return files.open(hash, to);
        }

        @Override
        public void delete(Bytes hash) {
            files.delete(hash);
        }

        @Override
        public List<Held> wholeBefore(Instant moment) {
            return files.wholeBefore(moment);
        }
    }

    private void assertNoRoom(Sealed file) {
        assertEquals(ProblemKind.ATTACHMENT_NO_ROOM, assertThrows(ProblemException.class,
                () -> desk.take(DEVICE, file.piece(0, 100))).problem().kind());
    }

    private void assertOpens(Sealed file) {
        ByteArrayOutputStream opened = new ByteArrayOutputStream();
        assertTrue(files.open(file.hash(), opened));
        assertArrayEquals(file.content(), opened.toByteArray());
    }

    private List<String> names() {
        Path where = folder.resolve("attachments");
        if (!Files.exists(where)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(where)) {
            return all.map(file -> file.getFileName().toString()).toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
