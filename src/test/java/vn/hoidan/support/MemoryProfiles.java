package vn.hoidan.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.hoidan.client.app.machine.PersonLock;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.problem.Problem;

/// People of a laptop in memory. The third wrong PIN and those after it
/// must be waited for.
public final class MemoryProfiles implements ProfileStore {
    public static final long WAIT_SECONDS = 5;
    private static final int FREE_TRIES = 2;

    private final List<OpenProfile> people = new ArrayList<>();
    private final Map<String, char[]> pins = new ConcurrentHashMap<>();
    private final Map<String, SpareKeys> spareKeys = new ConcurrentHashMap<>();
    private final Map<String, Integer> turns = new ConcurrentHashMap<>();
    private final List<MemoryFieldStore> stores = new ArrayList<>();
    private final Map<String, MemoryFieldStore> latest = new ConcurrentHashMap<>();
    private int wrong;
    /// Told to who asks for the people.
    public Optional<Problem> unreadable = Optional.empty();
    /// Told to who opens a store, as when its file is damaged; empty again once a copy is brought back.
    public Optional<Problem> damage = Optional.empty();
    /// Copies of everybody's store.
    public final List<StoreBackup> copies = new ArrayList<>();

    /// The store opened last.
    public MemoryFieldStore store() {
        return stores.getLast();
    }

    @Override
    public List<Profile> profiles() {
        unreadable.ifPresent(problem -> {
            throw problem.exception();
        });
        return people.stream().map(OpenProfile::profile).toList();
    }

    @Override
    public OpenProfile create(Profile profile, DeviceCredentials credentials, char[] pin) {
        pins.put(profile.id(), pin.clone());
        people.add(new OpenProfile(profile, credentials, open(profile.id()), new Lock(profile.id()),
                new MemoryKeeper()));
        return people.getLast();
    }

    private MemoryFieldStore open(String profileId) {
        MemoryFieldStore before = latest.getOrDefault(profileId, new MemoryFieldStore());
        stores.add(before.reopened());
        latest.put(profileId, stores.getLast());
        return stores.getLast();
    }

    @Override
    public Unlocking unlock(String profileId, char[] pin) {
        damage.ifPresent(problem -> {
            throw problem.exception();
        });
        return opened(profileId, Arrays.equals(pin, pins.get(profileId)));
    }

    private Unlocking opened(String profileId, boolean right) {
        if (!right) {
            wrong++;
            return new Unlocking.Denied(wrong, wrong > FREE_TRIES ? WAIT_SECONDS : 0);
        }
        wrong = 0;
        OpenProfile known = people.stream().filter(each -> each.profile().id().equals(profileId)).findFirst()
                .orElseThrow();
        return new Unlocking.Opened(new OpenProfile(known.profile(), known.credentials(), open(profileId),
                known.lock(), known.keeper()));
    }

    @Override
    public List<StoreBackup> backups(String profileId) {
        return copies;
    }

    @Override
    public Unlocking restore(String profileId, StoreBackup backup, char[] pin) {
        Unlocking outcome = opened(profileId, Arrays.equals(pin, pins.get(profileId)));
        damage = outcome instanceof Unlocking.Opened ? Optional.empty() : damage;
        return outcome;
    }

    @Override
    public Optional<Integer> recoveryTurn(String profileId) {
        return Optional.ofNullable(spareKeys.get(profileId)).map(SpareKeys::turn);
    }

    @Override
    public Unlocking recover(String profileId, SpokenCode code, char[] newPin) {
        boolean right = spareKeys.get(profileId).code().equals(code);
        if (right) {
            turns.merge(profileId, 2, (turn, _) -> turn + 1);
            spareKeys.remove(profileId);
            pins.put(profileId, newPin.clone());
        }
        return opened(profileId, right);
    }

    /// The lock of one of them.
    private final class Lock implements PersonLock {
        private final String id;

        Lock(String id) {
            this.id = id;
        }

        @Override
        public PinChange change(char[] old, char[] next) {
            if (!Arrays.equals(old, pins.get(id))) {
                wrong++;
                return new PinChange.Denied(wrong, wrong > FREE_TRIES ? WAIT_SECONDS : 0);
            }
            wrong = 0;
            pins.put(id, next.clone());
            return new PinChange.Changed();
        }

        @Override
        public Optional<Integer> missingTurn() {
            return spareKeys.containsKey(id) ? Optional.empty() : Optional.of(turns.getOrDefault(id, 1));
        }

        @Override
        public void keep(SpareKeys keys) {
            spareKeys.put(id, keys);
        }
    }
}
