package vn.hoidan.client.store;

import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.client.app.store.Signing;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.sqlite.Database;
import vn.hoidan.vault.DeviceKey;
import vn.hoidan.vault.Signatures;

/// Signs with the key that stands sealed in one store. It is read each time, so that it is never longer in memory than
/// it is used; a store that has none yet, because it is older or lost it, gets one.
record StoreSigning(Database database, Sealing sealing) implements Signing {
    @Override
    public Bytes publicKey() {
        return key().publicKey();
    }

    @Override
    public Bytes sign(SignaturePurpose purpose, Bytes content) {
        return key().sign(purpose, content);
    }

    @Override
    public boolean verify(Bytes signingKey, SignaturePurpose purpose, Bytes content, Bytes signature) {
        return Signatures.verify(signingKey, purpose, content, signature);
    }

    private DeviceKey key() {
        return database.read(handle -> kept(handle, sealing))
                .orElseGet(() -> database.write(handle -> keptOrMade(handle, sealing)));
    }

    /// @param handle of a transaction that writes
    static DeviceKey keptOrMade(Handle handle, Sealing sealing) {
        return kept(handle, sealing).orElseGet(() -> {
            DeviceKey made = DeviceKey.random();
            byte[] bytes = made.toBytes();
            new Documents(handle, sealing).put(Documents.DEVICE_KEY, bytes);
            Arrays.fill(bytes, (byte) 0);
            return made;
        });
    }

    private static Optional<DeviceKey> kept(Handle handle, Sealing sealing) {
        return new Documents(handle, sealing).find(Documents.DEVICE_KEY).map(bytes -> {
            DeviceKey key = DeviceKey.of(bytes);
            Arrays.fill(bytes, (byte) 0);
            return key;
        });
    }
}
