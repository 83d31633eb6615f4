package vn.hoidan.server.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.AttachmentState.Stage;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.AttachmentFiles;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.OfficeAct;
import vn.hoidan.server.app.intake.AttachmentDesk;
import vn.hoidan.server.store.AttachmentCopyFolder;
import vn.hoidan.server.store.OfficeFile;

/// Removing files is cut, or crossed by what laptops send, and leaves nothing half done.
public class UnnamedFilesCutTest extends PhotoOffice {

    @Test
    void keepsWhatIsNamedWhileItIsLookedThrough() {
        Photo photo = photo(1);
        Photo other = photo(2);
        Photo third = photo(3);
        office.pass(LONG);
        Deque<Runnable> meanwhile = new ArrayDeque<>(List.of(() -> {
            interview(LIST, 1, photo);
            interview(SmallSurvey.list("99999-9"), 1, other);
        }));
        UnnamedFilesDesk.Removal done = desk(new Meanwhile(office.store(), meanwhile), files)
                .remove(LONG.minusDays(1), TestOffice.DECISION);
        assertEquals(1, assertInstanceOf(UnnamedFilesDesk.Removal.Removed.class, done).gone().count());
        assertTrue(isThere(photo) && isThere(other));
        assertFalse(isThere(third));
    }

    /// Something happens after each reading.
    private record Meanwhile(CentralStore store, Deque<Runnable> what) implements CentralStore {
        @Override
        public <T> T read(Function<Central, T> work) {
            T read = store.read(work);
            Optional.ofNullable(what.poll()).ifPresent(Runnable::run);
            return read;
        }

