package vn.hoidan.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.hoidan.client.app.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.Profile;
import vn.hoidan.client.app.ProfileStore;

/// People of a laptop in memory. Opening somebody again gives an empty store. The third wrong PIN and those after it
/// must be waited for.
public final class MemoryProfiles implements ProfileStore {
    public static final long WAIT_SECONDS = 5;
    private static final int FREE_TRIES = 2;

    private final List<OpenProfile> people = new ArrayList<>();
    private final Map<String, char[]> pins = new ConcurrentHashMap<>();
    private final List<MemoryFieldStore> stores = new ArrayList<>();
    private int wrong;

    /// The store opened last.
    public MemoryFieldStore store() {
        return stores.getLast();
    }

    @Override
    public List<Profile> profiles() {
        return people.stream().map(OpenProfile::profile).toList();
    }

    @Override
    public OpenProfile create(Profile profile, DeviceCredentials credentials, char[] pin) {
        pins.put(profile.id(), pin.clone());
        people.add(new OpenProfile(profile, credentials, open()));
        return people.getLast();
    }

    private MemoryFieldStore open() {
        stores.add(new MemoryFieldStore());
        return stores.getLast();
    }

    @Override
    public Unlocking unlock(String profileId, char[] pin) {
        if (!Arrays.equals(pin, pins.get(profileId))) {
            wrong++;
            return new Unlocking.Denied(wrong, wrong > FREE_TRIES ? WAIT_SECONDS : 0);
        }
        wrong = 0;
        OpenProfile known = people.stream().filter(each -> each.profile().id().equals(profileId)).findFirst()
                .orElseThrow();
        return new Unlocking.Opened(new OpenProfile(known.profile(), known.credentials(), open()));
    }
}
