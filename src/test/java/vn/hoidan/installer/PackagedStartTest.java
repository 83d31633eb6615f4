package vn.hoidan.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import vn.hoidan.cli.command.DataFolders;
import vn.hoidan.client.ClientWiring;
import vn.hoidan.launch.InstalledFolder;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.FileNames;

/// The real package of the client, made by the installer's own program, unpacked and started by its launcher.
@BesideOthers
@ResourceLock("the packaged program")
@DisplayName("The packaged program")
class PackagedStartTest {
    private static final int MOST_WINDOWS = 260;
    /// Characters of an account's name on Windows at most.
    private static final int LONGEST_ACCOUNT = 20;
    /// What comes when somebody has signed in, and what only the office has.
    private static final Pattern NOT_BEFORE_THE_WINDOW = Pattern.compile("\\] (?:org\\.javarosa|org\\.bouncycastle"
            + "|io\\.helidon|vn\\.hoidan\\.server|org\\.postgresql|org\\.sqlite|com\\.google\\.gson|picocli)\\.");
    private static final int LEAST_CLASSES = 1000;
    /// Classes that the virtual machine makes while it runs, as of lambdas that belong to interfaces: it was 23 of
    /// 4,808 (115 when the start was learned in another way than it goes).
    private static final int MOST_MADE_CLASSES = 40;
    private static final String LEARNED = "source: shared objects file";
    /// JavaFX's way to the display of this system, which a start without a display does not meet by itself.
    private static final Pattern FOR_DISPLAYS = Pattern.compile(
            "com\\.sun\\.glass\\.ui\\.(gtk|win|mac)\\.\\w+Application " + LEARNED);
    /// What comes first once the window can be used.
    private static final String AFTER_THE_WINDOW = "UpdateDesk$Told";
    private static final String USABLE = "the window can be used";

