package vn.hoidan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;

/// Runs a fuzz target in a process of its own on a number of inputs, or as long as `-Dhoidan.fuzz.seconds=…` says. A
/// finding fails the test; the input lies in `target/fuzz/TARGET`, and `-Dhoidan.seed=…` repeats the run.
///
/// @param target   class with `fuzzerTestOneInput`
/// @param runs     inputs, unless seconds were asked for
/// @param watched  classes whose branches lead the fuzzer, as Jazzer writes them
/// @param disabled detectors that are not meant here
public record Fuzzing(Class<?> target, int runs, String watched, List<String> disabled) {
    /// Where a machine is so busy that even these take long.
    private static final int MOST_SECONDS = 10;
    private static final int WITHOUT_END = -1;
    private static final int MOST_SECONDS_OF_AN_INPUT = 60;
    private static final int MOST_MEMORY_MEGABYTES = 768;
    /// The heap has a limit of its own; what the fuzzer would count besides is the size of the process that started it,
    /// which Linux hands on.
    private static final int NO_LIMIT_OF_THE_PROCESS = 0;
    private static final int MOST_INPUT_BYTES = 20_000;
    private static final int TAIL_LINES = 60;

    /// Writes inputs to begin with into a folder.
    public interface Seeds {
        void write(Path corpus) throws IOException;
    }

    public void run(Seeds seeds) throws IOException, InterruptedException {
        Assumptions.assumeTrue(runsHere(), "no fuzzer for this system");
        long seed = Long.getLong("hoidan.seed", System.nanoTime()) & Integer.MAX_VALUE;
        System.getLogger(Fuzzing.class.getName()).log(System.Logger.Level.INFO, "hoidan.seed=" + seed);
        Path folder = Files.createDirectories(Path.of("target", "fuzz",
                target.getSimpleName().toLowerCase(Locale.ROOT))).toAbsolutePath();
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        seeds.write(corpus);
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command(seed, corpus)).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertEquals(0, process.waitFor(), () -> tail(log));
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(long seed, Path corpus) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + MOST_MEMORY_MEGABYTES + "m", "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading", "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", absoluteClassPath(), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(), "--instrumentation_includes=" + watched,
                "--custom_hook_includes=vn.hoidan.**", "--disabled_hooks=" + String.join(":", disabled),
                "-seed=" + seed, "-max_total_time=" + Integer.getInteger("hoidan.fuzz.seconds", MOST_SECONDS),
                "-runs=" + (Integer.getInteger("hoidan.fuzz.seconds") == null ? runs : WITHOUT_END),
                "-timeout=" + MOST_SECONDS_OF_AN_INPUT, "-max_len=" + MOST_INPUT_BYTES,
                "-rss_limit_mb=" + NO_LIMIT_OF_THE_PROCESS, "-print_final_stats=1",
                corpus.toString()));
        return command;
    }

    /// The process has a working folder of its own.
    private static String absoluteClassPath() {
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            parts.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, parts);
    }

    private static boolean runsHere() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean intel = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
        return intel || !system.contains("windows") && System.getProperty("os.arch").equals("aarch64");
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
