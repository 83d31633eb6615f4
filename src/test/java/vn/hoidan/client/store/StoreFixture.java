package vn.hoidan.client.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.support.Samples;
import vn.hoidan.vault.PinVault;

/// One person on a laptop whose clock stands where the test puts it.
final class StoreFixture {
    static final String PIN = "482916";
    static final Profile PROFILE = new Profile("5f0c-1", "1-7", Samples.enumerator(),
            new ServerAddress("khaosat.example", 8443, Samples.bytes(16, 3)));
    static final DeviceCredentials CREDENTIALS = new DeviceCredentials("1-7", Samples.bytes(32, 11));

    /// A clock that is set by hand.
    static final class SetClock implements DeviceClock {
        private Instant now = Samples.MORNING;

        void set(Instant instant) {
            now = instant;
        }

        void forward(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public long monotonicNanos() {
            return 0;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.ofHours(7);
        }
    }

    private StoreFixture() {
    }

    static ProfileFolders folders(Path folder, DeviceClock clock) {
        return new ProfileFolders(folder, clock, PinVault.Cost.LEAST);
    }

    static char[] pin() {
        return PIN.toCharArray();
    }
}
