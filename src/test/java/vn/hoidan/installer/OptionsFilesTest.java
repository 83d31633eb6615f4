package vn.hoidan.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the packages are made from")
class OptionsFilesTest {
    private static final Path INSTALLER = Path.of("installer");
    /// Under this Windows finds what to replace; another would install a second program beside the first.
    private static final String UPGRADE_CODE = "4f6f0c1e-6f0a-4b53-9d0b-0d0d6c1b7a52";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"client/windows", "client/macos"})
    void isUnderstoodByTheToolUpToTheSystemThatItIsFor(String place) throws IOException {
        Path options = INSTALLER.resolve(place).resolve("jpackage.options");
        String told = told("@" + options);
        assertTrue(told.contains("is not valid on this platform"), told);
        // one more at the end, with a letter wrong, is not understood: so the tool did look at every option
        Path wrong = folder.resolve("wrong.options");
        Files.writeString(wrong, Files.readString(options) + "--vendro nobody\n");
        assertTrue(told("@" + wrong).contains("--vendro"), "a wrong option went unnoticed");
    }

    @Test
    void keepsTheUpgradeCodeOfWindowsForEver() throws IOException {
        List<String> options = Files.readAllLines(INSTALLER.resolve("client/windows/jpackage.options"));
        assertEquals(1, options.stream().filter(("--win-upgrade-uuid " + UPGRADE_CODE)::equals).count());
        assertEquals(UPGRADE_CODE, UUID.fromString(UPGRADE_CODE).toString());
        assertTrue(options.contains("--win-per-user-install"), "needs an administrator");
    }

    @Test
    void namesInTheUnitOnlyFilesThatThePackageBrings() throws IOException {
        Path tree = INSTALLER.resolve("server/tree");
        String unit = Files.readString(tree.resolve("usr/lib/systemd/system/hoi-dan-server.service"));
        assertTrue(unit.contains("EnvironmentFile=-/etc/default/hoi-dan-server"));
        assertTrue(Files.isRegularFile(tree.resolve("etc/default/hoi-dan-server")));
        assertEquals("/etc/default/hoi-dan-server\n", Files.readString(INSTALLER.resolve("server/debian/conffiles")));
        for (String hardened : List.of("NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes",
                "PrivateTmp=yes", "CapabilityBoundingSet=", "User=hoi-dan", "StateDirectory=hoi-dan")) {
            assertTrue(unit.lines().anyMatch(hardened::equals), hardened);
        }
    }

    @Test
    void isUnderstoodBySystemdWhereThatIsInstalled() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "no systemd here");
        String unit = Files.readString(
                INSTALLER.resolve("server/tree/usr/lib/systemd/system/hoi-dan-server.service"));
        Path here = folder.resolve("hoi-dan-server.service");
        Files.writeString(here, unit.replaceAll("ExecStart=\\S+", "ExecStart=/bin/true"));
        assertEquals("", verified(here));
        Files.writeString(here, unit.replace("ProtectSystem=strict", "ProtectSystem=strictly"));
        assertNotEquals("", verified(here));
    }

    @Test
    void leavesTheDataWhenThePackageIsRemoved() throws IOException {
        try (Stream<Path> scripts = Files.list(INSTALLER.resolve("server/debian"))) {
            for (Path script : scripts.filter(each -> each.getFileName().toString().matches("p.*")).toList()) {
                assertFalse(Files.readString(script).matches("(?s).*\\b(rm|deluser|userdel)\\b.*"), script.toString());
            }
        }
    }

    private static String verified(Path unit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("systemd-analyze", "verify", unit.toString()).redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return told.lines().filter(line -> line.contains(unit.getFileName().toString())).reduce("", String::concat);
    }

    private static String told(String... arguments) {
        StringWriter told = new StringWriter();
        PrintWriter out = new PrintWriter(told);
        int code = ToolProvider.findFirst("jpackage").orElseThrow().run(out, out, arguments);
        assertNotEquals(0, code, "made a package for another system");
        return told.toString();
    }
}
