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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.launch.InstalledFolder;

/// The real folder that is handed on, made by the installer's own program and started by its launcher.
@DisplayName("The packaged program")
class PackagedStartTest {
    private static final int PATIENCE_MINUTES = 5;

    @TempDir
    private static Path folder;
    private static InstalledFolder installed;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        assumeTrue(ToolProvider.findFirst("jpackage").isPresent() && ToolProvider.findFirst("jlink").isPresent(),
                "this JDK makes no packages");
        Path target = Path.of("target").toAbsolutePath();
        assumeTrue(Files.isDirectory(target.resolve("package/libraries")), "the libraries were not copied");
        Path out = folder.resolve("out");
        List<String> told = new ArrayList<>();
        int code = run(told, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Path.of("installer", "Package.java").toString(), "client", "--version", "0.1.0",
                "--classes", target.resolve("classes").toString(),
                "--libraries", target.resolve("package/libraries").toString(),
                "--javafx", target.resolve("javafx").toString(), "--installer", Path.of("installer").toString(),
                "--compression", "none", "--out", out.toString()));
        assertEquals(0, code, () -> String.join("\n", told));
        try (Stream<Path> made = Files.list(out)) {
            installed = InstalledFolder.at(made.filter(each -> each.getFileName().toString().startsWith("hoi-dan")
                    && Files.isDirectory(each)).findFirst().orElseThrow());
        }
    }

    /// Libraries of JavaFX and SQLite lie beside the program: a start that unpacked them would be slow, would fill the
    /// disk, and is what virus scanners of borrowed laptops stop.
    @Test
    void opensItsFirstWindowAndLeavesNothingOutsideItsData() throws IOException, InterruptedException {
        leavesNothing("client", "check", "--data", folder.resolve("data").toString());
    }

    /// Practice is a whole server on the laptop, so all of it is in the client's folder.
    @Test
    void makesASurveyAndAnswersAsAServerByItsLauncher() throws IOException, InterruptedException {
        Path data = folder.resolve("server");
        leavesNothing("survey", "create", "--pack", "sipas-2023", "--id", "packaged", "--practice", "--data",
                data.toString());
        Process server = process(List.of(installed.launcher().toString(), "server", "start", "--port", "0", "--data",
                data.toString())).start();
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
            assertTrue(server.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "the server does not end");
        }
    }

    /// Seventy jars cost a start more than the window itself.
    @Test
    void bringsOurJarOneOfLibrariesAndTheLearnedStart() throws IOException {
        List<String> names = files(installed.jars()).stream().filter(name -> !name.startsWith(".")).toList();
        assertTrue(names.containsAll(List.of("hoidan.jar", "libraries.jar", "hoi-dan.aot")), names::toString);
        assertEquals(2, names.stream().filter(name -> name.endsWith(".jar")).count(), names::toString);
        assertFalse(names.stream().anyMatch(name -> name.endsWith(".part")), names::toString);
    }

    private static void leavesNothing(String... arguments) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "home");
        Path temporary = Files.createTempDirectory(folder, "temporary");
        List<String> command = new ArrayList<>(List.of(installed.java().toString(), "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + temporary, "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-Dorg.sqlite.lib.path=" + installed.jars(), "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "--add-modules=javafx.controls", "-cp", classPath(), "vn.hoidan.cli.Main"));
        command.addAll(List.of(arguments));
        List<String> told = new ArrayList<>();
        assertEquals(0, run(told, command), () -> String.join("\n", told));
        assertEquals(List.of(), files(home));
        assertEquals(List.of(), files(temporary));
    }

    private static String classPath() {
        return Stream.of("hoidan.jar", "libraries.jar").map(jar -> installed.jars().resolve(jar).toString())
                .reduce((one, other) -> one + java.io.File.pathSeparator + other).orElseThrow();
    }

    private static List<String> files(Path in) throws IOException {
        try (Stream<Path> all = Files.walk(in)) {
            return all.filter(Files::isRegularFile).map(file -> in.relativize(file).toString()).sorted().toList();
        }
    }

    private static ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("DISPLAY");
        return builder;
    }

    private static int run(List<String> told, List<String> command) throws IOException, InterruptedException {
        Process process = process(command).start();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(told::add);
        }
        assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "does not end");
        return process.exitValue();
    }
}
