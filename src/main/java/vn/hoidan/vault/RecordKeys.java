package vn.hoidan.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
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
    /// Of keys that were taken from elsewhere.
    private static final String KEPT = "kept-record-key-";
    private static final int SECRET_BYTES = 32;
    /// What the JDK calls a secret that is only bytes; PKCS#12 wants the name of an algorithm.
    private static final String RAW = "AES";
    private static final String COVER = "HmacSHA256";
    private static final byte[] COVER_CONTEXT = "hoidan cover 1".getBytes(StandardCharsets.UTF_8);

    private final KeyFile file;
    private volatile Loaded loaded;

    /// @param changedAt of the file they were read from
    /// @param cover     key of the names of contents; made of the first key, which stays for ever
    /// @param made      how many were made here
    private record Loaded(FileTime changedAt, Map<Bytes, AsymmetricCipherKeyPair> byName, Bytes newest, Bytes cover,
            int made) {
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
        int keys = fresh().made();
        file.change((store, password) -> put(store, password, keys + 1));
        loaded = load();
        return loaded.newest();
    }

    /// Takes keys from another folder that are not here, such as from a copy kept apart. They open what was sealed to
    /// them; the key for new records stays.
    ///
    /// @return how many there were
    /// @throws ProblemException STORE_DAMAGED if there are no keys in the folder, or they do not open
    public int adopt(Path folder) {
        KeyFile other = new KeyFile(folder.toAbsolutePath(), NAME);
        if (!Files.exists(other.file())) {
            throw Problem.of(ProblemKind.STORE_DAMAGED, "file", other.file().toString()).exception();
        }
        List<byte[]> foreign = other.openOrCreate((_, _) -> { }, (store, password) -> secrets(store, password));
        Set<Bytes> known = new HashSet<>(fresh().byName().keySet());
        List<byte[]> missing = foreign.stream().filter(secret -> known.add(nameOf(pair(secret)))).toList();
        if (!missing.isEmpty()) {
            file.change((store, password) -> {
                int number = 1;
                for (byte[] secret : missing) {
                    while (store.containsAlias(KEPT + number)) {
                        number++;
                    }
                    store.setKeyEntry(KEPT + number, new SecretKeySpec(secret, RAW), password, null);
                }
            });
            loaded = load();
        }
        return missing.size();
    }

    /// All of a store: its own, the first first, then those taken from elsewhere.
    private static List<byte[]> secrets(KeyStore store, char[] password) throws GeneralSecurityException {
        List<byte[]> secrets = new ArrayList<>();
        for (String alias : List.of(ALIAS, KEPT)) {
            for (int number = 1; store.containsAlias(alias + number); number++) {
                secrets.add(store.getKey(alias + number, password).getEncoded());
            }
        }
        return secrets;
    }

    private static AsymmetricCipherKeyPair pair(byte[] secret) {
        return RecordSeals.hpke().deriveKeyPair(secret);
    }

    private static Bytes publicKey(AsymmetricCipherKeyPair pair) {
        return Bytes.of(RecordSeals.hpke().serializePublicKey(pair.getPublic()));
    }

    private static Bytes nameOf(AsymmetricCipherKeyPair pair) {
        return Bytes.of(RecordSeals.name(publicKey(pair)));
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

    /// What a sealed file says of its content without opening it: a name for the content by which nobody without these
    /// keys can find out what it is. The same content has the same name, whoever sealed it.
    ///
    /// @return empty if it is no sealed file
    /// @throws ProblemException RECORD_NOT_GENUINE if it was sealed for another office
    public Optional<Bytes> coverOf(InputStream sealedFile) throws IOException {
        return FileSeals.head(this, sealedFile).map(FileSeals.Head::hash).map(this::cover);
    }

    /// The name of a content, by its hash.
    public Bytes cover(Bytes hash) {
        try {
            Mac mac = Mac.getInstance(COVER);
            mac.init(new SecretKeySpec(loaded.cover().toArray(), COVER));
            return Bytes.of(mac.doFinal(hash.toArray()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + COVER, impossible);
        }
    }

    /// Opens a sealed file; a block of it is in memory at a time.
    ///
    /// @return false if it is not whole or was changed: what was written until then is worth nothing
    /// @throws ProblemException RECORD_NOT_GENUINE if it was sealed for another office
    public boolean open(InputStream sealedFile, OutputStream to) throws IOException {
        Optional<FileSeals.Head> head = FileSeals.head(this, sealedFile);
        return head.isPresent() && FileSeals.open(head.get(), sealedFile, to);
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
            secrets(store, password).forEach(secret -> byName.put(nameOf(pair(secret)), pair(secret)));
            int last = 0;
            while (store.containsAlias(ALIAS + (last + 1))) {
                last++;
            }
            return last == 0 ? null : new Loaded(changedAt(), Map.copyOf(byName),
                    publicKey(pair(store.getKey(ALIAS + last, password).getEncoded())),
                    coverKey(store.getKey(ALIAS + 1, password).getEncoded()), last);
        });
    }

    private static Bytes coverKey(byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(COVER);
        mac.init(new SecretKeySpec(secret, COVER));
        return Bytes.of(mac.doFinal(COVER_CONTEXT));
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
