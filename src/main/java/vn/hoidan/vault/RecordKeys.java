package vn.hoidan.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;

/// The keys to which laptops seal their records, made at the server's first start and kept beside its identity. The
/// newest is for new records; older ones stay, because what was sealed to them must open for ever. Whoever loses them
/// has lost the answers. Safe for several threads and several programs on one folder.
public final class RecordKeys {
    static final String NAME = "record-keys";
    private static final String ALIAS = "record-key-";
    private static final int SECRET_BYTES = 32;
    /// What the JDK calls a secret that is only bytes; PKCS#12 wants the name of an algorithm.
    private static final String RAW = "AES";

    private final KeyFile file;
    private volatile Loaded loaded;

    /// @param changedAt of the file they were read from
    private record Loaded(FileTime changedAt, Map<Bytes, AsymmetricCipherKeyPair> byName, Bytes newest) {
    }

    private RecordKeys(KeyFile file) {
        this.file = file;
        this.loaded = load();
    }

    /// @param folder of the server's identity
    /// @throws ProblemException STORE_DAMAGED if the files are there but do not open, FOLDER_NOT_WRITABLE
    public static RecordKeys openOrCreate(Path folder) {
        return new RecordKeys(new KeyFile(folder.toAbsolutePath(), NAME));
    }

    /// The public key for new records, also when another program has made it since.
    public Bytes current() {
        return fresh().newest();
    }

    /// Makes a new key for new records. Laptops learn it at their next sync.
    public Bytes renew() {
        int keys = loaded.byName().size();
        file.change((store, password) -> put(store, password, keys + 1));
        loaded = load();
        return loaded.newest();
    }

    /// The content of a sealed body.
    ///
    /// @throws ProblemException RECORD_NOT_GENUINE
    public Bytes open(Bytes header, Bytes body) {
        byte[] sealed = body.toArray();
        Bytes name = Bytes.of(RecordSeals.nameIn(sealed));
        AsymmetricCipherKeyPair pair = Optional.ofNullable(loaded.byName().get(name))
                .or(() -> Optional.ofNullable(fresh().byName().get(name)))
                .orElseThrow(() -> notGenuine("unknown record key").exception());
        try {
            return RecordSeals.open(pair, header, sealed);
        } catch (InvalidCipherTextException forged) {
            throw notGenuine("seal").exception(forged);
        }
    }

    private static Problem notGenuine(String reason) {
        return Problem.of(ProblemKind.RECORD_NOT_GENUINE, "reason", reason);
    }

    private Loaded fresh() {
        if (!changedAt().equals(loaded.changedAt())) {
            loaded = load();
        }
        return loaded;
    }

    private FileTime changedAt() {
        try {
            return Files.getLastModifiedTime(file.file());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the record keys were taken away", unreadable);
        }
    }

    private Loaded load() {
        return file.openOrCreate((store, password) -> put(store, password, 1), (store, password) -> {
            Map<Bytes, AsymmetricCipherKeyPair> byName = new HashMap<>();
            Bytes newest = null;
            for (int number = 1; store.containsAlias(ALIAS + number); number++) {
                AsymmetricCipherKeyPair pair = RecordSeals.hpke()
                        .deriveKeyPair(store.getKey(ALIAS + number, password).getEncoded());
                newest = Bytes.of(RecordSeals.hpke().serializePublicKey(pair.getPublic()));
                byName.put(Bytes.of(RecordSeals.name(newest)), pair);
            }
            return newest == null ? null : new Loaded(changedAt(), Map.copyOf(byName), newest);
        });
    }

    private static void put(KeyStore store, char[] password, int number) throws GeneralSecurityException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        store.setKeyEntry(ALIAS + number, new SecretKeySpec(secret, RAW), password, null);
    }

    /// Nothing of the secrets.
    @Override
    public String toString() {
        return "RecordKeys[hidden]";
    }
}
