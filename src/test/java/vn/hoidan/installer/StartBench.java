package vn.hoidan.installer;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import vn.hoidan.client.app.office.HeadOffices;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.client.store.ProfileFolders;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.support.Samples;
import vn.hoidan.support.SettableClock;

/// How long a cold start takes until the window can be used, beside an empty window of JavaFX with the same settings of
/// the virtual machine, each with and without the cache of a learned start: without it the very options of the
/// launcher hold, and the file that they name is missing. Prints both ratios that have a budget:
/// ours to the empty one (at most 1.5), and with the cache to without it (at most 0.5), for the first page of a new
/// laptop and for the page that asks for the PIN, which is that of every other day; what each thread had of it; and
/// what is installed and downloaded. Runs are interleaved, and the median counts. Arguments: the installed folder of a
/// client, the number of rounds. Needs Linux and a display.
final class StartBench {
    private static final String USABLE = "the window can be used";
    private static final String CACHE = "-XX:AOTCache=";
    private static final String NO_CACHE = CACHE + "none";
    private static final String DATA = "XDG_DATA_HOME";
    private static final String PIN = "246810";
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEBIBYTE = 1024 * 1024;

    private final Path installed;
    private final Path jars;
    private final List<String> options;
    private final List<String> program;
    private final Path scratch;
    private final Path log;

