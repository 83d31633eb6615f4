package vn.hoidan.client.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.support.FieldStoreContract;

class SqliteFieldStoreTest extends FieldStoreContract {
    @TempDir
    Path folder;

    private int laptops;

    @Override
    protected FieldStore empty() {
        laptops++;
        return folders().create(StoreFixture.PROFILE, StoreFixture.CREDENTIALS, StoreFixture.pin()).store();
    }

    @Override
    protected FieldStore reopened(FieldStore open) {
        open.close();
        return assertInstanceOf(Unlocking.Opened.class,
                folders().unlock(StoreFixture.PROFILE.id(), StoreFixture.pin())).profile().store();
    }

    private ProfileFolders folders() {
        return StoreFixture.folders(folder.resolve("laptop " + laptops), new StoreFixture.SetClock());
    }
}
