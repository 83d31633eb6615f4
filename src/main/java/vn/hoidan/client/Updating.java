package vn.hoidan.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.office.UpdateDesk;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.store.VersionFolder;
import vn.hoidan.client.ui.kit.LaneBackground;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.Version;
import vn.hoidan.launch.InstalledFolder;
import vn.hoidan.launch.StartCache;
import vn.hoidan.launch.Versions;
import vn.hoidan.vault.Signatures;

/// An installed client that keeps itself new. Everything happens on a lane of its own, after the window can be used.
final class Updating {
    private static final System.Logger LOG = System.getLogger(Updating.class.getName());
    private static final int GOOD = 0;

    private final Versions versions;
    private final InstalledFolder installed;
    private final UpdateDesk desk;
    private final LaneBackground lane = new LaneBackground("hoidan versions");
    private final Consumer<Problem> told;

    private Updating(Versions versions, InstalledFolder installed, Version own, UpdateDesk.Told told)
            throws IOException {
        this.versions = versions;
        this.installed = installed;
        this.told = told.problem();
        this.desk = new UpdateDesk(new HttpHeadOffices(installed.platform()),
                new VersionFolder(versions, installed.folder(), Updating::starts),
                new UpdateDesk.Running(installed.platform(), own), Signatures::verify, lane, told);
    }

    /// Empty for a program that was not installed, as one that Maven started.
    static Optional<Updating> in(Path folder, UpdateDesk.Told told) {
        Optional<InstalledFolder> here = InstalledFolder.here();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Version> own = Version.parse(here.get().version());
            return own.isEmpty() ? Optional.empty()
                    : Optional.of(new Updating(new Versions(folder), here.get(), own.get(), told));
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "no newer versions are fetched", unreadable);
            return Optional.empty();
        }
    }

    /// The window can be used: this version came up.
    void usable() {
        lane.run(() -> {
            versions.started();
            return versions.givenUp();
        }, givenUp -> givenUp.ifPresent(version -> told.accept(
                Problem.of(ProblemKind.UPDATE_WENT_BACK, "version", version.text()))), Updating::noted);
        lane.run(() -> StartCache.isStale(installed) && Files.isWritable(installed.jars())
                ? StartCache.make(installed, rehearsal(installed.folder())) : GOOD, _ -> { }, Updating::noted);
    }

    private static void noted(Problem problem) {
        LOG.log(System.Logger.Level.WARNING, "after the start: {0}", problem);
    }

    void synced(ServerAddress address, DeviceCredentials credentials) {
        desk.look(address, credentials);
    }

    /// Nothing is waited for: what was fetched is kept, and the next start goes on.
    void stop() {
        desk.stop();
    }

    /// Opens its first window without a display; what that learned makes the next start quick.
    private static boolean starts(Path place) {
        try {
            return StartCache.make(InstalledFolder.at(place), rehearsal(place)) == GOOD;
        } catch (IOException broken) {
            LOG.log(System.Logger.Level.WARNING, "a new version does not start", broken);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> rehearsal(Path place) {
        return List.of("client", "check", "--data", place.resolve("rehearsal").toString());
    }
}
