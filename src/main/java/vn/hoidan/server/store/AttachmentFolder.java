package vn.hoidan.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.AttachmentPiece;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.AttachmentFiles;
import vn.hoidan.sqlite.FolderProblems;
import vn.hoidan.vault.RecordKeys;

/// Sealed files in a folder, each by its hash; parts by device and hash. A file gets its own name only when it was
/// compared with its hash and is on the disk. Whole files never change.
public final class AttachmentFolder implements AttachmentFiles {
    private static final String PART = ".part";
    private static final String BETWEEN = ".";
    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER_BYTES = 64 * 1024;

    private static final System.Logger LOG = System.getLogger(AttachmentFolder.class.getName());

    private final Path folder;
    private final RecordKeys keys;

    public AttachmentFolder(Path folder, RecordKeys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    @Override
    public long held(String device, Bytes hash) {
        try {
            Path whole = whole(hash);
            Path part = part(device, hash);
            return Files.exists(whole) ? Files.size(whole) : Files.exists(part) ? Files.size(part) : 0;
        } catch (IOException unreadable) {
            throw FolderProblems.of(unreadable, folder);
        }
    }

    @Override
    public long partBytes(String device) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            long sum = 0;
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith(device + BETWEEN)
                    && each.getFileName().toString().endsWith(PART)).toList()) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException unreadable) {
            throw FolderProblems.of(unreadable, folder);
        }
    }

    @Override
    public long put(String device, AttachmentPiece piece) {
        long held = held(device, piece.hash());
        int known = (int) Math.max(0, held - piece.offset());
        if (known >= piece.content().length()) {
            return held;
        }
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(part(device, piece.hash()), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                ByteBuffer fresh = ByteBuffer.wrap(piece.content().toArray(), known,
                        piece.content().length() - known);
                long at = held;
                while (fresh.hasRemaining()) {
                    at += channel.write(fresh, at);
                }
                return at;
            }
        } catch (IOException refused) {
            throw FolderProblems.of(refused, folder);
        }
    }

    @Override
    public Optional<Whole> finish(String device, Bytes hash) {
        Path whole = whole(hash);
        Path part = part(device, hash);
        try {
            Path file = Files.exists(whole) ? whole : part;
            force(file);
            if (!Arrays.equals(sha256(file), hash.toArray())) {
                Files.delete(file);
                return Optional.empty();
            }
            Files.move(file, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(new Whole(Files.size(whole), content(whole)));
        } catch (IOException refused) {
            throw FolderProblems.of(refused, folder);
        }
    }

    /// Looks through the whole content: a file whose blocks do not open is of no use to anybody.
    private Optional<Bytes> content(Path whole) throws IOException {
        try {
            try (InputStream sealed = Files.newInputStream(whole)) {
                if (!keys.open(sealed, OutputStream.nullOutputStream())) {
                    return Optional.empty();
                }
            }
            try (InputStream sealed = Files.newInputStream(whole)) {
                return keys.coverOf(sealed);
            }
        } catch (ProblemException foreign) {
            LOG.log(System.Logger.Level.DEBUG, "a file is not sealed to this office", foreign);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Bytes> coverOf(Bytes hash) {
        Path whole = whole(hash);
        try {
            return Files.exists(whole) ? content(whole) : Optional.empty();
        } catch (IOException unreadable) {
            throw FolderProblems.of(unreadable, folder);
        }
    }

    @Override
    public Bytes cover(Bytes contentHash) {
        return keys.cover(contentHash);
    }

    @Override
    public boolean open(Bytes hash, OutputStream to) {
        Path whole = whole(hash);
        if (!Files.exists(whole)) {
            return false;
        }
        try (InputStream sealed = Files.newInputStream(whole)) {
            return keys.open(sealed, to);
        } catch (IOException unreadable) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", whole.toString()).exception(unreadable);
        }
    }

    @Override
    public void delete(Bytes hash) {
        try {
            Files.deleteIfExists(whole(hash));
        } catch (IOException refused) {
            throw FolderProblems.of(refused, folder);
        }
    }

    @Override
    public List<Held> wholeBefore(Instant moment) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Held> held = new ArrayList<>();
            for (Path file : all.filter(each -> WHOLE.matcher(each.getFileName().toString()).matches()).sorted()
                    .toList()) {
                Instant since = Files.getLastModifiedTime(file).toInstant();
                if (since.isBefore(moment)) {
                    held.add(new Held(Bytes.ofHex(file.getFileName().toString()), Files.size(file), since));
                }
            }
            return held;
        } catch (IOException unreadable) {
            throw FolderProblems.of(unreadable, folder);
        }
    }

    @Override
    public long room() {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException refused) {
            throw FolderProblems.of(refused, folder);
        }
    }

    private Path whole(Bytes hash) {
        return folder.resolve(hash.hex());
    }

    private Path part(String device, Bytes hash) {
        return folder.resolve(device + BETWEEN + hash.hex() + PART);
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// A file may be damaged or not be there.
    static boolean isWhole(Path file, Bytes hash) throws IOException {
        return Files.isRegularFile(file) && Arrays.equals(sha256(file), hash.toArray());
    }

    private static byte[] sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