        @Override
        public <T> T write(Function<Central, T> work) {
            return store.write(work);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @Test
    void leavesBytesWithoutARowWhenItIsKilledAndRemovesThemTheNextTime() throws IOException {
        Photo first = photo(1);
        office.pass(Duration.ofMinutes(1));
        Photo second = photo(2);
        office.backup().run();
        office.pass(LONG);
        assertThrows(Killed.class, () -> desk(office.store(), new KilledFolder(files, second.file()))
                .remove(UnnamedFilesDesk.LEAST_AGE, TestOffice.DECISION));
        assertFalse(isThere(first));
        Path left = folder.resolve("attachments").resolve(second.file().hex());
        assertTrue(Files.exists(left), "killed before it went");
        assertEquals(List.of(), found());
        office.backup().run();
        assertEquals(List.of(), office.store().read(central -> central.attachments().all()));
        Files.setLastModifiedTime(left, FileTime.from(office.now().minus(LONG)));
        assertEquals(List.of(second.file()), desk().find(Duration.ZERO).remains().stream()
                .map(AttachmentFiles.Held::hash).toList());
        assertEquals(List.of(), removed());
        assertFalse(Files.exists(left));
        assertEquals(List.of(OfficeAct.Kind.REMAINS_REMOVED, OfficeAct.Kind.FILE_REMOVED,
                OfficeAct.Kind.FILE_REMOVED), office.store().read(central -> central.officeActs().newest(5)).stream()
                .map(OfficeAct::kind).toList());
    }

    @Test
    void removesNothingWhenTheRowsCannotBeWritten() {
        Photo photo = photo(1);
        office.pass(LONG);
        CentralStore broken = new CentralStore() {
            @Override
            public <T> T read(Function<Central, T> work) {
                return office.store().read(work);
            }

            @Override
            public <T> T write(Function<Central, T> work) {
                return office.store().write(central -> {
                    work.apply(central);
                    throw new Killed();
                });
            }

            @Override
            public void close() {
                throw new AssertionError("not its own");
            }
        };
        assertThrows(Killed.class, () -> desk(broken, files).remove(UnnamedFilesDesk.LEAST_AGE,
                TestOffice.DECISION));
        assertTrue(isThere(photo));
        assertEquals(List.of(), office.store().read(central -> central.officeActs().newest(5)));
    }

    @Test
    void bringsAFileBackWithTheBackupThatKnowsIt() throws IOException {
        Photo photo = photo(1);
        Path backup = folder.resolve("copies").resolve(office.backup().run().name());
        office.pass(LONG);
        assertEquals(List.of(photo.file()), removed());
        Path restored = folder.resolve("restored");
        Files.createDirectories(restored);
        Files.copy(backup, restored.resolve("office.db"));
        try (CentralStore before = new OfficeFile(restored.resolve("office.db")).open()) {
            assertEquals(0, AttachmentDesk.restored(before, new AttachmentCopyFolder(
                    restored.resolve("attachments"), folder.resolve("copies").resolve("attachments"))));
        }
        try (Stream<Path> all = Files.list(restored.resolve("attachments"))) {
            assertEquals(List.of(photo.file().hex()), all.map(each -> each.getFileName().toString()).toList());
        }
    }

    @Test
    void leavesAFileThatComesAgainWhileItIsRemoved() {
        Photo photo = photo(1);
        office.pass(LONG);
        // its row is gone and its bytes are not: a laptop that sends it again has it in the book at once
        CentralStore between = new CentralStore() {
            private boolean rows = true;

            @Override
            public <T> T read(Function<Central, T> work) {
                return office.store().read(work);
            }

            @Override
            public <T> T write(Function<Central, T> work) {
                T written = office.store().write(work);
                if (rows) {
                    rows = false;
                    assertEquals(Stage.STORED, send(photo, laptop));
                }
                return written;
            }

            @Override
            public void close() {
                throw new AssertionError("not its own");
            }
        };
        desk(between, files).remove(UnnamedFilesDesk.LEAST_AGE, TestOffice.DECISION);
        assertTrue(isThere(photo));
    }

    @Test
    void asksForAFileAgainThatWentWhileItCame() {
        Photo photo = photo(1);
        office.store().write(central -> {
            central.attachments().forget(photo.file());
            return photo;
        });
        AttachmentDesk taking = new AttachmentDesk(office.store(), new GoneWhenFinished(files), office::now);
        assertEquals(Stage.PART, taking.take(laptop.device(), new AttachmentPiece(photo.file(),
                photo.sealed().length, 0, Bytes.of(photo.sealed()))).stage());
        assertFalse(isThere(photo));
        assertEquals(Stage.STORED, send(photo, laptop));
    }

    private static final class Killed extends RuntimeException {
    }

    private record KilledFolder(AttachmentFiles files, Bytes at) implements Passing {
        @Override
        public void delete(Bytes hash) {
            if (hash.equals(at)) {
                throw new Killed();
            }
            files.delete(hash);
        }
    }

    private record GoneWhenFinished(AttachmentFiles files) implements Passing {
        @Override
        public Optional<Whole> finish(String device, Bytes hash) {
            Optional<Whole> whole = files.finish(device, hash);
            files.delete(hash);
            return whole;
        }
    }

    /// Passes everything on.
    private interface Passing extends AttachmentFiles {
        AttachmentFiles files();

        @Override
        default long held(String device, Bytes hash) {
            return files().held(device, hash);
        }

        @Override
        default long partBytes(String device) {
            return files().partBytes(device);
        }

        @Override
        default long put(String device, AttachmentPiece piece) {
            return files().put(device, piece);
        }

        @Override
        default Optional<Whole> finish(String device, Bytes hash) {
            return files().finish(device, hash);
        }

        @Override
        default Optional<Bytes> coverOf(Bytes hash) {
            return files().coverOf(hash);
        }

        @Override
        default Bytes cover(Bytes contentHash) {
            return files().cover(contentHash);
        }

        @Override
        default boolean open(Bytes hash, OutputStream to) {
            return files().open(hash, to);
        }

        @Override
        default void delete(Bytes hash) {
            files().delete(hash);
        }

        @Override
        default List<Held> wholeBefore(Instant moment) {
            return files().wholeBefore(moment);
        }

        @Override
        default long room() {
            return files().room();
        }
    }
}
