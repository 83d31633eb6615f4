package vn.hoidan.client.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.function.Supplier;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.client.app.machine.DiskSpace;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Room on the disk of one store, and a reserve of it: a file of some megabytes that is deleted when the disk runs
/// full, so that the open interview is finished in its place. An interview needs less than one megabyte.
class StoreRoom {
    static final String FILE = "reserve";
    static final int RESERVE_BYTES = 16 * 1024 * 1024;
    /// Less than SQLite needs beside the file.
    private static final long NO_ROOM_BYTES = 256 * 1024;
    private static final int CHUNK_BYTES = 256 * 1024;
    private static final System.Logger LOG = System.getLogger(StoreRoom.class.getName());

    private final Path file;
    private final DiskSpace space;
    /// What the system last said; plenty as long as it says nothing.
    private volatile long usable = Long.MAX_VALUE;
    private volatile boolean used;

    /// @param folder of the person
    StoreRoom(Path folder, DiskSpace space) {
        this.file = folder.resolve(FILE);
        this.space = space;
    }

    DiskRoom now() {
        try {
            usable = space.usableBytes(file.getParent());
        } catch (IOException unknown) {
            LOG.log(System.Logger.Level.DEBUG, "the system does not say how much room there is", unknown);
        }
        return new DiskRoom(usable, !used);
    }

    /// Gives the reserve up for what is to be written now; false if it was used before.
    synchronized boolean release() {
        try {
            boolean there = Files.deleteIfExists(file);
            if (there) {
                used = true;
                LOG.log(System.Logger.Level.WARNING, "the disk is full: the reserve is given up");
            }
            return there;
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.WARNING, "the reserve cannot be given up: " + refused.getMessage());
            return false;
        }
    }

    /// Opens a store, from the reserve if the disk is full: SQLite tells only that it could not write beside the file.
    ///
    /// @throws ProblemException DISK_FULL instead when there is no reserve either
    <T> T opening(Supplier<T> store) {
        try {
            return store.get();
        } catch (ProblemException refused) {
            boolean full = refused.problem().kind() == ProblemKind.DISK_FULL
                    || refused.problem().kind() == ProblemKind.FOLDER_NOT_WRITABLE
                    && now().usableBytes() < NO_ROOM_BYTES;
            if (!full) {
                throw refused;
            }
            if (!release()) {
                throw Problem.of(ProblemKind.DISK_FULL, "folder", file.getParent().toString()).exception(refused);
            }
            return store.get();
        }
    }

    /// Builds the reserve if it is not there and new interviews may be begun beside it.
    synchronized DiskRoom keep() {
        try {
            if (Files.exists(file) && Files.size(file) == RESERVE_BYTES) {
                used = false;
            } else if (now().usableBytes() >= DiskRoom.LEAST_BYTES + RESERVE_BYTES) {
                build();
                used = false;
            } else {
                used = true;
            }
        } catch (IOException refused) {
            used = true;
            LOG.log(System.Logger.Level.WARNING, "the reserve cannot be built: " + refused.getMessage());
            BackupFiles.deleteAfter(refused, file);
        }
        return now();
    }

    /// Of bytes that no file system makes smaller.
    private void build() throws IOException {
        Random random = new Random(RESERVE_BYTES);
        byte[] chunk = new byte[CHUNK_BYTES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int written = 0; written < RESERVE_BYTES; written += CHUNK_BYTES) {
                random.nextBytes(chunk);
                ByteBuffer buffer = ByteBuffer.wrap(chunk);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            channel.force(true);
        }
    }
}
