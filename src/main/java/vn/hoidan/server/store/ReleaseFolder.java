package vn.hoidan.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.KeyHandover;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseFile;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.core.release.SignedRelease;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.launch.ProgramFiles;
import vn.hoidan.server.app.book.Releases;
import vn.hoidan.vault.Signatures;

/// Releases in a folder: files by their content, so that what two releases share is kept once, the key that signs them,
/// and for each system the offer with its signature. An offer is written last and in one step.
public final class ReleaseFolder implements Releases {
    private static final String FILES = "files";
    private static final String OFFER = ".offer";
    private static final String KEY = "key";
    private static final String HANDOVERS = "handovers";

    private final Path folder;

    public ReleaseFolder(Path folder) {
        this.folder = folder;
    }

    /// The key of an office that kept it at its server is the one that laptops know.
    public void keep(Bytes key) {
        if (key().isEmpty()) {
            write(KEY, key);
        }
    }

    private Optional<Bytes> key() {
        return read(KEY);
    }

    @Override
    public Optional<ReleaseOffer> offer(String platform) {
        return read(platform + OFFER).map(offer -> ReleaseOffer.parse(offer)
                .orElseThrow(() -> damaged(platform + OFFER).exception()))
                .or(() -> key().map(key -> new ReleaseOffer(key, Optional.empty())));
    }

    @Override
    public List<KeyHandover> handovers() {
        return read(HANDOVERS).map(bytes -> KeyHandover.parse(bytes)
                .orElseThrow(() -> damaged(HANDOVERS).exception())).orElse(List.of());
    }

    @Override
    public Release take(Path program, SignedRelease signed) {
        Release release = genuine(signed);
        offer(release.platform()).flatMap(ReleaseOffer::signed).flatMap(offered -> Release.parse(offered.list()))
                .filter(offered -> !offered.equals(release) && !release.version().isNewerThan(offered.version()))
                .ifPresent(offered -> {
                    throw Problem.of(ProblemKind.RELEASE_NOT_NEWER, "version", release.version().text(), "offered",
                            offered.version().text()).exception();
                });
        release.files().forEach(file -> keep(program.resolve(file.path()), file));
        if (!signed.handovers().isEmpty()) {
            write(HANDOVERS, KeyHandover.toBytes(signed.handovers()));
        }
        write(KEY, signed.key());
        write(release.platform() + OFFER, new ReleaseOffer(signed.key(), Optional.of(
                new ReleaseOffer.Signed(signed.list(), signed.signature()))).toBytes());
        return release;
    }

    /// Signed by the key that laptops know or by one that it handed over to; the first one is taken as it comes.
    private Release genuine(SignedRelease signed) {
        Bytes known = key().orElse(signed.key());
        boolean ours = KeyHandover.leads(known, signed.key(), signed.handovers(), each -> Signatures.verify(each.from(),
                SignaturePurpose.RELEASE_KEY, KeyHandover.signedContent(each.from(), each.to()), each.signature()));
        return Release.parse(signed.list()).filter(release -> ours && release.isOfClient()
                        && Signatures.verify(signed.key(), SignaturePurpose.RELEASE, signed.list(), signed.signature()))
                .orElseThrow(() -> Problem.of(ProblemKind.RELEASE_OF_OTHERS).exception());
    }

    private void keep(Path file, ReleaseFile signed) {
        Path kept = folder.resolve(FILES).resolve(signed.hash());
        Path part = folder.resolve(FILES).resolve(signed.hash() + ".part");
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(part.getParent());
                if (!Files.isRegularFile(file)) {
                    throw changed(signed);
                }
                Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
                if (Files.size(part) != signed.bytes() || !ProgramFiles.hash(part).equals(signed.hash())) {
                    Files.delete(part);
                    throw changed(signed);
                }
                Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
        }
    }

    private static ProblemException changed(ReleaseFile file) {
        return Problem.of(ProblemKind.RELEASE_FILE_CHANGED, "file", file.path()).exception();
    }

    private Optional<Bytes> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.isRegularFile(file) ? Optional.of(Bytes.of(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException unreadable) {
            throw damaged(name).exception(unreadable);
        }
    }

    private void write(String name, Bytes content) {
        try {
            Files.createDirectories(folder);
            Path next = folder.resolve(name + ".part");
            Files.write(next, content.toArray());
            Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", folder.toString()).exception(refused);
        }
    }

    private Problem damaged(String name) {
        return Problem.of(ProblemKind.STORE_DAMAGED, "file", folder.resolve(name).toString());
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
            throw damaged(FILES).exception(unreadable);
        }
    }
}
