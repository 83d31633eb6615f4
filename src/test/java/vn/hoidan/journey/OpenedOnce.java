package vn.hoidan.journey;

import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.core.access.SpokenCode;

/// A laptop's folder with one person, whose store is opened once for all rounds of sync. Each opening looks through the
/// whole store, which is tried elsewhere and would take most of the time here.
///
/// @param folders where the person is
/// @param open    that person's store
record OpenedOnce(ProfileStore folders, OpenProfile open) implements ProfileStore {
    OpenedOnce(ProfileStore folders, String pin) {
        this(folders, ((Unlocking.Opened) folders.unlock(folders.profiles().getFirst().id(), pin.toCharArray()))
                .profile());
    }

    @Override
    public List<Profile> profiles() {
        return folders.profiles();
    }

    @Override
    public Unlocking unlock(String profileId, char[] pin) {
        return new Unlocking.Opened(open);
    }

    @Override
    public OpenProfile create(Profile profile, DeviceCredentials credentials, char[] pin) {
        return folders.create(profile, credentials, pin);
    }

    @Override
    public Optional<Integer> recoveryTurn(String profileId) {
        return folders.recoveryTurn(profileId);
    }

    @Override
    public Unlocking recover(String profileId, SpokenCode code, char[] newPin) {
        return folders.recover(profileId, code, newPin);
    }

    @Override
    public List<StoreBackup> backups(String profileId) {
        return folders.backups(profileId);
    }

    @Override
    public Unlocking restore(String profileId, StoreBackup backup, char[] pin) {
        return folders.restore(profileId, backup, pin);
    }
}