    private StartBench(Path installed, Path scratch) throws IOException {
        this.installed = installed;
        this.scratch = scratch;
        this.jars = installed.resolve("lib/app");
        List<String> settings = Files.readAllLines(jars.resolve("hoi-dan.cfg"));
        options = new ArrayList<>(values(settings, "java-options="));
        options.add("-Djpackage.app-path=" + installed.resolve("bin/hoi-dan"));
        program = List.of("-cp", String.join(File.pathSeparator, values(settings, "app.classpath=")),
                values(settings, "app.mainclass=").getFirst(), values(settings, "arguments=").getFirst());
        log = Files.writeString(scratch.resolve("logging.properties"),
                "handlers=java.util.logging.ConsoleHandler\n.level=INFO\n");
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
        Path cache = scratch.resolve("empty.aot");
        String test = jar(Path.of("target", "test-classes"), scratch.resolve("empty.jar")).toString();
        Path fresh = Files.createDirectories(scratch.resolve("fresh"));
        Path known = Files.createDirectories(scratch.resolve("known"));
        enrol(known.resolve("hoi-dan").resolve("client"));
        start(fresh, command("-XX:AOTCacheOutput=" + cache, List.of("-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTRecordTraining", "-cp", test, "vn.hoidan.installer.EmptyWindow", "end")));
        List<String> empty = List.of("-cp", test, "vn.hoidan.installer.EmptyWindow");
        String learned = options.stream().filter(option -> option.startsWith(CACHE)).findFirst().orElseThrow();
        Map<String, Start> starts = new LinkedHashMap<>();
        starts.put("empty, no cache", new Start(fresh, command(NO_CACHE, empty)));
        starts.put("empty", new Start(fresh, command(CACHE + cache, empty)));
        starts.put("first page, no cache", new Start(fresh, command(NO_CACHE, program)));
        starts.put("first page", new Start(fresh, command(learned, program)));
        starts.put("page of the PIN, no cache", new Start(known, command(NO_CACHE, program)));
        starts.put("page of the PIN", new Start(known, command(learned, program)));
        Map<String, List<Took>> took = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, Start> each : starts.entrySet()) {
                Took one = start(each.getValue().data(), each.getValue().command());
                if (round >= 0) {
                    took.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(one);
                }
            }
        }
        for (String page : List.of("first page", "page of the PIN")) {
            tell(page, "by the clock", took, Took::wall);
            tell(page, "by the processor", took, Took::processor);
        }
        threads(took);
        sizes();
    }

    private record Start(Path data, List<String> command) {
    }

    /// Milliseconds.
    ///
    /// @param threads of the processor, by the names of threads
    private record Took(double wall, double processor, Map<String, Double> threads) {
    }

    /// Somebody works on this laptop.
    private static void enrol(Path data) {
        Profile profile = new Profile("bench-1", "1-7", Samples.enumerator(), new ServerAddress("localhost", 8443,
                Samples.bytes(EnrolmentCode.FINGERPRINT_BYTES, 3)));
        new ProfileFolders(data, new SettableClock(Samples.MORNING)).create(profile,
                new HeadOffices.DeviceCredentials("1-7", Samples.bytes(HeadOffices.TOKEN_BYTES, 11)),
                PIN.toCharArray()).store().close();
    }

    /// Only jars can be learned, folders cannot.
    private static Path jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("EmptyWindow")).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    private static void tell(String page, String by, Map<String, List<Took>> took, ToDoubleFunction<Took> part) {
        double empty = median(took.get("empty"), part);
        double ours = median(took.get(page), part);
        double emptyUncached = median(took.get("empty, no cache"), part);
        double uncached = median(took.get(page + ", no cache"), part);
        say("%s, %s: %.0f ms, empty window %.0f ms, ratio %.2f (budget 1.50)", page, by, ours, empty, ours / empty);
        say("%s, %s, no cache: %.0f ms, empty window %.0f ms, ratio %.2f", page, by, uncached, emptyUncached,
                uncached / emptyUncached);
        say("%s, %s: cache to none %.2f (budget 0.50)", page, by, ours / uncached);
    }

    /// What is left, in milliseconds of the processor.
    private static void threads(Map<String, List<Took>> took) {
        List<String> starts = List.of("empty", "first page", "page of the PIN");
        TreeSet<String> names = new TreeSet<>();
        starts.forEach(start -> took.get(start).forEach(one -> names.addAll(one.threads().keySet())));
        say("%-18s%18s%18s%18s", "thread, ms", starts.get(0), starts.get(1), starts.get(2));
        for (String name : names) {
            double[] had = starts.stream().mapToDouble(start -> median(took.get(start),
                    one -> one.threads().getOrDefault(name, 0.0))).toArray();
            if (Arrays.stream(had).max().orElseThrow() >= 1) {
                say("%-18s%18.0f%18.0f%18.0f", name, had[0], had[1], had[2]);
            }
        }
    }

    private void sizes() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(installed)) {
            for (Path file : files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)).toList()) {
                bytes += Files.size(file);
            }
        }
        say("installed: %.1f MiB, of it the cache %.1f MiB", bytes / MEBIBYTE,
                Files.size(jars.resolve("hoi-dan.aot")) / MEBIBYTE);
        try (Stream<Path> beside = Files.list(installed.getParent())) {
            for (Path each : beside.filter(file -> file.toString().matches(".*\\.(deb|tar\\.gz)")).toList()) {
                say("download: %.1f MiB, %s", Files.size(each) / MEBIBYTE, each.getFileName());
            }
        }
    }

    private List<String> command(String cache, List<String> what) {
        List<String> command = new ArrayList<>(List.of(installed.resolve("lib/runtime/bin/java").toString()));
        options.stream().filter(option -> !option.startsWith(CACHE)).forEach(command::add);
        command.addAll(List.of(cache, "-Djava.util.logging.config.file=" + log));
        command.addAll(what);
        return command;
    }

    /// @return time from the start of the process until it says that its window can be used
    private static Took start(Path data, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(DATA, data.toString());
        long begun = System.nanoTime();
        Process process = builder.start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains(USABLE)) {
                    double wall = (System.nanoTime() - begun) / NANOS_PER_MILLI;
                    double processor = process.info().totalCpuDuration().orElseThrow().toNanos() / NANOS_PER_MILLI;
                    Map<String, Double> threads = threads(process.pid());
                    if (!command.getLast().equals("end")) {
                        process.destroy();
                    }
                    process.waitFor();
                    return new Took(wall, processor, threads);
                }
            }
        }
        throw new IllegalStateException("no window: " + String.join("\n", said));
    }

    /// What each thread that still runs had of the processor.
    private static Map<String, Double> threads(long process) throws IOException {
        Map<String, Double> all = new LinkedHashMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(process), "task"))) {
            for (Path task : tasks.toList()) {
                if (Files.exists(task.resolve("comm"))) {
                    String nanos = Files.readString(task.resolve("schedstat")).split(" ")[0];
                    all.merge(Files.readString(task.resolve("comm")).strip(), Long.parseLong(nanos) / NANOS_PER_MILLI,
                            Double::sum);
                }
            }
        }
        return all;
    }

    private static double median(List<Took> runs, ToDoubleFunction<Took> part) {
        double[] sorted = runs.stream().mapToDouble(part).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
