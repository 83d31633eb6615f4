package vn.hoidan.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.client.app.office.HeadOffices.DeviceCredentials;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.office.UpdateDesk;
import vn.hoidan.client.net.HttpHeadOffices;
import vn.hoidan.client.store.VersionFolder;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.release.Version;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.installer.Packaging;
import vn.hoidan.launch.InstalledFolder;
import vn.hoidan.launch.ProgramFiles;
import vn.hoidan.launch.StartCache;
import vn.hoidan.launch.Versions;
import vn.hoidan.server.RunningServer;
import vn.hoidan.server.ServerSettings;
import vn.hoidan.server.ServerWiring;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.FileNames;
import vn.hoidan.support.ImmediateBackground;
import vn.hoidan.vault.ReleaseKey;
import vn.hoidan.vault.Signatures;

/// The packaged program is installed, fetches newer versions from a real server over a line that is cut, and its
/// launcher starts them in processes of their own.
@BesideOthers
@DisplayName("A laptop that is kept new")
class UpdatedLaptopTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Version INSTALLED = new Version(0, 1, 0);
    private static final Version SECOND = new Version(0, 2, 0);
    private static final Version BROKEN = new Version(0, 3, 0);
    private static final Version ENDS_AT_ONCE = new Version(0, 4, 0);
    private static final int NEW_BYTES = 1_500_000;
    private static final int CUT_AFTER = 900_000;

    @TempDir
    private Path folder;
    private final HttpHeadOffices offices = new HttpHeadOffices("Linux");
    private final ReleaseKey key = ReleaseKey.random();
    private final List<Problem> told = new ArrayList<>();
    private final List<Version> waiting = new ArrayList<>();
    private InstalledFolder installed;
    private Versions versions;
    private RunningServer server;
    private TroubledLine line;
    private ServerAddress address;
    private DeviceCredentials credentials;

    @BeforeEach
    void install() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "one version is a script here");
        installed = Packaging.installedClient(folder.resolve(FileNames.possible("Máy của Nguyễn Văn A")));
        versions = new Versions(folder.resolve("data/hoi-dan/program"));
        server = ServerWiring.start(ServerSettings.practice(folder.resolve("office")));
        server.office().surveys().create(SmallSurvey.survey(), SmallSurvey.xform(), SmallSurvey.lists());
        line = new TroubledLine();
        line.leadsTo(server.port());
        EnrolmentCode code = server.office().staff().issueCode(server.office().staff().add(SmallSurvey.ID,
                "Điều tra viên 1 (tập dượt)", Role.ENUMERATOR, SmallSurvey.DISTRICT).id());
        address = new ServerAddress(server.host(), line.port(),
                Bytes.of(Arrays.copyOf(server.fingerprint().toArray(), EnrolmentCode.FINGERPRINT_BYTES)));
        byte[] token = new byte[32];
        new SecureRandom().nextBytes(token);
        credentials = new DeviceCredentials(offices.enrol(address, code, Bytes.of(token)).device(), Bytes.of(token));
    }

    @AfterEach
    void stop() throws IOException {
        running().forEach(ProcessHandle::destroyForcibly);
        offices.close();
        line.close();
        server.close();
    }

    @Test
    void startsWhatItFetchedAndGoesBackFromWhatDoesNotStart() throws IOException, InterruptedException {
        fetchesTheSecondOverACutLine();
        assertEquals(0, launch("first"), () -> said("first"));
        assertEquals(1, running(SECOND).count(), "the second version runs, once");
        handsAFileToTheWindowThatIsOpen();
        end();

        offer(BROKEN, made -> {
            byte[] jar = Files.readAllBytes(made.resolve("lib/app/hoidan.jar"));
            Files.delete(made.resolve("lib/app/hoidan.jar"));
            Files.write(made.resolve("lib/app/hoidan.jar"), Arrays.copyOf(jar, jar.length / 2));
        });
        look(SECOND, UpdatedLaptopTest::starts);
        assertTrue(versions.isRefused(BROKEN));
        assertEquals(Optional.of(SECOND), versions.current());

        offer(ENDS_AT_ONCE, made -> {
            Files.delete(made.resolve("bin/hoi-dan"));
            Files.writeString(made.resolve("bin/hoi-dan"), "#!/bin/sh\nexit 4\n");
            assertTrue(made.resolve("bin/hoi-dan").toFile().setExecutable(true));
        });
        look(SECOND, _ -> true);
        assertEquals(Optional.of(ENDS_AT_ONCE), versions.current());
        assertEquals(0, launch("back"), () -> said("back"));
        assertEquals(Optional.of(SECOND), versions.current());
        assertEquals(1, running(SECOND).count(), "the version before it runs in its place");
        await("the person is told", () -> !Files.exists(versions.folder().resolve("to-tell")));
        end();

        look(SECOND, _ -> true);
        assertEquals(Optional.of(SECOND), versions.current(), "what did not start is not fetched again");
        assertEquals(List.of(SECOND, ENDS_AT_ONCE), waiting);
        assertEquals(List.of(), told);
    }

    private void fetchesTheSecondOverACutLine() throws IOException {
        offer(SECOND, made -> {
            byte[] fresh = new byte[NEW_BYTES];
            new Random(2).nextBytes(fresh);
            Files.write(made.resolve("lib/app/fresh"), fresh);
        });
        line.set(new TroubledLine.Trouble.Cut(TroubledLine.Direction.DOWN, CUT_AFTER, TroubledLine.How.RESET));
        look(INSTALLED, UpdatedLaptopTest::starts);
        assertEquals(Optional.empty(), versions.current());
        long kept = parts();
        assertTrue(kept > 0 && kept < NEW_BYTES, kept + " bytes were kept of the file that was cut");
        line.set(new TroubledLine.Trouble.Cut(TroubledLine.Direction.DOWN, NEW_BYTES, TroubledLine.How.RESET));
        look(INSTALLED, UpdatedLaptopTest::starts);
        assertEquals(Optional.of(SECOND), versions.current(), "fetched anew it would have been cut again");
        line.set(new TroubledLine.Trouble.None());
    }

    /// The next start finds the window of the first, tells it, and ends.
    private void handsAFileToTheWindowThatIsOpen() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(FileNames.possible("Phiếu của tổ 1.hoidan")),
                "not read before the PIN");
        List<Long> before = running(SECOND).map(ProcessHandle::pid).toList();
        assertEquals(0, launch("second", file.toString()), () -> said("second"));
        assertEquals(before, running(SECOND).map(ProcessHandle::pid).toList());
        try (Stream<Path> left = Files.list(folder.resolve("data/hoi-dan/client/window"))) {
            assertEquals(List.of("lock"), left.map(each -> each.getFileName().toString()).toList());
        }
    }

    private long parts() throws IOException {
        try (Stream<Path> all = Files.list(versions.folder().resolve("coming"))) {
            return all.filter(each -> each.toString().endsWith(".part")).mapToLong(each -> each.toFile().length())
                    .sum();
        }
    }

    /// What makes one version of another.
    private interface Change {
        void make(Path program) throws IOException;
    }

    private void offer(Version version, Change change) throws IOException {
        Path made = folder.resolve("made").resolve(version.text());
        try (Stream<Path> all = Files.walk(installed.folder())) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path target = made.resolve(installed.folder().relativize(each));
                Files.createDirectories(target.getParent());
                Files.createLink(target, each.toRealPath());
            }
        }
        Path settings = made.resolve("lib/app/hoi-dan.cfg");
        String text = Files.readString(settings).replace("app-version=" + INSTALLED.text(),
                "app-version=" + version.text());
        Files.delete(settings);
        Files.writeString(settings, text);
        change.make(made);
        server.office().releases().take(made, key.sign(ProgramFiles.release(made)));
    }

    private void look(Version running, Predicate<Path> starts) {
        Path own = running.equals(INSTALLED) ? installed.folder() : versions.place(running);
        new UpdateDesk(offices, new VersionFolder(versions, own, starts),
                new UpdateDesk.Running(platform(), running), Signatures::verify, new ImmediateBackground(),
                new UpdateDesk.Told(told::add, waiting::add)).look(address, credentials);
    }

    private String platform() {
        try {
            return installed.platform();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// As the program itself tries it.
    private static boolean starts(Path place) {
        try {
            return StartCache.make(InstalledFolder.at(place), List.of("client", "check", "--data",
                    place.resolve("rehearsal").toString())) == 0;
        } catch (IOException broken) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /// Starts the installed launcher, which ends when a newer version has come up in its place.
    private int launch(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addFirst(installed.launcher().toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
        Process process = builder.start();
        assertTrue(process.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES), () -> "does not end: " + said(name));
        return process.exitValue();
    }

    private String said(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Stream<ProcessHandle> running(Version version) {
        String place = versions.place(version).toString();
        return running().filter(each -> each.info().command().orElseThrow().startsWith(place));
    }

    private Stream<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(each -> each.info().command()
                .filter(command -> command.startsWith(folder.toString())).isPresent());
    }

    /// Somebody closes the window.
    private void end() {
        List<ProcessHandle> all = running().toList();
        assertFalse(all.isEmpty());
        all.forEach(ProcessHandle::destroy);
        await("the program ends", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void await(String what, BooleanSupplier met) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!met.getAsBoolean()) {
            assertTrue(System.nanoTime() - end < 0, what);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
