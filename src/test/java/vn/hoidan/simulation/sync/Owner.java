package vn.hoidan.simulation.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.app.store.ProfileStore.OpenProfile;
import vn.hoidan.client.app.store.ProfileStore.Unlocking;
import vn.hoidan.client.app.store.StoreBackup;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.simulation.Violation;
import vn.hoidan.support.SettableClock;
import vn.hoidan.vault.PinVault;

/// The person in front of a laptop with a real store: gives the PIN, waits after wrong ones, reads what the program
/// tells, and brings a copy back when nothing else helps.
final class Owner {
    private static final String PIN = "482916";

    private final SyncWorld world;
    private final Profile profile;
    private final Path data;
    private final SettableClock clock;
    private final ProfileFolders people;
    private Optional<OpenProfile> open = Optional.empty();

    /// @param data of the program on this laptop
    Owner(SyncWorld world, Profile profile, Path data) {
        this.world = world;
        this.profile = profile;
        this.data = data;
        this.clock = new SettableClock(world.now());
        this.people = new ProfileFolders(data, clock, PinVault.Cost.LEAST);
    }

    Profile profile() {
        return profile;
    }

    Path data() {
        return data;
    }

    /// Where the person's own files are.
    Path folder() {
        return data.resolve("people").resolve(profile.id());
    }

    void joins(DeviceCredentials credentials) {
        open = Optional.of(people.create(profile, credentials, PIN.toCharArray()));
    }

    boolean isAtWork() {
        return open.isPresent();
    }

    OpenProfile open() {
        return open.orElseThrow();
    }

    /// @return false if the person has to wait before the next try
    boolean comes() {
        return entered(people.unlock(profile.id(), PIN.toCharArray()));
    }

    /// The newest that there is.
    boolean bringsACopyBack() {
        world.events.count("copy-brought-back");
        List<StoreBackup> copies = people.backups(profile.id());
        Violation.unless(!copies.isEmpty(), "D2", "no copy can be brought back");
        return entered(people.restore(profile.id(), copies.getFirst(), PIN.toCharArray()));
    }

    private boolean entered(Unlocking unlocking) {
        return switch (unlocking) {
            case Unlocking.Opened opened -> {
                open = Optional.of(opened.profile());
                world.events.count("store-opened-again");
                reads(opened.profile().store());
                yield true;
            }
            case Unlocking.Denied denied -> {
                if (denied.waitSeconds() == 0) {
                    // the PIN was right: what it opens is damaged
                    throw Problem.of(ProblemKind.WRONG_PIN, "tries", "").exception();
                }
                clock.forward(Duration.ofSeconds(denied.waitSeconds()));
                yield false;
            }
        };
    }

    private void reads(FieldStore store) {
        store.notice().ifPresent(problem -> {
            world.events.count("told-" + problem.kind());
            store.apply(List.of(new Change.NoticeRead()));
        });
    }

    /// What the program had open is gone; what stands in the folder afterwards does not count if the power is gone.
    void leaves() {
        open.ifPresent(each -> each.store().close());
        open = Optional.empty();
    }
}
