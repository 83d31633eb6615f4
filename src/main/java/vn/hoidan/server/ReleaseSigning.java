package vn.hoidan.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.SignedRelease;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.launch.ProgramFiles;
import vn.hoidan.server.store.ReleaseFolder;
import vn.hoidan.vault.ReleaseKey;

/// How an office signs versions of the client away from its server, with a key in a file under a passphrase.
public final class ReleaseSigning {
    private static final String RELEASE_FOLDER = "releases";
    private static final System.Logger LOG = System.getLogger(ReleaseSigning.class.getName());

    private ReleaseSigning() {
    }

    /// The releases of an office. The key of one that still has it at its server is the key that laptops know.
    static ReleaseFolder kept(Path data) {
        ReleaseFolder releases = new ReleaseFolder(data.resolve(RELEASE_FOLDER));
        ReleaseKey.atServer(ServerWiring.identityFolder(data)).ifPresent(key -> {
            releases.keep(key.publicKey());
            LOG.log(System.Logger.Level.INFO, "the key that signs versions lies at the server; take it away by"
                    + " release key --from-server");
        });
        return releases;
    }

    /// Makes the first key of an office.
    ///
    /// @param file       new
    /// @param passphrase of the file; the caller wipes it
    /// @return the public key
    /// @throws vn.hoidan.core.problem.ProblemException PASSPHRASE_TOO_SHORT, FOLDER_NOT_WRITABLE
    public static Bytes first(Path file, char[] passphrase) {
        return written(ReleaseKey.random(), file, passphrase);
    }

    /// Makes the next key of an office; laptops learn from the one before it that it is the office's own.
    ///
    /// @param before file of the key that laptops know
    /// @throws vn.hoidan.core.problem.ProblemException RELEASE_KEY_CLOSED, PASSPHRASE_TOO_SHORT, FOLDER_NOT_WRITABLE
    public static Bytes next(Path before, char[] itsPassphrase, Path file, char[] passphrase) {
        return written(ReleaseKey.read(before, itsPassphrase).next(), file, passphrase);
    }

    /// Moves the key of an office that has it at its server into a file.
    ///
    /// @param data folder of the server
    /// @throws vn.hoidan.core.problem.ProblemException NO_RELEASE_KEY_HERE, PASSPHRASE_TOO_SHORT,
    ///                                                 FOLDER_NOT_WRITABLE
    public static Bytes fromServer(Path data, Path file, char[] passphrase) {
        Path identity = ServerWiring.identityFolder(data);
        ReleaseKey key = ReleaseKey.atServer(identity).orElseThrow(() ->
                Problem.of(ProblemKind.NO_RELEASE_KEY_HERE, "folder", identity.toString()).exception());
        kept(data);
        Bytes open = written(key, file, passphrase);
        ReleaseKey.removeFromServer(identity);
        return open;
    }

    /// Not before it was read again: nothing else may hold that key.
    private static Bytes written(ReleaseKey key, Path file, char[] passphrase) {
        key.write(file, passphrase);
        if (!ReleaseKey.read(file, passphrase).publicKey().equals(key.publicKey())) {
            throw new IllegalStateException("a key file that holds another key");
        }
        return key.publicKey();
    }

    /// Signs an installed program.
    ///
    /// @param key        file of the key
    /// @param passphrase of that file; the caller wipes it
    /// @param to         file for the list and its signature
    /// @throws vn.hoidan.core.problem.ProblemException RELEASE_UNUSABLE, RELEASE_KEY_CLOSED, FOLDER_NOT_WRITABLE
    public static Release sign(Path program, Path key, char[] passphrase, Path to) {
        Release release = release(program);
        SignedRelease signed = ReleaseKey.read(key, passphrase).sign(release);
        try {
            Files.write(to, signed.toBytes().toArray());
            return release;
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", to.toString()).exception(refused);
        }
    }

    private static Release release(Path program) {
        Problem unusable = Problem.of(ProblemKind.RELEASE_UNUSABLE, "folder", program.toString());
        try {
            Release release = ProgramFiles.release(program);
            if (!release.isOfClient()) {
                throw unusable.exception();
            }
            return release;
        } catch (IOException | IllegalArgumentException notInstalled) {
            throw unusable.exception(notInstalled);
        }
    }

    /// Reads what {@link #sign} wrote; it may be anybody's.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException RELEASE_OF_OTHERS
    public static SignedRelease read(Path file) {
        Problem others = Problem.of(ProblemKind.RELEASE_OF_OTHERS);
        try (InputStream in = Files.newInputStream(file)) {
            return SignedRelease.parse(Bytes.of(in.readNBytes(SignedRelease.MOST_BYTES + 1)))
                    .orElseThrow(others::exception);
        } catch (IOException unreadable) {
            throw others.exception(unreadable);
        }
    }
}