    @TempDir
    private static Path folder;
    private static Path out;
    private static InstalledFolder installed;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        out = Packaging.client();
        installed = Packaging.installedClient(unpacked());
    }

    /// Libraries of JavaFX and SQLite lie beside the program: a start that unpacked them would be slow, would fill the
    /// disk, and is what virus scanners of borrowed laptops stop.
    @Test
    void opensItsFirstWindowAndLeavesNothingOutsideItsData() throws IOException, InterruptedException {
        leavesNothing("client", "check", "--data", folder.resolve("data").toString());
    }

    /// What was learned holds for the very jars and options of the package, also in another folder.
    @Test
    void startsByItsLauncherWithWhatItsStartHasLearned() throws IOException, InterruptedException {
        ProcessBuilder start = Packaging.process(List.of(installed.launcher().toString(), "client", "check", "--data",
                folder.resolve("learned").toString()));
        start.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
        assertTrue(String.join("\n", Packaging.succeed(start)).contains("khởi động được"));
        Files.move(installed.jars().resolve("hoi-dan.aot"), folder.resolve("hidden.aot"));
        try {
            assertFalse(start.start().waitFor() == 0, "it starts without its cache, so it was not asked for");
        } finally {
            Files.move(folder.resolve("hidden.aot"), installed.jars().resolve("hoi-dan.aot"));
        }
    }

    @Test
    void meetsOnANewLaptopWhatItsStartHasLearned() throws IOException, InterruptedException {
        bringsInOnlyWhatTheWindowNeedsAndThatFromTheLearnedStart(folder.resolve("new"));
    }

    /// As on every day but the first.
    @Test
    void meetsOnThePageOfThePinWhatItsStartHasLearned() throws IOException, InterruptedException {
        Path home = folder.resolve("used");
        ClientWiring.showSomebody(DataFolders.user(System.getProperty("os.name"), dataAt(home), home)
                .resolve("client"));
        bringsInOnlyWhatTheWindowNeedsAndThatFromTheLearnedStart(home);
    }

    /// What the window does not need is neither opened before it nor learned, because everything that was learned comes
    /// in at every start. Started as a person starts it, since a rehearsal always meets what it has learned.
    private static void bringsInOnlyWhatTheWindowNeedsAndThatFromTheLearnedStart(Path home)
            throws IOException, InterruptedException {
        Path log = Files.createDirectories(home).resolve("classes.log");
        Files.writeString(home.resolve("logging.properties"),
                "handlers=java.util.logging.ConsoleHandler\n.level=INFO\n");
        ProcessBuilder start = Packaging.process(List.of(installed.launcher().toString())).directory(home.toFile());
        start.environment().putAll(dataAt(home));
        start.environment().put("JAVA_TOOL_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw -Duser.home=."
                + " -Djava.util.logging.config.file=logging.properties -Xlog:class+load:file=" + log.getFileName());
        Process program = start.start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = program.inputReader()) {
            for (String line = lines.readLine(); line != null && !line.contains(USABLE); line = lines.readLine()) {
                said.add(line);
            }
        } finally {
            program.descendants().forEach(ProcessHandle::destroy);
            program.destroy();
            assertTrue(program.waitFor(Packaging.PATIENCE_MINUTES, TimeUnit.MINUTES), "the program does not end");
        }
        List<String> loaded = Files.readAllLines(log).stream().takeWhile(line -> !line.contains(AFTER_THE_WINDOW))
                .toList();
        assertTrue(loaded.size() > LEAST_CLASSES, () -> "no classes were written down\n" + String.join("\n", said));
        assertEquals(List.of(), loaded.stream().filter(line -> NOT_BEFORE_THE_WINDOW.matcher(line).find()).toList());
        assertTrue(loaded.stream().anyMatch(line -> FOR_DISPLAYS.matcher(line).find()), "a display's part of JavaFX");
        List<String> made = loaded.stream().filter(line -> !line.contains(LEARNED)).toList();
        assertTrue(made.size() <= MOST_MADE_CLASSES, () -> made.size() + "\n" + String.join("\n", made));
    }

    /// Lets a program find its data below a folder on each system.
    private static Map<String, String> dataAt(Path home) {
        return Map.of("XDG_DATA_HOME", home.toString(), "LOCALAPPDATA", home.toString());
    }

    /// Practice is a whole server on the laptop, so all of it is in the client's folder.
    @Test
    void makesASurveyAndAnswersAsAServerByItsLauncher() throws IOException, InterruptedException {
        Path data = folder.resolve("server");
        leavesNothing("survey", "create", "--pack", "sipas-2023", "--id", "packaged", "--practice", "--data",
                data.toString());
        Process server = Packaging.process(List.of(installed.launcher().toString(), "server", "start", "--port", "0",
                "--data", data.toString())).start();
        try (BufferedReader said = server.inputReader()) {
            String first = "";
            for (String line = said.readLine(); line != null && !first.contains("127.0.0.1:"); line =
                    said.readLine()) {
                first = line;
            }
            assertTrue(first.contains("127.0.0.1:"), first);
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            assertTrue(server.waitFor(Packaging.PATIENCE_MINUTES, TimeUnit.MINUTES), "the server does not end");
        }
    }

    /// Seventy jars cost a start more than the window itself.
    @Test
    void bringsOurJarOneOfLibrariesAndTheLearnedStart() throws IOException {
        List<String> names = Packaging.files(installed.jars()).stream().filter(name -> !name.startsWith("."))
                .toList();
        assertTrue(names.containsAll(List.of("hoidan.jar", "libraries.jar", "hoi-dan.aot")), names::toString);
        assertEquals(2, names.stream().filter(name -> name.endsWith(".jar")).count(), names::toString);
        assertFalse(names.stream().anyMatch(name -> name.endsWith(".part")), names::toString);
    }

    /// Windows starts nothing from a path of more than 260 characters, and newer versions lie far below a person's
    /// name.
    @Test
    void hasNoFileWhoseWayIsTooLongForWindows() throws IOException {
        List<String> files = Packaging.files(installed.folder());
        String longest = files.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        String far = "C:\\Users\\" + "n".repeat(LONGEST_ACCOUNT)
                + "\\AppData\\Local\\HoiDan\\program\\versions\\10.10.10\\";
        assertTrue(far.length() + longest.length() < MOST_WINDOWS, longest);
    }

    @Test
    void isADebianPackageThatBringsMenuIconsAndFileTypes() throws IOException, InterruptedException {
        assumeTrue(Packaging.makesDebian(), "no dpkg-deb here, so no Debian package is made");
        DebianPackage made = new DebianPackage(Packaging.debian(out), unpacked());
        made.isFit("hoi-dan");
        assertEquals(List.of("control", "md5sums"), made.control(), "nothing runs when it is installed");
        assertTrue(made.field("Depends").contains("libgtk-3-0"), made.field("Depends"));
        List<String> files = Packaging.files(unpacked().resolve("usr"));
        assertTrue(files.containsAll(List.of("bin/hoi-dan", "share/applications/hoi-dan.desktop",
                "share/mime/packages/hoi-dan.xml", "share/icons/hicolor/48x48/apps/hoi-dan.png")), files::toString);
        Packaging.succeed(List.of("sh", "-n", unpacked().resolve("usr/bin/hoi-dan").toString()));
    }

    private static void leavesNothing(String... arguments) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "home");
        Path temporary = Files.createTempDirectory(folder, "temporary");
        List<String> command = new ArrayList<>(List.of(installed.java().toString(), "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary, "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Dorg.sqlite.lib.path=" + installed.jars(), "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "--add-modules=javafx.controls", "-cp", classPath(), "vn.hoidan.cli.Main"));
        command.addAll(List.of(arguments));
        Packaging.succeed(command);
        assertEquals(List.of(), Packaging.files(home));
        assertEquals(List.of(), Packaging.files(temporary));
    }

    /// Where a person's name is part of the way, as it is on most laptops.
    private static Path unpacked() {
        return folder.resolve(FileNames.possible("Máy của Nguyễn Văn A"));
    }

    private static String classPath() {
        return Stream.of("hoidan.jar", "libraries.jar").map(jar -> installed.jars().resolve(jar).toString())
                .reduce((one, other) -> one + java.io.File.pathSeparator + other).orElseThrow();
    }
}
