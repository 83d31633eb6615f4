package vn.hoidan.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of an installed program as `jpackage` lays it out: launcher, jars, runtime.
///
/// @param folder   the whole
/// @param jars     folder of the jars and of the launcher's settings
/// @param java     program that runs Java
/// @param launcher what a person starts
/// @param settings of the launcher
public record InstalledFolder(Path folder, Path jars, Path java, Path launcher, Path settings) {
    /// Property by which a launcher tells the program where it is.
    static final String LAUNCHED_BY = "jpackage.app-path";
    private static final String SETTINGS_END = ".cfg";
    /// What the launcher puts in for the folder of the jars.
    private static final String JARS_NAME = "$APPDIR";
    private static final String VERSION = "-Djpackage.app-version=";
    private static final String PLATFORM = "-Dhoidan.platform=";
    private static final String CLASS_PATH = "app.classpath=";
    private static final String MAIN_CLASS = "app.mainclass=";
    private static final String JAVA_OPTION = "java-options=";

    /// @throws IOException if nothing is installed there
    public static InstalledFolder at(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Path jars = Stream.of("lib/app", "app", "Contents/app").map(whole::resolve).filter(Files::isDirectory)
                .findFirst().orElseThrow(() -> new IOException("nothing installed in " + whole));
        Path runtime = Stream.of("lib/runtime", "runtime", "Contents/runtime/Contents/Home").map(whole::resolve)
                .filter(Files::isDirectory).findFirst().orElseThrow(() -> new IOException("no runtime in " + whole));
        Path settings = only(jars, SETTINGS_END);
        String name = settings.getFileName().toString().replace(SETTINGS_END, "");
        return new InstalledFolder(whole, jars, there(runtime.resolve("bin").resolve("java"), ".exe"),
                there(launcher(whole, name), ".exe"), settings);
    }

    /// Where the running program is installed; empty when it was started in another way, as by Maven.
    public static Optional<InstalledFolder> here() {
        String launcher = System.getProperty(LAUNCHED_BY, "");
        if (launcher.isEmpty()) {
            return Optional.empty();
        }
        for (Path above = Path.of(launcher).getParent(); above != null; above = above.getParent()) {
            try {
                return Optional.of(at(above));
            } catch (IOException higher) {
                continue;
            }
        }
        return Optional.empty();
    }

    /// Folder of its Java.
    Path runtime() {
        return java.getParent().getParent();
    }

    /// The launcher's options for the virtual machine, with folders as they are here.
    List<String> javaOptions() throws IOException {
        return values(JAVA_OPTION);
    }

    List<String> classPath() throws IOException {
        return values(CLASS_PATH);
    }

    String mainClass() throws IOException {
        return values(MAIN_CLASS).getFirst();
    }

    private List<String> values(String key) throws IOException {
        return Files.readAllLines(settings).stream().filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).replace(JARS_NAME, jars.toString())).toList();
    }

    /// The number of the program, as it was packaged.
    public String version() throws IOException {
        return option(VERSION);
    }

    /// The system that it is for, such as `linux-x64`.
    public String platform() throws IOException {
        return option(PLATFORM);
    }

    private String option(String beginning) throws IOException {
        return javaOptions().stream().filter(option -> option.startsWith(beginning)).findFirst()
                .orElseThrow(() -> new IOException("no " + beginning + " in " + settings))
                .substring(beginning.length());
    }

    private static Path launcher(Path whole, String name) {
        return Stream.of("bin", "Contents/MacOS").map(whole::resolve).filter(Files::isDirectory).findFirst()
                .orElse(whole).resolve(name);
    }

    private static Path there(Path program, String orElseEnding) {
        return Files.exists(program) ? program : program.resolveSibling(program.getFileName() + orElseEnding);
    }

    private static Path only(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending)).findFirst()
                    .orElseThrow(() -> new IOException("no settings of a launcher in " + folder));
        }
    }
}
