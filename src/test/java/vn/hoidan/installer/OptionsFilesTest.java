package vn.hoidan.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.spi.ToolProvider;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.survey.CodeFile;

@DisplayName("What the packages are made from")
class OptionsFilesTest {
    private static final Path INSTALLER = Path.of("installer");
    /// Under this Windows finds what to replace; another would install a second program beside the first.
    private static final String UPGRADE_CODE = "4f6f0c1e-6f0a-4b53-9d0b-0d0d6c1b7a52";

    private static final int ICO_HEADER_BYTES = 6;
    private static final int ICO_ENTRY_BYTES = 16;
    private static final int ICNS_HEADER_BYTES = 8;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"client/windows/jpackage.options", "client/macos/jpackage.options",
        "client/macos/image.options"})
    void isUnderstoodByTheToolUpToTheSystemThatItIsFor(String place) throws IOException {
        Path options = INSTALLER.resolve(place);
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
        assertTrue(options.contains("--win-dir-chooser"), "nobody can go round a name that the launcher cannot read");
    }

    /// A package that cannot be told from the next one is not replaced by it.
    @Test
    void keepsTheNameOfTheBundleOfMacosInBothSteps() throws IOException {
        String name = "--mac-package-identifier vn.hoidan.client";
        for (String step : List.of("image.options", "jpackage.options")) {
            assertTrue(Files.readAllLines(INSTALLER.resolve("client/macos").resolve(step)).contains(name), step);
        }
    }

    @Test
    void drawsIconsAsWindowsAndMacosReadThem() throws IOException, InterruptedException {
        ByteBuffer ico = drawn("hoi-dan.ico").order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(List.of(0, 1), List.of((int) ico.getShort(), (int) ico.getShort()), "an icon");
        int pictures = ico.getShort();
        assertTrue(pictures >= 5, pictures + " sizes");
        for (int index = 0; index < pictures; index++) {
            int entry = ICO_HEADER_BYTES + index * ICO_ENTRY_BYTES;
            int side = Byte.toUnsignedInt(ico.get(entry));
            assertEquals(side == 0 ? 256 : side, side(ico, ico.getInt(entry + 12), ico.getInt(entry + 8)));
        }
        ByteBuffer icns = drawn("hoi-dan.icns");
        assertEquals("icns", name(icns, 0));
        assertEquals(icns.capacity(), icns.getInt(4));
        Map<String, Integer> sides = new TreeMap<>();
        for (int at = ICNS_HEADER_BYTES; at < icns.capacity(); at += icns.getInt(at + 4)) {
            sides.put(name(icns, at), side(icns, at + ICNS_HEADER_BYTES, icns.getInt(at + 4) - ICNS_HEADER_BYTES));
        }
        assertEquals(new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09", 512)),
                sides);
    }

    private ByteBuffer drawn(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        Packaging.succeed(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                INSTALLER.resolve("Icons.java").toString(), file.toString()));
        return ByteBuffer.wrap(Files.readAllBytes(file));
    }

    private static String name(ByteBuffer in, int at) {
        return new String(in.array(), at, 4, StandardCharsets.US_ASCII);
    }

    private static int side(ByteBuffer in, int at, int bytes) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(in.array(), at, bytes));
        assertEquals(picture.getWidth(), picture.getHeight());
        return picture.getWidth();
    }

    @Test
    void namesTheSameFileTypesToEverySystemAsTheProgramWrites() throws Exception {
        Set<String> known = Set.of("extension", "mime-type", "description", "description.ascii");
        Map<String, String> types = new TreeMap<>();
        Map<String, String> words = new TreeMap<>();
        try (Stream<Path> files = Files.list(INSTALLER.resolve("client/file-types"))) {
            for (Path file : files.toList()) {
                Properties type = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    type.load(reader);
                }
                assertEquals(known, type.stringPropertyNames(), file.toString());
                types.put(type.getProperty("mime-type"), type.getProperty("extension"));
                words.put(type.getProperty("mime-type"), type.getProperty("description"));
                assertTrue(type.getProperty("description.ascii").matches("[ -~]+"), "not for Windows Installer");
            }
        }
        assertEquals(Set.of(Envelope.FILE_ENDING, CodeFile.ENDING), Set.copyOf(types.values()));
        Path tree = INSTALLER.resolve("client/linux/tree/usr/share");
        Document debian = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder()
                .parse(tree.resolve("mime/packages/hoi-dan.xml").toFile());
        Map<String, String> told = new TreeMap<>();
        Map<String, String> vietnamese = new TreeMap<>();
        for (Element each : elements(debian.getDocumentElement(), "mime-type")) {
            told.put(each.getAttribute("type"), elements(each, "glob").getFirst().getAttribute("pattern")
                    .replace("*.", ""));
            vietnamese.put(each.getAttribute("type"), elements(each, "comment").getLast().getTextContent());
        }
        assertEquals(types, told);
        assertEquals(words, vietnamese);
        List<String> entry = Files.readAllLines(tree.resolve("applications/hoi-dan.desktop"));
        assertTrue(entry.contains("MimeType=" + String.join(";", types.keySet()) + ";"), entry::toString);
        assertTrue(entry.contains("Exec=/opt/hoi-dan/bin/hoi-dan client %f"), entry::toString);
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index)).toList();
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
