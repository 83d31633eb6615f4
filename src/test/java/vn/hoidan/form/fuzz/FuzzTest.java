package vn.hoidan.form.fuzz;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs each fuzz target in a process of its own on some hundred inputs, or as long as `-Dhoidan.fuzz.seconds=…` says.
/// A finding fails the test; the input lies in `target/fuzz/TARGET`, and `-Dhoidan.seed=…` repeats the run.
class FuzzTest {
    private static final int RUNS = 600;
    /// Where a machine is so busy that even these take long.
    private static final int MOST_SECONDS = 20;
    private static final int WITHOUT_END = -1;
    private static final int MOST_SECONDS_OF_AN_INPUT = 60;
    private static final int MOST_MEMORY_MEGABYTES = 768;
    private static final int MOST_INPUT_BYTES = 20_000;
    private static final int TAIL_LINES = 60;
    /// Detectors that take every regular expression of a form for an attack.
    private static final String NOT_MEANT = "com.code_intelligence.jazzer.sanitizers.RegexInjection:"
            + "com.code_intelligence.jazzer.sanitizers.RegexRoadblocks";

    private enum Target {
        WORKBOOK(WorkbookTarget.class),
        SHEETS(SheetsTarget.class),
        XFORM(XFormTarget.class);

        private final Class<?> type;

        Target(Class<?> type) {
            this.type = type;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsEveryInputInAFormOrInWords(Target target) throws IOException, InterruptedException {
        Assumptions.assumeTrue(runsHere(), "no fuzzer for this system");
        long seed = Long.getLong("hoidan.seed", System.nanoTime()) & Integer.MAX_VALUE;
        System.getLogger(FuzzTest.class.getName()).log(System.Logger.Level.INFO, "hoidan.seed=" + seed);
        Path folder = Files.createDirectories(Path.of("target", "fuzz", target.name().toLowerCase(Locale.ROOT)))
                .toAbsolutePath();
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Seeds.write(target.type, corpus);
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command(target, seed, corpus)).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertEquals(0, process.waitFor(), () -> tail(log));
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(Target target, long seed, Path corpus) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + MOST_MEMORY_MEGABYTES + "m", "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading", "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", absoluteClassPath(), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.type.getName(),
                "--instrumentation_includes=vn.hoidan.form.**:org.javarosa.xform.**",
                "--custom_hook_includes=vn.hoidan.form.**",
                "--disabled_hooks=" + NOT_MEANT,
                "-seed=" + seed, "-max_total_time=" + Integer.getInteger("hoidan.fuzz.seconds", MOST_SECONDS),
                "-runs=" + (Integer.getInteger("hoidan.fuzz.seconds") == null ? RUNS : WITHOUT_END),
                "-timeout=" + MOST_SECONDS_OF_AN_INPUT, "-max_len=" + MOST_INPUT_BYTES, "-print_final_stats=1",
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
