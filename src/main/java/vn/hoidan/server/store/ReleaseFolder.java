package vn.hoidan.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseFile;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.core.release.Version;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.Releases;
import vn.hoidan.vault.ReleaseKey;

/// Releases in a folder: files by their content, so that what two releases share is kept once, and for each system the
/// offer with its signature. An offer is written last and in one step.
public final class ReleaseFolder implements Releases {
    private static final String FILES = "files";
    private static final String OFFER = ".offer";
    /// What a laptop makes for itself: the learned start holds for its own folder only.
    private static final String LEARNED = ".aot";
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;
    private final ReleaseKey key;

    public ReleaseFolder(Path folder, ReleaseKey key) {
        this.folder = folder;
        this.key = key;
    }

    @Override
    public ReleaseOffer offer(String platform) {
        Path file = folder.resolve(platform + OFFER);
        try {
            return Files.isRegularFile(file) ? ReleaseOffer.parse(Bytes.of(Files.readAllBytes(file)))
                    .orElseThrow(() -> Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception())
                    : new ReleaseOffer(key.publicKey(), Optional.empty());
        } catch (IOException unreadable) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception(unreadable);
        }
    }

    @Override
    public Release take(Path program, String platform, Version version) {
        try {
            Files.createDirectories(folder.resolve(FILES));
            List<ReleaseFile> files = new ArrayList<>();
            for (Path file : plainFiles(program)) {
                files.add(keep(file, program.relativize(file).toString().replace('\\', '/')));
            }
            Release release = new Release(platform, version, files);
            ReleaseOffer offer = new ReleaseOffer(key.publicKey(), Optional.of(new ReleaseOffer.Signed(
                    release.toBytes(), key.sign(release.toBytes()))));
            Path next = folder.resolve(platform + OFFER + ".part");
            Files.write(next, offer.toBytes().toArray());
            Files.move(next, folder.resolve(platform + OFFER), StandardCopyOption.ATOMIC_MOVE);
            return release;
        } catch (IllegalArgumentException unusable) {
            throw Problem.of(ProblemKind.RELEASE_UNUSABLE, "folder", program.toString()).exception(unusable);
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
        }
    }

    /// Links are followed: a laptop's system may not know them.
    private static List<Path> plainFiles(Path program) throws IOException {
        try (Stream<Path> all = Files.walk(program, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(LEARNED)).sorted()
                    .toList();
        }
    }

    private ReleaseFile keep(Path file, String name) throws IOException {
        String hash = hash(file);
        Path kept = folder.resolve(FILES).resolve(hash);
        if (!Files.exists(kept)) {
            Path part = folder.resolve(FILES).resolve(hash + ".part");
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ReleaseFile(name, hash, Files.size(file), Files.isExecutable(file));
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public Optional<Bytes> piece(String hash, long from) {
        Path file = folder.resolve(FILES).resolve(hash);
        if (!ReleaseFile.isHash(hash) || from < 0 || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            long left = channel.size() - from;
            if (left <= 0) {
                return Optional.empty();
            }
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(left, PIECE_BYTES));
            while (piece.hasRemaining() && channel.read(piece, from + piece.position()) >= 0) {
                continue;
            }
            return Optional.of(Bytes.of(piece.array()));
        } catch (IOException unreadable) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", file.toString()).exception(unreadable);
        }
    }
}
