package vn.hoidan.installer;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// How long a cold start takes until the window can be used, beside an empty window of JavaFX with the same settings of
/// the virtual machine, each with and without the cache of a learned start. Prints both ratios that have a budget:
/// ours to the empty one (at most 1.5), and with the cache to without it (at most 0.5). Runs are interleaved, and the
/// median counts. Arguments: the installed folder of a client, the number of rounds. Needs a display.
final class StartBench {
    private static final String USABLE = "the window can be used";
    private static final String CACHE = "-XX:AOTCache=";
    private static final double NANOS_PER_MILLI = 1e6;

    private final Path jars;
    private final Path java;
    private final List<String> options;
    private final String classPath;
    private final Path scratch;

    private StartBench(Path installed, Path scratch) throws IOException {
        this.scratch = scratch;
        this.jars = installed.resolve("lib/app");
        this.java = installed.resolve("lib/runtime/bin/java");
        List<String> settings = Files.readAllLines(jars.resolve("hoi-dan.cfg"));
        options = values(settings, "java-options=");
        classPath = String.join(File.pathSeparator, values(settings, "app.classpath="));
    }

    private List<String> values(List<String> settings, String key) {
        return settings.stream().filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).replace("$APPDIR", jars.toString())).toList();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("start-bench");
        new StartBench(Path.of(arguments[0]).toAbsolutePath(), scratch).run(Integer.parseInt(arguments[1]));
    }

    private void run(int rounds) throws IOException, InterruptedException {
        Path told = Files.writeString(scratch.resolve("logging.properties"),
                "handlers=java.util.logging.ConsoleHandler\n.level=INFO\n");
        Path emptyCache = scratch.resolve("empty.aot");
        String test = jar(Path.of("target", "test-classes"), scratch.resolve("empty.jar")).toString();
        start(emptyWindow(test, told, "-XX:AOTCacheOutput=" + emptyCache, "end"));
        String ours = options.stream().filter(option -> option.startsWith(CACHE)).findFirst().orElseThrow();
        List<List<String>> variants = List.of(emptyWindow(test, told, "-Dnothing=0"),
                emptyWindow(test, told, CACHE + emptyCache), client(told, "-Dnothing=0"), client(told, ours));
        Took[][] took = new Took[variants.size()][rounds];
        for (int round = -1; round < rounds; round++) {
            for (int variant = 0; variant < variants.size(); variant++) {
                Took one = start(variants.get(variant));
                if (round >= 0) {
                    took[variant][round] = one;
                }
            }
        }
        tell("median by the clock    ", took, Took::wall, StartBench::median);
        tell("best by the clock      ", took, Took::wall, values -> Arrays.stream(values).min().orElseThrow());
        tell("median by the processor", took, Took::processor, StartBench::median);
    }

    /// Milliseconds.
    private record Took(double wall, double processor) {
    }

    /// Only jars can be learned, folders cannot.
    private static Path jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("EmptyWindow")).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static void tell(String by, Took[][] took, ToDoubleFunction<Took> part, ToDoubleFunction<double[]> one) {
        double[] figures = Arrays.stream(took).mapToDouble(each -> one.applyAsDouble(Arrays.stream(each)
                .mapToDouble(part).toArray())).toArray();
        say("%s, without cache: empty window %.0f ms, Hoi Dan %.0f ms, ratio %.2f", by, figures[0], figures[2],
                figures[2] / figures[0]);
        say("%s, with cache:    empty window %.0f ms, Hoi Dan %.0f ms, ratio %.2f (budget 1.50)", by, figures[1],
                figures[3], figures[3] / figures[1]);
        say("%s, cache to none: %.2f (budget 0.50)", by, figures[3] / figures[2]);
    }

    private List<String> emptyWindow(String classes, Path told, String cache, String... arguments) {
        List<String> command = command(told, cache);
        command.addAll(List.of("-cp", classes, "vn.hoidan.installer.EmptyWindow"));
        command.addAll(List.of(arguments));
        return command;
    }

    private List<String> client(Path told, String cache) {
        List<String> command = command(told, cache);
        command.addAll(List.of("-cp", classPath, "vn.hoidan.cli.Main", "client"));
        return command;
    }

    private List<String> command(Path told, String cache) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        options.stream().filter(option -> !option.startsWith(CACHE)).forEach(command::add);
        command.addAll(List.of(cache, "-Djava.util.logging.config.file=" + told));
        return command;
    }

    /// @return time from the start of the process until it says that its window can be used
    private Took start(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_DATA_HOME", scratch.toString());
        long begun = System.nanoTime();
        Process process = builder.start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains(USABLE)) {
                    Took took = new Took((System.nanoTime() - begun) / NANOS_PER_MILLI,
                            process.info().totalCpuDuration().orElseThrow().toNanos() / NANOS_PER_MILLI);
                    if (!command.getLast().equals("end")) {
                        process.destroy();
                    }
                    process.waitFor();
                    return took;
                }
            }
        }
        throw new IllegalStateException("no window: " + String.join("\n", said));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
