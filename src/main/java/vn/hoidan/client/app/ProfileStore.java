package vn.hoidan.client.app;

import java.util.List;
import vn.hoidan.client.app.HeadOffices.DeviceCredentials;

/// The people of this laptop, each with a store of their own that opens with their PIN only.
public interface ProfileStore {
    List<Profile> profiles();

    /// Makes a person's store, or leaves nothing behind. The caller wipes the PIN.
    OpenProfile create(Profile profile, DeviceCredentials credentials, char[] pin);

    /// Tries to open a person's store. The caller wipes the PIN.
    Unlocking unlock(String profileId, char[] pin);

    /// A store that is open.
    record OpenProfile(Profile profile, DeviceCredentials credentials, FieldStore store) {
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
