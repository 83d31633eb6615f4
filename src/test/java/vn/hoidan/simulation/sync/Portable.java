package vn.hoidan.simulation.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.machine.PersonLock;
import vn.hoidan.client.app.office.HeadOffice;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Rejoining;
import vn.hoidan.core.sync.Bytes;

/// The one person of a laptop, whose store opens with any PIN, and the way from it to the office.
record Portable(OpenProfile open, HeadOffice office) implements ProfileStore, HeadOffices {

    @Override
    public List<Profile> profiles() {
        return List.of(open.profile());
    }

    @Override
    public Unlocking unlock(String profileId, char[] pin) {
        return new Unlocking.Opened(open);
    }

    @Override
    public HeadOffice at(ServerAddress address, DeviceCredentials credentials) {
        return office;
    }

    @Override
    public OpenProfile create(Profile profile, DeviceCredentials credentials, char[] pin) {
        throw new AssertionError("enrolled already");
    }

    @Override
    public Optional<Integer> recoveryTurn(String profileId) {
        return Optional.empty();
    }

    @Override
    public Unlocking recover(String profileId, SpokenCode code, char[] newPin) {
        throw new AssertionError("nobody forgets a PIN here");
    }

    @Override
    public List<StoreBackup> backups(String profileId) {
        return List.of();
    }

    @Override
    public Unlocking restore(String profileId, StoreBackup backup, char[] pin) {
        throw new AssertionError("images are put back by hand here");
    }

    @Override
    public Optional<Instant> reach(ServerAddress address) {
        throw new AssertionError("enrolled already");
    }

    @Override
    public Enrolled enrol(ServerAddress address, EnrolmentCode code, Bytes token) {
        throw new AssertionError("enrolled already");
    }

    @Override
    public Enrolled rejoin(ServerAddress address, EnrolmentCode code, Bytes token, Rejoining known) {
        throw new AssertionError("enrolled already");
    }

    @Override
    public SpokenCode reset(ServerAddress address, String device, int turn, SpokenCode code) {
        throw new AssertionError("nobody forgets a PIN here");
    }

    /// A lock that lacks nothing.
    static final class Unlocked implements PersonLock {
        @Override
        public PinChange change(char[] old, char[] next) {
            return new PinChange.Changed();
        }

        @Override
        public Optional<Integer> missingTurn() {
            return Optional.empty();
        }

        @Override
        public void keep(SpareKeys keys) {
            throw new AssertionError("none are missing");
        }
    }
}
