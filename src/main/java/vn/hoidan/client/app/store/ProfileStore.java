package vn.hoidan.client.app.store;

import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.machine.PersonLock;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.core.access.SpokenCode;

/// The people of this laptop, each with a store of their own that opens with their PIN only.
public interface ProfileStore {
    List<Profile> profiles();

    /// Makes a person's store, or leaves nothing behind. The caller wipes the PIN.
    OpenProfile create(Profile profile, DeviceCredentials credentials, char[] pin);

    /// Tries to open a person's store. The caller wipes the PIN.
    Unlocking unlock(String profileId, char[] pin);

    /// The turn whose code opens a person's store instead of the PIN; empty as long as the office has given none.
    Optional<Integer> recoveryTurn(String profileId);

    /// Tries to open a person's store with the code of its turn, which is spent by that, and puts another PIN in place
    /// of the forgotten one, all in one transaction. Wrong codes count as wrong PINs do. The caller wipes the PIN.
    Unlocking recover(String profileId, SpokenCode code, char[] newPin);

    /// Copies of a person's store that can be read, newest first, beside the data and in the chosen folder.
    List<StoreBackup> backups(String profileId);

    /// Brings a copy back with the PIN that held when it was made; what stood in its place is kept beside. The caller
    /// wipes the PIN.
    ///
    /// @throws vn.hoidan.core.problem.ProblemException BACKUP_UNUSABLE
    Unlocking restore(String profileId, StoreBackup backup, char[] pin);

    /// A store that is open.
    record OpenProfile(Profile profile, DeviceCredentials credentials, FieldStore store, PersonLock lock,
            StoreKeeper keeper) {
    }

    sealed interface Unlocking {
        record Opened(OpenProfile profile) implements Unlocking {
        }

        /// @param wrongTries  since the last right PIN
        /// @param waitSeconds until the next try is looked at; 0 when at once
        record Denied(int wrongTries, long waitSeconds) implements Unlocking {
        }
    }
}
