package vn.hoidan.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.office.ReleaseOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.office.UpdateDesk;
import vn.hoidan.client.store.VersionFolder;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.release.KeyHandover;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.core.release.SignedRelease;
import vn.hoidan.core.release.Version;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.launch.ProgramFiles;
import vn.hoidan.launch.Versions;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.app.book.Releases;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.vault.ReleaseKey;
import vn.hoidan.vault.Signatures;

/// A real server offers, a laptop fetches over TLS into real folders.
@DisplayName("A new version on its way")
class UpdateWholeWayTest {
    private static final String PLATFORM = "linux-x64";
    private static final Version OLD = new Version(0, 1, 0);
    private static final Version NEW = new Version(0, 2, 0);
    private static final int LARGE = Releases.PIECE_BYTES * 2 + 1234;

    @TempDir
    private Path folder;
    private final HttpHeadOffices offices = new HttpHeadOffices("Linux");
    private final List<Problem> told = new ArrayList<>();
    private final List<Version> waiting = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>();
    private RunningServer server;
    private ServerAddress address;
    private DeviceCredentials credentials;
    private Path own;
    private Versions versions;
    private boolean starts = true;
    private ReleaseKey key = ReleaseKey.random();

    @BeforeEach
    void start() throws IOException {
        server = ServerWiring.start(ServerSettings.practice(folder.resolve("office")));
        server.office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        EnrolmentCode code = server.office().staff().issueCode(server.office().staff().add(SmallSurvey.ID,
                "Người (tập dượt)", Role.ENUMERATOR, SmallSurvey.DISTRICT).id());
        address = new ServerAddress(server.host(), server.port(),
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES)));
        byte[] token = new byte[32];
        new SecureRandom().nextBytes(token);
        credentials = new DeviceCredentials(offices.enrol(address, code, Bytes.of(token)).device(), Bytes.of(token));
        own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("same.jar"), "what both versions have");
        versions = new Versions(folder.resolve("program"));
    }

    @AfterEach
    void stop() {
        offices.close();
        server.close();
    }

    @Test
    void isFetchedWithoutWhatIsThereAndUsedFromTheNextStart() throws IOException {
        Path made = offered(NEW);
        desk(offices()).look(address, credentials);
        assertEquals(List.of(), told);
        assertEquals(Optional.of(NEW), versions.toStart(OLD));
        Path place = versions.place(NEW);
        for (String file : List.of("bin/hoi-dan", "lib/app/large.jar", "same.jar", "empty")) {
            assertEquals(-1, Files.mismatch(made.resolve(file), place.resolve(file)), file);
        }
        assertTrue(Files.isExecutable(place.resolve("bin/hoi-dan")));
        assertFalse(Files.exists(place.resolve("start.aot")), "another folder's learned start");
        assertFalse(Files.exists(versions.folder().resolve("coming")));
        assertEquals(5, pieces.size(), "the launcher, its settings, and three pieces of the large jar: " + pieces);
        desk(offices()).look(address, credentials);
        assertEquals(5, pieces.size(), "fetched twice");
        assertEquals(List.of(NEW), waiting, "told once, when it can be used");
    }

    @Test
    void goesOnWhereItWasCutOff() throws IOException {
        offered(NEW);
        ReleaseOffices cut = new Passing(offices()) {
            @Override
            public Bytes piece(ServerAddress to, DeviceCredentials by, String hash, long from) {
                if (from >= Releases.PIECE_BYTES && pieces.size() < 4) {
                    throw Problem.of(ProblemKind.CONNECTION_CUT).exception();
                }
                return super.piece(to, by, hash, from);
            }
        };
        desk(cut).look(address, credentials);
        assertEquals(Optional.empty(), versions.current());
        assertEquals(List.of(), waiting, "a half is nothing to tell of");
        int before = pieces.size();
        desk(offices()).look(address, credentials);
        assertEquals(Optional.of(NEW), versions.current());
        assertTrue(pieces.subList(before, pieces.size()).stream().anyMatch(piece ->
                piece.endsWith(" " + Releases.PIECE_BYTES)), pieces.toString());
        assertEquals(List.of(), told, "a cut line is no news");
    }

    @Test
    void isRefusedWhenAnybodyElseSignedIt() throws IOException {
        offered(new Version(0, 0, 9));
        desk(offices()).look(address, credentials);
        ReleaseOffer theirs = offer(ReleaseKey.random(), version("evil", "evil", NEW));
        desk(offering(theirs)).look(address, credentials);
        assertEquals(List.of(Problem.of(ProblemKind.RELEASE_NOT_GENUINE)), told);
        assertEquals(Optional.empty(), versions.current());
        assertEquals(List.of(), pieces, "something of it was fetched");
    }

    @Test
    void isTakenFromTheNextKeyWhenTheOneBeforeHandedOver() throws IOException {
        offered(new Version(0, 0, 9));
        desk(offices()).look(address, credentials);
        ReleaseKey first = key;
        key = key.next();
        key = key.next();
        offered(NEW);
        desk(offices()).look(address, credentials);
        assertEquals(List.of(), told);
        assertEquals(Optional.of(NEW), versions.current());
        ReleaseOffer past = offer(first, version("past", "past", new Version(0, 3, 0)));
        desk(offering(past)).look(address, credentials);
        assertEquals(List.of(Problem.of(ProblemKind.RELEASE_NOT_GENUINE)), told, "the key before holds no longer");
        assertEquals(Optional.of(NEW), versions.current());
    }

    @Test
    void asksForNothingWhereTheOfficeNeverHadAKey() {
        assertEquals(Optional.empty(), offices.offer(address, credentials, PLATFORM));
        desk(offices()).look(address, credentials);
        assertEquals(List.of(), told);
    }

    private static ReleaseOffer offer(ReleaseKey by, Path program) throws IOException {
        SignedRelease signed = by.sign(ProgramFiles.release(program));
        return new ReleaseOffer(signed.key(), Optional.of(new ReleaseOffer.Signed(signed.list(), signed.signature())));
    }

    private ReleaseOffices offering(ReleaseOffer theirs) {
        return new Passing(offices()) {
            @Override
            public Optional<ReleaseOffer> offer(ServerAddress to, DeviceCredentials by, String platform) {
                return Optional.of(theirs);
            }
        };
    }

    @Test
    void isRefusedWhenAFileIsNotTheOneThatWasSigned() throws IOException {
        offered(NEW);
        ReleaseOffices spoilt = new Passing(offices()) {
            @Override
            public Bytes piece(ServerAddress to, DeviceCredentials by, String hash, long from) {
                byte[] piece = super.piece(to, by, hash, from).toArray();
                piece[piece.length / 2] ^= 1;
                return Bytes.of(piece);
            }
        };
        desk(spoilt).look(address, credentials);
        assertEquals(List.of(Problem.of(ProblemKind.RELEASE_NOT_GENUINE)), told);
        assertEquals(Optional.empty(), versions.current());
        assertEquals(List.of(), waiting);
        desk(offices()).look(address, credentials);
        assertEquals(Optional.of(NEW), versions.current(), "a spoilt file must not stay");
    }

    @Test
    void isGivenUpWhenItDoesNotStartHere() throws IOException {
        offered(NEW);
        starts = false;
        desk(offices()).look(address, credentials);
        assertEquals(Optional.empty(), versions.toStart(OLD));
        assertFalse(Files.exists(versions.place(NEW)));
        int fetched = pieces.size();
        desk(offices()).look(address, credentials);
        assertEquals(fetched, pieces.size(), "fetched again");
        assertEquals(List.of(), waiting);
    }

    @Test
    void isNotTakenWhenItIsOlderOrForAnotherSystem() throws IOException {
        offered(new Version(0, 0, 9));
        Path other = version("other", "other", NEW);
        Path settings = other.resolve("lib/app/hoi-dan.cfg");
        Files.writeString(settings, Files.readString(settings).replace(PLATFORM, "windows-x64"));
        server.office().releases().take(other, key.sign(ProgramFiles.release(other)));
        desk(offices()).look(address, credentials);
        assertEquals(Optional.empty(), versions.current());
        assertEquals(List.of(), told);
    }

    @Test
    void isToldToDevicesOfTheOfficeOnly() throws IOException {
        offered(NEW);
        DeviceCredentials stranger = new DeviceCredentials("d-stranger", Bytes.of(new byte[32]));
        assertEquals(ProblemKind.CREDENTIALS_REFUSED, assertThrows(ProblemException.class,
                () -> offices.offer(address, stranger, PLATFORM)).problem().kind());
        assertThrows(ProblemException.class, () -> offices.piece(address, credentials, "../offer", 0));
        assertThrows(ProblemException.class, () -> offices.offer(address, credentials, "linux"));
    }

    private Path offered(Version version) throws IOException {
        Path made = version("made-" + version.text(), "newer", version);
        server.office().releases().take(made, key.sign(ProgramFiles.release(made)));
        return made;
    }

    private Path version(String name, String content, Version version) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(made.resolve("lib/app"));
        Files.createDirectories(made.resolve("lib/runtime"));
        Files.createDirectories(made.resolve("bin"));
        Files.writeString(made.resolve("lib/app/hoi-dan.cfg"), "java-options=-Djpackage.app-version=" + version.text()
                + "\njava-options=-Dhoidan.platform=" + PLATFORM + "\n");
        Files.writeString(made.resolve("bin/hoi-dan"), content);
        assertTrue(made.resolve("bin/hoi-dan").toFile().setExecutable(true));
        byte[] large = new byte[LARGE];
        new Random(content.hashCode()).nextBytes(large);
        Files.write(made.resolve("lib/app/large.jar"), large);
        Files.copy(own.resolve("same.jar"), made.resolve("same.jar"));
        Files.createFile(made.resolve("empty"));
        Files.writeString(made.resolve("start.aot"), "holds for its folder");
        return made;
    }

    private ReleaseOffices offices() {
        return new Passing(offices);
    }

    private UpdateDesk desk(ReleaseOffices from) {
        return new UpdateDesk(from, new VersionFolder(versions, own, _ -> starts),
                new UpdateDesk.Running(PLATFORM, OLD), Signatures::verify, new ImmediateBackground(),
                new UpdateDesk.Told(told::add, waiting::add));
    }

    /// Hands on, and writes down which pieces were asked for.
    private class Passing implements ReleaseOffices {
        private final ReleaseOffices to;

        Passing(ReleaseOffices to) {
            this.to = to;
        }

        @Override
        public Optional<ReleaseOffer> offer(ServerAddress office, DeviceCredentials by, String platform) {
            return to.offer(office, by, platform);
        }

        @Override
        public List<KeyHandover> handovers(ServerAddress office, DeviceCredentials by) {
            return to.handovers(office, by);
        }

        @Override
        public Bytes piece(ServerAddress office, DeviceCredentials by, String hash, long from) {
            if (!(to instanceof Passing)) {
                pieces.add(hash.substring(0, 8) + " " + from);
            }
            return to.piece(office, by, hash, from);
        }
    }
}
