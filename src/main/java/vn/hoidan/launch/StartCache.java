package vn.hoidan.launch;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a start has learned, kept so that the next one need not learn it again: the virtual machine's AOT cache (JEP
/// 483). It holds for exactly the jars and options with which it was made, so it is made last, by running the program
/// once from its place.
public final class StartCache {
    private static final String USES = "-XX:AOTCache=";
    private static final String MAKES = "-XX:AOTCacheOutput=";
    /// Profiles of methods make the virtual machine compile more while it starts than the start gains by it.
    private static final List<String> WITHOUT_PROFILES = List.of("-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTRecordTraining");

    /// Packages of JavaFX for a real display. The program runs without one while its start is being learned and would
    /// not meet them.
    private static final List<String> FOR_DISPLAYS = List.of("com/sun/glass/ui", "com/sun/glass/ui/delegate",
            "com/sun/glass/ui/gtk", "com/sun/glass/ui/win", "com/sun/glass/ui/mac", "com/sun/prism/es2",
            "com/sun/prism/d3d", "com/sun/prism/mtl", "com/sun/prism/ps", "com/sun/prism/impl/ps",
            "com/sun/javafx/application/preferences");
    /// Property that names their classes.
    private static final String MET = "hoidan.start.met";
    private static final String CLASS = ".class";
    private static final System.Logger LOG = System.getLogger(StartCache.class.getName());

    private StartCache() {
    }

    /// Arguments: the installed folder, then what the program is to do meanwhile.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> rehearsal = List.of(arguments).subList(1, arguments.length);
        int code = make(InstalledFolder.at(Path.of(arguments[0])), rehearsal);
        if (code != 0) {
            throw new IllegalStateException("the program ended with " + code + " while its start was being learned");
        }
    }

    /// Meets the classes that a start with a display needs; for a start that is being learned. Some may stand on parts
    /// of the Java library that are not in the runtime; those are not needed here.
    public static void meet() {
        for (String name : System.getProperty(MET, "").split(",")) {
            try {
                Class.forName(name, false, ClassLoader.getSystemClassLoader());
            } catch (ClassNotFoundException | LinkageError absent) {
                LOG.log(System.Logger.Level.DEBUG, "not learned", absent);
            }
        }
    }

    /// Read out of the runtime that will start, which may be of another version than this one.
    private static String forDisplays(Path runtime) throws IOException {
        List<String> names = new ArrayList<>();
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jrt:/"),
                Map.of("java.home", runtime.toString()))) {
            Path classes = inside.getPath("modules", "javafx.graphics");
            for (Path folder : FOR_DISPLAYS.stream().map(classes::resolve).filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> classes.relativize(file).toString()).filter(file -> file.endsWith(CLASS))
                            .map(file -> file.replace(CLASS, "").replace('/', '.')).sorted().forEach(names::add);
                }
            }
        }
        return String.join(",", names);
    }

    /// True if there is no cache, or if a jar is newer than it: it would hold for another program.
    public static boolean isStale(InstalledFolder installed) throws IOException {
        Path cache = place(installed);
        if (!Files.exists(cache)) {
            return true;
        }
        FileTime made = Files.getLastModifiedTime(cache);
        try (Stream<Path> files = Files.list(installed.jars())) {
            for (Path jar : files.filter(file -> file.getFileName().toString().endsWith(".jar")).toList()) {
                if (Files.getLastModifiedTime(jar).compareTo(made) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Path place(InstalledFolder installed) throws IOException {
        return Path.of(installed.javaOptions().stream().filter(option -> option.startsWith(USES)).findFirst()
                .orElseThrow(() -> new IOException("the launcher names no cache")).substring(USES.length()));
    }

    /// Runs the program without a display and keeps what its start needed.
    ///
    /// @param rehearsal the program's arguments; it must end by itself
    /// @return the program's exit code; unless it is 0 nothing is kept
    public static int make(InstalledFolder installed, List<String> rehearsal) throws IOException, InterruptedException {
        List<String> options = installed.javaOptions();
        Path cache = place(installed);
        Path unfinished = cache.resolveSibling(cache.getFileName() + ".part");
        List<String> command = new ArrayList<>(List.of(installed.java().toString()));
        options.stream().filter(option -> !option.startsWith(USES)).forEach(command::add);
        command.addAll(WITHOUT_PROFILES);
        command.add("-D" + MET + "=" + forDisplays(installed.runtime()));
        command.addAll(List.of(MAKES + unfinished, "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-D" + InstalledFolder.LAUNCHED_BY + "=" + installed.launcher(), "-cp",
                String.join(File.pathSeparator, installed.classPath()), installed.mainClass()));
        command.addAll(rehearsal);
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code == 0) {
                Files.move(unfinished, cache, StandardCopyOption.REPLACE_EXISTING);
            }
            return code;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
