package vn.hoidan.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.launch.InstalledFolder;
import vn.hoidan.server.RawClient;
import vn.hoidan.support.BesideOthers;

/// The real package of the server, made by the installer's own program, unpacked and started by its launcher.
@BesideOthers
@DisplayName("The packaged server")
class PackagedServerTest {
    private static final Pattern PLACE = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern FINGERPRINT = Pattern.compile("((?:[0-9a-f]{4} ?){16})");
    /// Tenths, of 100, by the measure of `systemd-analyze security`.
    private static final int MOST_EXPOSED = 20;

    @TempDir
    private static Path folder;
    private static Path out;
    private static InstalledFolder installed;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        out = Packaging.make("server", folder.resolve("out"));
        installed = Packaging.installed(out, folder.resolve("unpacked"));
    }

    @Test
    void answersThatItIsWellByItsLauncher() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Packaging.succeed(List.of(installed.launcher().toString(), "survey", "create", "--pack", "sipas-2023", "--id",
                "packaged", "--practice", "--data", data.toString()));
        Process server = Packaging.process(List.of(installed.launcher().toString(), "server", "start", "--port", "0",
                "--data", data.toString())).start();
        try (BufferedReader said = server.inputReader()) {
            int port = Integer.parseInt(find(said, PLACE));
            Bytes fingerprint = Bytes.ofHex(find(said, FINGERPRINT).replace(" ", ""));
            try (RawClient client = new RawClient("127.0.0.1", port, fingerprint)) {
                assertEquals(200, client.get("/health", Map.of()).status());
            }
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            assertTrue(server.waitFor(Packaging.PATIENCE_MINUTES, TimeUnit.MINUTES), "the server does not end");
        }
    }

    @Test
    void isADebianPackageWithAServiceUnderItsOwnUser() throws IOException, InterruptedException {
        assumeTrue(Packaging.makesDebian(), "no dpkg-deb here, so no Debian package is made");
        DebianPackage made = new DebianPackage(Packaging.debian(out), folder.resolve("unpacked"));
        made.isFit("hoi-dan-server");
        assertEquals(List.of("conffiles", "control", "md5sums", "postinst", "postrm", "prerm"), made.control());
        for (String script : List.of("postinst", "postrm", "prerm")) {
            Path file = made.controlFolder().resolve(script);
            assertTrue(Files.isExecutable(file), script);
            Packaging.succeed(List.of("sh", "-n", file.toString()));
        }
        assertTrue(Packaging.files(folder.resolve("unpacked/usr")).containsAll(List.of("bin/hoidan",
                "lib/systemd/system/hoi-dan-server.service")));
    }

    @Test
    void isShutInBySystemdAsFarAsAVirtualMachineCanBe() throws IOException, InterruptedException {
        assumeTrue(Packaging.makesDebian(), "no dpkg-deb here, so no Debian package is made");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "no systemd here");
        Path unit = folder.resolve("unpacked/usr/lib/systemd/system/hoi-dan-server.service");
        Path here = folder.resolve("hoi-dan-server.service");
        Files.writeString(here, Files.readString(unit).replace("ExecStart=/opt/hoi-dan-server",
                "ExecStart=" + installed.folder()));
        assertTrue(Files.readString(here).contains(installed.launcher().toString()), "it starts another program");
        Packaging.succeed(List.of("systemd-analyze", "security", "--offline=true", "--threshold=" + MOST_EXPOSED,
                here.toString()));
    }

    private static String find(BufferedReader said, Pattern wanted) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher found = wanted.matcher(line);
            if (found.find()) {
                return found.group(1);
            }
            all.append(line).append('\n');
        }
        throw new AssertionError(wanted + " in " + all);
    }
}
