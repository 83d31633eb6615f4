package vn.hoidan.vault;

import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;

/// The key by which an office signs the releases that it offers, made when it is first needed and kept beside the
/// server's identity. Laptops hold to the one that they saw first.
public final class ReleaseKey {
    private static final String NAME = "release-key";
    private static final String ALIAS = "release";
    /// What the JDK calls a secret that is only bytes; PKCS#12 wants the name of an algorithm.
    private static final String RAW = "AES";

    private final DeviceKey key;

    private ReleaseKey(DeviceKey key) {
        this.key = key;
    }

    /// @param folder of the server's identity
    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED if the files are there but do not open,
    ///                                                 FOLDER_NOT_WRITABLE
    public static ReleaseKey openOrCreate(Path folder) {
        return new KeyFile(folder.toAbsolutePath(), NAME).openOrCreate(
                (store, password) -> store.setKeyEntry(ALIAS, new SecretKeySpec(DeviceKey.random().toBytes(), RAW),
                        password, null),
                (store, password) -> Optional.ofNullable(store.getKey(ALIAS, password))
                        .map(kept -> new ReleaseKey(DeviceKey.of(kept.getEncoded()))).orElse(null));
    }

    /// Raw, 32 bytes.
    public Bytes publicKey() {
        return key.publicKey();
    }

    public Bytes sign(Bytes list) {
        return key.sign(SignaturePurpose.RELEASE, list);
    }

    /// Nothing of the secret.
    @Override
    public String toString() {
        return "ReleaseKey[hidden]";
    }
}
