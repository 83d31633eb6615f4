package vn.hoidan.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.KeyHandover;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.SignedRelease;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;

/// The key by which an office signs the releases that it offers. It lies in a file under a passphrase, on a machine of
/// the office or on a stick, never at the server: whoever has the server cannot make programs for its laptops. With it
/// stand the hand-overs by which it became the office's key.
public final class ReleaseKey {
    /// Characters of a passphrase at least: the file can be carried away and guessed at.
    public static final int SHORTEST_PASSPHRASE = 12;
    private static final String AT_SERVER = "release-key";
    private static final String AT_SERVER_ALIAS = "release";
    private static final String FIRST_LINE = "hoidan release key 1";
    private static final String SEALED_FOR = "hoidan release key 1";
    private static final int MOST_FILE_BYTES = 64 * 1024;
    private static final int LINES = 5;
    private static final int COST_WORDS = 3;

    private final DeviceKey key;
    private final List<KeyHandover> handovers;

    private ReleaseKey(DeviceKey key, List<KeyHandover> handovers) {
        this.key = key;
        this.handovers = List.copyOf(handovers);
    }

    /// The first key of an office.
    public static ReleaseKey random() {
        return new ReleaseKey(DeviceKey.random(), List.of());
    }

    /// Another key for the same office: this one says that it is its own.
    public ReleaseKey next() {
        DeviceKey next = DeviceKey.random();
        List<KeyHandover> all = new ArrayList<>(handovers);
        all.add(new KeyHandover(publicKey(), next.publicKey(), key.sign(SignaturePurpose.RELEASE_KEY,
                KeyHandover.signedContent(publicKey(), next.publicKey()))));
        return new ReleaseKey(next, all);
    }

    /// The key that an office kept at its server; empty if there is none.
    ///
    /// @param identity folder of the server's identity
    /// @throws ProblemException STORE_DAMAGED if the files are there but do not open
    public static Optional<ReleaseKey> atServer(Path identity) {
        KeyFile file = new KeyFile(identity.toAbsolutePath(), AT_SERVER);
        if (!Files.exists(file.file())) {
            return Optional.empty();
        }
        return Optional.of(file.openOrCreate((_, _) -> {
            throw new IllegalStateException("no key is made at the server");
        }, (store, password) -> Optional.ofNullable(store.getKey(AT_SERVER_ALIAS, password))
                .map(kept -> new ReleaseKey(DeviceKey.of(kept.getEncoded()), List.of())).orElse(null)));
    }

    /// Takes the key away from the server, once it lies elsewhere.
    ///
    /// @throws ProblemException FOLDER_NOT_WRITABLE
    public static void removeFromServer(Path identity) {
        new KeyFile(identity.toAbsolutePath(), AT_SERVER).delete();
    }

    /// Raw, 32 bytes.
    public Bytes publicKey() {
        return key.publicKey();
    }

    public SignedRelease sign(Release release) {
        return new SignedRelease(handovers, publicKey(), key.sign(SignaturePurpose.RELEASE, release.toBytes()),
                release.toBytes());
    }

    /// Writes it to a new file.
    ///
    /// @param passphrase the caller wipes it
    /// @throws ProblemException PASSPHRASE_TOO_SHORT, FOLDER_NOT_WRITABLE also if the file is there already
    public void write(Path file, char[] passphrase) {
        if (passphrase.length < SHORTEST_PASSPHRASE) {
            throw Problem.of(ProblemKind.PASSPHRASE_TOO_SHORT, "shortest", String.valueOf(SHORTEST_PASSPHRASE))
                    .exception();
        }
        SecureRandom random = new SecureRandom();
        byte[] secret = key.toBytes();
        try (DataKey sealing = DataKey.random(random)) {
            PinVault vault = PinVault.create(passphrase, sealing, PinVault.Cost.USUAL, random);
            String text = FIRST_LINE + "\nhandovers " + KeyHandover.toBytes(handovers).hex() + "\nargon2id "
                    + vault.memoryKib() + " " + vault.passes() + " " + vault.lanes() + "\nsalt " + vault.salt().hex()
                    + "\nsealed " + vault.wrappedKey().hex() + " " + sealing.seal(secret, SEALED_FOR).hex() + "\n";
            if (Files.exists(file)) {
                throw new IOException("there is a file already");
            }
            PrivateFiles.write(file.toAbsolutePath(), text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException refused) {
            throw Problem.of(ProblemKind.FOLDER_NOT_WRITABLE, "folder", file.toString()).exception(refused);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// Reads it from its file.
    ///
    /// @param passphrase the caller wipes it
    /// @throws ProblemException RELEASE_KEY_CLOSED if the passphrase is wrong or the file is none or was changed
    public static ReleaseKey read(Path file, char[] passphrase) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_FILE_BYTES + 1);
            return parse(new String(content, StandardCharsets.US_ASCII), passphrase)
                    .orElseThrow(() -> closed(file).exception());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw closed(file).exception(unreadable);
        }
    }

    private static Problem closed(Path file) {
        return Problem.of(ProblemKind.RELEASE_KEY_CLOSED, "file", file.toString());
    }

    private static Optional<ReleaseKey> parse(String text, char[] passphrase) {
        List<String> lines = text.lines().toList();
        if (text.length() > MOST_FILE_BYTES || lines.size() != LINES || !lines.getFirst().equals(FIRST_LINE)) {
            return Optional.empty();
        }
        Optional<List<KeyHandover>> handovers = KeyHandover.parse(Bytes.ofHex(rest(lines.get(1), "handovers ")));
        String[] cost = rest(lines.get(2), "argon2id ").split(" ");
        String[] sealed = rest(lines.get(4), "sealed ").split(" ");
        if (handovers.isEmpty() || cost.length != COST_WORDS || sealed.length != 2) {
            return Optional.empty();
        }
        PinVault vault = new PinVault(Integer.parseInt(cost[0]), Integer.parseInt(cost[1]), Integer.parseInt(cost[2]),
                Bytes.ofHex(rest(lines.get(3), "salt ")), Bytes.ofHex(sealed[0]));
        return vault.open(passphrase).map(opened -> {
            try (DataKey sealing = opened) {
                return new ReleaseKey(DeviceKey.of(sealing.open(Bytes.ofHex(sealed[1]), SEALED_FOR)),
                        handovers.get());
            } catch (ProblemException changed) {
                throw new IllegalArgumentException("changed", changed);
            }
        });
    }

    private static String rest(String line, String word) {
        if (!line.startsWith(word)) {
            throw new IllegalArgumentException("no " + word);
        }
        return line.substring(word.length());
    }

    /// Nothing of the secret.
    @Override
    public String toString() {
        return "ReleaseKey[hidden]";
    }
}
