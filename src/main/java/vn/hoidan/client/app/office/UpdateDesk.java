package vn.hoidan.client.app.office;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.KeyHandover;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseFile;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.core.release.Version;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.SignaturePurpose;

/// Fetches newer versions of this program in the background, a piece at a time, after rounds of sync.
public final class UpdateDesk {
    private final ReleaseOffices offices;
    private final NewVersions versions;
    private final Running running;
    private final Checks checks;
    private final Background lane;
    private final Told told;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    /// The program that runs.
    public record Running(String platform, Version version) {
    }

    /// What the person is told.
    ///
    /// @param problem somebody offers a version that the office did not sign
    /// @param waiting this version is fetched, looked through and tried; the next start uses it
    public record Told(Consumer<Problem> problem, Consumer<Version> waiting) {
    }

    /// Tells whether a key signed a content for a purpose.
    @FunctionalInterface
    public interface Checks {
        boolean signed(Bytes key, SignaturePurpose purpose, Bytes content, Bytes signature);
    }

    /// @param lane of its own: a version takes hours on a slow line
    public UpdateDesk(ReleaseOffices offices, NewVersions versions, Running running, Checks checks, Background lane,
            Told told) {
        this.offices = offices;
        this.versions = versions;
        this.running = running;
        this.checks = checks;
        this.lane = lane;
        this.told = told;
    }

    /// Looks for a newer version and fetches it, unless that goes on already. A cut line is no problem: the next round
    /// goes on.
    public void look(ServerAddress address, DeviceCredentials credentials) {
        if (stopped || busy.getAndSet(true)) {
            return;
        }
        lane.run(() -> fetch(address, credentials), waits -> {
            busy.set(false);
            waits.ifPresent(told.waiting());
        }, problem -> {
            busy.set(false);
            if (problem.kind() == ProblemKind.RELEASE_NOT_GENUINE) {
                told.problem().accept(problem);
            }
        });
    }

    /// Ends after the piece that is under way.
    public void stop() {
        stopped = true;
    }

    /// @return the newer version that from now on waits for the next start
    private Optional<Version> fetch(ServerAddress address, DeviceCredentials credentials) {
        Optional<ReleaseOffer> offer = offices.offer(address, credentials, running.platform());
        Optional<Bytes> key = offer.map(ReleaseOffer::key).map(given -> key(address, credentials, given));
        Optional<Release> newer = offer.flatMap(ReleaseOffer::signed).map(signed -> genuine(key.orElseThrow(), signed))
                .filter(release -> release.version().isNewerThan(running.version()))
                .filter(release -> versions.isWanted(release.version()));
        return newer.filter(release -> gather(address, credentials, release) && versions.install(release))
                .map(Release::version);
    }

    /// The key that holds: the one known, or another to which it was handed over.
    private Bytes key(ServerAddress address, DeviceCredentials credentials, Bytes given) {
        Bytes known = versions.keyOf(address.fingerprint(), given);
        if (known.equals(given) || !KeyHandover.leads(known, given, offices.handovers(address, credentials),
                each -> checks.signed(each.from(), SignaturePurpose.RELEASE_KEY,
                        KeyHandover.signedContent(each.from(), each.to()), each.signature()))) {
            return known;
        }
        versions.trust(address.fingerprint(), given);
        return given;
    }

    private Release genuine(Bytes key, ReleaseOffer.Signed signed) {
        if (!checks.signed(key, SignaturePurpose.RELEASE, signed.list(), signed.signature())) {
            throw notGenuine();
        }
        return Release.parse(signed.list()).filter(release -> release.platform().equals(running.platform()))
                .orElseThrow(UpdateDesk::notGenuine);
    }

    /// False if it was stopped before everything was there.
    private boolean gather(ServerAddress address, DeviceCredentials credentials, Release release) {
        for (ReleaseFile file : release.files()) {
            long has = versions.has(file);
            while (has < file.bytes()) {
                if (stopped) {
                    return false;
                }
                Bytes piece = offices.piece(address, credentials, file.hash(), has);
                if (piece.length() == 0 || has + piece.length() > file.bytes()) {
                    throw notGenuine();
                }
                versions.append(file, piece);
                has += piece.length();
            }
        }
        return true;
    }

    private static RuntimeException notGenuine() {
        return Problem.of(ProblemKind.RELEASE_NOT_GENUINE).exception();
    }
}
