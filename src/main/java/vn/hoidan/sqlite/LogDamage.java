package vn.hoidan.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Looks for damage in a write-ahead log that SQLite passes over: it takes the log up to the first frame that does not
/// fit, as it must after a power cut in the middle of a commit. But each commit was on the disk before the next began:
/// more than one behind such a frame means that something was there and was changed since
/// (sqlite.org/fileformat2.html, section 4). Damage in the last commit looks like a power cut, and in the head of the
/// last frame of the one before it, too.
public final class LogDamage {
    private static final int HEAD_BYTES = 32;
    private static final int HEAD_SUMMED_BYTES = 24;
    private static final int FRAME_HEAD_BYTES = 24;
    private static final int FRAME_SUMMED_BYTES = 8;
    private static final int MAGIC = 0x377f0682;
    private static final int LEAST_PAGE_BYTES = 512;
    private static final int MOST_PAGE_BYTES = 65_536;
    private static final int SALT_AT = 16;

    private final FileChannel log;
    /// Of the words that are summed up; what is stored is always big-endian.
    private final ByteOrder order;
    private final long salt;
    private int one;
    private int two;

    private LogDamage(FileChannel log, ByteOrder order, long salt) {
        this.log = log;
        this.order = order;
        this.salt = salt;
    }

    /// @param store whose log is looked at; without one there is no damage
    public static boolean isIn(Path store) throws IOException {
        Path file = store.resolveSibling(store.getFileName() + "-wal");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel log = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
            if (!fill(log, head) || isBlank(head)) {
                // nothing was ever waited for
                return false;
            }
            ByteOrder order = (head.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            int page = head.getInt(8);
            LogDamage look = new LogDamage(log, order, head.getLong(SALT_AT));
            look.sum(head, 0, HEAD_SUMMED_BYTES);
            boolean sound = (head.getInt(0) & ~1) == MAGIC && look.isSum(head, HEAD_SUMMED_BYTES)
                    && page >= LEAST_PAGE_BYTES && page <= MOST_PAGE_BYTES;
            return !sound || look.hasCommitsBehindAGap(page);
        }
    }

    private static boolean isBlank(ByteBuffer head) {
        return head.duplicate().rewind().equals(ByteBuffer.allocate(HEAD_BYTES));
    }

    private boolean hasCommitsBehindAGap(int page) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEAD_BYTES + page);
        boolean fits = true;
        int commits = 0;
        while (fill(log, frame)) {
            boolean ofThisLog = frame.getLong(8) == salt;
            if (fits) {
                sum(frame, 0, FRAME_SUMMED_BYTES);
                sum(frame, FRAME_HEAD_BYTES, frame.capacity());
                fits = ofThisLog && isSum(frame, SALT_AT);
            }
            if (!fits && commits == 1 && ofThisLog) {
                // whatever follows a commit was begun after it
                return true;
            }
            if (!fits && ofThisLog && frame.getInt(4) != 0) {
                commits++;
            }
        }
        return false;
    }

    private boolean isSum(ByteBuffer bytes, int at) {
        return bytes.getInt(at) == one && bytes.getInt(at + Integer.BYTES) == two;
    }

    private void sum(ByteBuffer bytes, int from, int to) {
        ByteBuffer words = bytes.duplicate().order(order);
        for (int at = from; at < to; at += 2 * Integer.BYTES) {
            one += words.getInt(at) + two;
            two += words.getInt(at + Integer.BYTES) + one;
        }
    }

    /// @return false at the end
    private static boolean fill(FileChannel from, ByteBuffer buffer) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            if (from.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }
}
