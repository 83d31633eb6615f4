package vn.hoidan.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import vn.hoidan.core.access.OfficeSecrets;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.sync.Bytes;

/// The office's own secrets, made at the server's first start and kept beside its identity: the key pair for which
/// every device wraps its data key, and the secret from which recovery codes are derived. Whoever loses them cannot
/// open laptops of people who forgot their PIN; whoever steals them and a laptop can.
public final class OfficeKeys implements OfficeSecrets {
    static final String NAME = "office-keys";
    private static final String KEY_ALIAS = "office-key";
    private static final String RECOVERY_ALIAS = "recovery";
    private static final int SECRET_BYTES = 32;
    /// What the JDK calls a secret that is only bytes; PKCS#12 wants the name of an algorithm.
    private static final String RAW = "AES";
    private static final String RECOVERY_CONTEXT = "hoidan recovery code 1";
    private static final String HASH_CONTEXT = "hoidan one-time code 1";

    private final AsymmetricCipherKeyPair pair;
    private final byte[] recovery;

    private OfficeKeys(byte[] key, byte[] recovery) {
        this.pair = OfficeWraps.pair(key);
        this.recovery = recovery;
    }

    /// @param folder of the server's identity
    /// @throws vn.hoidan.core.problem.ProblemException STORE_DAMAGED if the files are there but do not open,
    ///                                                 FOLDER_NOT_WRITABLE
    public static OfficeKeys openOrCreate(Path folder) {
        return new KeyFile(folder.toAbsolutePath(), NAME).openOrCreate((store, password) -> {
            SecureRandom random = new SecureRandom();
            for (String alias : new String[] {KEY_ALIAS, RECOVERY_ALIAS}) {
                byte[] secret = new byte[SECRET_BYTES];
                random.nextBytes(secret);
                store.setKeyEntry(alias, new SecretKeySpec(secret, RAW), password, null);
            }
        }, (store, password) -> {
            var key = store.getKey(KEY_ALIAS, password);
            var recovery = store.getKey(RECOVERY_ALIAS, password);
            return key == null || recovery == null ? null : new OfficeKeys(key.getEncoded(), recovery.getEncoded());
        });
    }

    @Override
    public Bytes publicKey() {
        return OfficeWraps.publicKey(pair);
    }

    @Override
    public SpokenCode recoveryCode(String device, int turn) {
        return SpokenCode.of(derived(RECOVERY_CONTEXT, device, String.valueOf(turn)), SpokenCode.RECOVERY_GROUPS);
    }

    @Override
    public Bytes hash(String device, SpokenCode code) {
        return derived(HASH_CONTEXT, device, code.asText());
    }

    @Override
    public Optional<Bytes> unwrap(OfficeWrap wrap) {
        try {
            return Optional.of(Bytes.of(OfficeWraps.open(pair, wrap)));
        } catch (InvalidCipherTextException | RuntimeException notForUs) {
            // Bouncy Castle throws whatever comes to hand for a share that is no point of the curve
            return Optional.empty();
        }
    }

    /// HKDF with SHA-256 (RFC 5869). Lengths stand before the parts, so that no two lists of parts read the same.
    private Bytes derived(String... parts) {
        StringBuilder context = new StringBuilder();
        for (String part : parts) {
            context.append(part.length()).append(':').append(part);
        }
        try {
            return Bytes.of(KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract()
                    .addIKM(recovery).thenExpand(context.toString().getBytes(StandardCharsets.UTF_8), SECRET_BYTES)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HKDF", impossible);
        }
    }

    /// Nothing of the secrets.
    @Override
    public String toString() {
        return "OfficeKeys[hidden]";
    }
}
