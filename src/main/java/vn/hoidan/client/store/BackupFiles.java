package vn.hoidan.client.store;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Copies of one person's store in one folder: `hoidan_ID_NUMBER_TIME.db`. The number tells which is newer, because
/// clocks are turned back; several people may share a folder.
///
/// @param profileId name of the person's folder
record BackupFiles(Path folder, String profileId) {
    /// Copies kept of each person in each folder.
    static final int MOST_KEPT = 3;
    /// Files looked at in a folder; more are not ours.
    private static final int MOST_LISTED = 10_000;
    private static final Pattern NAME =
            Pattern.compile("hoidan_([A-Za-z0-9][A-Za-z0-9-]{0,59})_([0-9]{6,9})_([0-9]{8}T[0-9]{6}Z)\\.db");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = ".unfinished";

    /// @param number of the copy in its folder
    record Named(Path file, String profileId, int number, Instant madeAt) {
    }

    /// What the name of a file tells; empty for other files.
    static Optional<Named> named(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Named(file, matcher.group(1), Integer.parseInt(matcher.group(2)),
                    TIME.parse(matcher.group(3), Instant::from)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /// Newest first.
    List<Named> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.limit(MOST_LISTED).flatMap(file -> named(file).stream())
                    .filter(each -> each.profileId().equals(profileId))
                    .sorted(Comparator.comparingInt(Named::number).reversed()).toList();
        }
    }

    /// A place for a file that is still being written; what was left of an earlier one is deleted.
    Path unfinished() throws IOException {
        Path file = folder.resolve("hoidan_" + profileId + UNFINISHED);
        Files.deleteIfExists(file);
        return file;
    }

    /// Gives a file that was written whole its name, and deletes the oldest.
    Path finish(Path written, Instant now) throws IOException {
        List<Named> before = list();
        int number = before.isEmpty() ? 1 : before.getFirst().number() + 1;
        Path file = folder.resolve(String.format(Locale.ROOT, "hoidan_%s_%06d_%s.db", profileId, number,
                TIME.format(now)));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        ProfileFolders.force(folder);
        for (Named old : before.subList(Math.min(MOST_KEPT - 1, before.size()), before.size())) {
            Files.deleteIfExists(old.file());
        }
        return file;
    }

    /// Brings a finished copy of another folder here: to a new file, forced to the disk, read again, then named.
    void take(Path copy, Instant now) throws IOException {
        Path written = unfinished();
        try {
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                Files.copy(copy, Channels.newOutputStream(channel));
                channel.force(true);
            }
            if (Files.mismatch(copy, written) >= 0) {
                throw new IOException("what was written is not what is read");
            }
            finish(written, now);
        } catch (IOException failed) {
            deleteAfter(failed, written);
            throw failed;
        }
    }

    static void deleteAfter(Exception failed, Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            failed.addSuppressed(leftBehind);
        }
    }

    /// Something can be written here.
    void tryOut() throws IOException {
        Path file = unfinished();
        try {
            Files.write(file, new byte[1]);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
