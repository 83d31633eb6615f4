package vn.hoidan.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import vn.hoidan.launch.InstalledFolder;

/// Makes packages by the installer's own program and looks into them.
public final class Packaging {
    static final int PATIENCE_MINUTES = 5;
    static final String VERSION = "0.1.0";
    /// Of the client; made once for all tests, and null before.
    private static Path made;

    private Packaging() {
    }

    /// The client's package, made at the first call and deleted when the tests end.
    static synchronized Path client() throws IOException, InterruptedException {
        if (made == null) {
            Path out = Files.createTempDirectory("hoidan-package");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(out)));
            made = make("client", out.resolve("out"));
        }
        return made;
    }

    /// The client as its package brings it, in a folder of its own.
    public static InstalledFolder installedClient(Path unpacked) throws IOException, InterruptedException {
        return installed(client(), unpacked);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    /// Where the Debian package is made, when the system has what makes it.
    static boolean makesDebian() {
        return Files.isExecutable(Path.of("/usr/bin/dpkg-deb"));
    }

    /// Makes the folder of a product, and its Debian package where that can be made.
    ///
    /// @return where they lie
    static Path make(String product, Path out) throws IOException, InterruptedException {
        assumeTrue(ToolProvider.findFirst("jpackage").isPresent() && ToolProvider.findFirst("jlink").isPresent(),
                "this JDK makes no packages");
        Path target = Path.of("target").toAbsolutePath();
        assumeTrue(Files.isDirectory(target.resolve("package/libraries")), "the libraries were not copied");
        succeed(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Path.of("installer", "Package.java").toString(), product, "--version", VERSION,
                "--classes", target.resolve("classes").toString(),
                "--libraries", target.resolve("package/libraries").toString(),
                "--javafx", target.resolve("javafx").toString(), "--installer", Path.of("installer").toString(),
                "--compression", makesDebian() ? "none" : "folder", "--out", out.toString()));
        return out;
    }

    /// The program as its Debian package brings it, else as its folder is.
    static InstalledFolder installed(Path out, Path unpacked) throws IOException, InterruptedException {
        if (makesDebian()) {
            succeed(List.of("dpkg-deb", "-x", debian(out).toString(), unpacked.toString()));
            return InstalledFolder.at(only(unpacked.resolve("opt"), ""));
        }
        return InstalledFolder.at(only(out, ""));
    }

    static Path debian(Path out) throws IOException {
        return only(out, ".deb");
    }

    private static Path only(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.getFileName().toString().matches("hoi-dan.*" + ending)
                    && (ending.isEmpty() == Files.isDirectory(each))).findFirst().orElseThrow();
        }
    }

    /// Files below a folder.
    static List<String> files(Path in) throws IOException {
        try (Stream<Path> all = Files.walk(in)) {
            return all.filter(Files::isRegularFile).map(file -> in.relativize(file).toString()).sorted().toList();
        }
    }

    /// A program without a display.
    static ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("DISPLAY");
        return builder;
    }

    /// Runs a program that has to end well.
    ///
    /// @return what it said
    static List<String> succeed(List<String> command) throws IOException, InterruptedException {
        return succeed(process(command));
    }

    static List<String> succeed(ProcessBuilder command) throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        Process process = command.start();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(told::add);
        }
        assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "does not end");
        assertEquals(0, process.exitValue(), () -> String.join("\n", told));
        return told;
    }
}
