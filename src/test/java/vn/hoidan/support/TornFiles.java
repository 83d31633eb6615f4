package vn.hoidan.support;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What a power cut leaves of files that were being written: anything between what was surely there and what was
/// written, in the order in which SQLite waits for the disk: the head of its log, the log, then the file itself. Bytes
/// that were not written stay as they were, as SQLite expects of a disk (sqlite.org/psow.html).
///
/// @param tells what happened, by name
record TornFiles(Random random, Consumer<String> tells) {
    private static final String DATABASE = ".db";
    private static final String LOG = "-wal";
    private static final int LOG_HEAD_BYTES = 32;
    private static final int[] SECTORS = {512, 4096};
    private static final byte[] NOTHING = {};

    /// @param sure what is surely there
    /// @param now  what was written, by file
    Map<String, byte[]> torn(Map<String, byte[]> sure, Map<String, byte[]> now) {
        Map<String, byte[]> files = new TreeMap<>(now);
        now.keySet().stream().filter(name -> name.endsWith(DATABASE) && sure.containsKey(name)).forEach(name -> {
            byte[] fileBefore = sure.get(name);
            byte[] file = now.get(name);
            Optional<byte[]> log = Optional.ofNullable(now.get(name + LOG));
            byte[] logBefore = sure.getOrDefault(name + LOG, NOTHING);
            boolean logDone = log.isEmpty() || Arrays.equals(log.get(), logBefore)
                    || !Arrays.equals(file, fileBefore) && random.nextBoolean();
            files.put(name, logDone ? mixed(fileBefore, file) : fileBefore);
            log.filter(_ -> !logDone).ifPresent(bytes -> files.put(name + LOG, log(logBefore, bytes)));
        });
        return files;
    }

    /// A log that begins anew has its head on the disk before anything that follows.
    private byte[] log(byte[] before, byte[] after) {
        int head = Math.min(LOG_HEAD_BYTES, Math.min(before.length, after.length));
        if (Arrays.equals(before, 0, head, after, 0, head)) {
            return mixed(before, after);
        }
        int written = random.nextInt(2 * head);
        byte[] begun = before.clone();
        System.arraycopy(after, 0, begun, 0, Math.min(head, written));
        return written < head ? begun : mixed(begun, after);
    }

    private byte[] mixed(byte[] before, byte[] after) {
        if (Arrays.equals(before, after)) {
            return after;
        }
        return switch (random.nextInt(6)) {
            case 0 -> {
                tells.accept("disk-lost-tail");
                yield before;
            }
            case 1 -> {
                tells.accept("disk-lost-tail");
                int first = Arrays.mismatch(before, after);
                int end = first + random.nextInt(Math.max(1, after.length - first));
                byte[] part = Arrays.copyOf(before, Math.max(before.length, end));
                System.arraycopy(after, 0, part, 0, Math.min(end, after.length));
                yield part;
            }
            case 2, 3 -> {
                tells.accept("disk-torn");
                yield sectors(before, after, false);
            }
            case 4 -> {
                tells.accept("disk-torn");
                yield sectors(before, after, true);
            }
            default -> {
                tells.accept("disk-kept-all");
                yield after;
            }
        };
    }

    /// Some sectors were written and others not.
    ///
    /// @param rubbish the last one was in the middle of it
    private byte[] sectors(byte[] before, byte[] after, boolean rubbish) {
        int size = SECTORS[random.nextInt(SECTORS.length)];
        byte[] some = before;
        int last = -1;
        for (int from = 0; from < after.length; from += size) {
            int to = Math.min(from + size, after.length);
            if (differ(before, after, from, to) && random.nextBoolean()) {
                some = some.length < to ? Arrays.copyOf(some, to) : some == before ? before.clone() : some;
                System.arraycopy(after, from, some, from, to - from);
                last = from;
            }
        }
        for (int at = last; rubbish && last >= 0 && at < Math.min(last + size, after.length); at++) {
            if (at >= before.length || before[at] != after[at]) {
                some[at] = (byte) random.nextInt();
            }
        }
        return some;
    }

    private static boolean differ(byte[] before, byte[] after, int from, int to) {
        return to > before.length || !Arrays.equals(before, from, to, after, from, to);
    }
}
