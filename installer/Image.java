import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/// The folder with everything: a runtime of only the modules needed, the jars, the native libraries where they are
/// loaded from, the launcher, and the cache of what a start learns.
final class Image {
    private static final String MAIN_JAR = "hoidan.jar";
    private static final String MAIN_CLASS = "vn.hoidan.cli.Launcher";
    /// Ten times the usual: a window comes up sooner when processors are not busy with the best of all code for it.
    /// What is computed for long, such as a PIN or an index, still gets that code.
    private static final List<String> SECOND_COMPILER_LATER = List.of("-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");
    /// No file by which other programs could watch this one, and no classes made for a method that is called by its
    /// name: JavaFX does that a few times in each start.
    private static final List<String> LIGHTER_START = List.of("-XX:-UsePerfData",
            "-Djdk.reflect.useNativeAccessorOnly=true");
    private static final String LIBRARIES_JAR = "libraries.jar";
    private static final String SQLITE_JAR = "sqlite-jdbc";

    private final Product product;
    private final Folders folders;
    private final String version;

    Image(Product product, Folders folders, String version) {
        this.product = product;
        this.folders = folders;
        this.version = version;
    }

    Path build() throws IOException {
        Path input = Files.createDirectories(folders.out().resolve("input"));
        jar(input.resolve(MAIN_JAR));
        Libraries libraries = new Libraries(product.unwanted(), Image::isWanted);
        libraries.write(folders.libraries(), input.resolve(LIBRARIES_JAR));
        sqliteLibrary(input);
        if (product.window()) {
            readySheets(input);
        }
        Path runtime = runtime();
        List<String> options = new ArrayList<>(List.of("--type", "app-image", "--name", product.name(),
                "--app-version", version, "--vendor", "Hoi Dan", "--dest", folders.out().toString(),
                "--input", input.toString(), "--main-jar", MAIN_JAR, "--main-class", MAIN_CLASS,
                "--runtime-image", runtime.toString(), "--icon", Icons.write(folders).toString()));
        product.arguments().forEach(each -> options.addAll(List.of("--arguments", each)));
        javaOptions().forEach(each -> options.addAll(List.of("--java-options", each)));
        if (Platform.HERE == Platform.WINDOWS && !product.window()) {
            options.add("--win-console");
        }
        if (Platform.HERE == Platform.MACOS && product.window()) {
            options.addAll(FileTypes.options(folders));
            options.add("@" + folders.installer().resolve("client/macos/image.options"));
        }
        Tools.jdk("jpackage", options);
        Path image = folders.out().resolve(product.name() + (Platform.HERE == Platform.MACOS ? ".app" : ""));
        learnStart(image);
        Folders.delete(input);
        Folders.delete(runtime);
        return image;
    }

    /// The Java library's own archive of classes is not in the runtime: a launcher that names a cache never uses it,
    /// not even when the cache is missing.
    private List<String> javaOptions() {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8",
                "-Dorg.sqlite.lib.path=$APPDIR", "-Dhoidan.platform=" + Platform.label(),
                "-XX:AOTCache=$APPDIR/" + product.name() + ".aot"));
        if (product.window()) {
            options.addAll(SECOND_COMPILER_LATER);
            options.addAll(LIGHTER_START);
            options.addAll(List.of("--add-modules=javafx.controls",
                    "--enable-native-access=javafx.graphics,ALL-UNNAMED"));
        } else {
            options.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+ExitOnOutOfMemoryError"));
        }
        return options;
    }

    /// Our own classes; the manifest tells the version that the program tells.
    private void jar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, MAIN_CLASS);
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_TITLE, "Hỏi Dân");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Path file : Folders.files(folders.classes())) {
                out.putNextEntry(entry(folders.classes().relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    /// The driver of SQLite carries a library for every system; ours is put beside the jars, so that it is loaded in
    /// place and not unpacked to a temporary folder at each start.
    private void sqliteLibrary(Path input) throws IOException {
        try (Stream<Path> jars = Files.list(folders.libraries())) {
            Path driver = jars.filter(jar -> jar.getFileName().toString().startsWith(SQLITE_JAR)).findFirst()
                    .orElseThrow();
            try (JarFile jar = new JarFile(driver.toFile())) {
                JarEntry library = jar.stream().filter(entry -> !entry.isDirectory()
                        && entry.getName().startsWith(Platform.HERE.sqliteFolder())).findFirst().orElseThrow();
                try (InputStream in = jar.getInputStream(library)) {
                    Files.copy(in, input.resolve(library.getName().substring(library.getName().lastIndexOf('/') + 1)));
                }
            }
        }
    }

    private static boolean isWanted(String name) {
        return !name.startsWith("org/sqlite/native/");
    }

    private void readySheets(Path input) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java,
                "--module-path", folders.javafx().toString(), "--add-modules", "javafx.graphics",
                folders.installer().resolve("Sheets.java").toString()));
        for (Path jar : Folders.files(input)) {
            if (jar.getFileName().toString().matches("hoidan\\.jar|libraries\\.jar")) {
                command.add(jar.toString());
            }
        }
        Tools.run("nothing: it is in the JDK", folders.out(), Map.of(), command);
    }

    /// JavaFX's libraries lie where the runtime looks for them, again to be loaded in place.
    private Path runtime() throws IOException {
        Path modules = Files.createDirectories(folders.out().resolve("modules"));
        Path runtime = folders.out().resolve("runtime");
        List<Path> natives = new ArrayList<>();
        if (product.window()) {
            try (Stream<Path> jars = Files.list(folders.javafx())) {
                for (Path jar : jars.toList()) {
                    copyWithout(jar, modules.resolve(jar.getFileName()), Image::isNative);
                    natives.add(jar);
                }
            }
        }
        Tools.jdk("jlink", List.of("--module-path", modules.toString(), "--add-modules",
                String.join(",", product.modules()), "--include-locales=en,vi", "--strip-debug", "--no-header-files",
                "--no-man-pages", "--output", runtime.toString()));
        Path place = runtime.resolve(Platform.HERE == Platform.WINDOWS ? "bin" : "lib");
        for (Path jar : natives) {
            unpackNatives(jar, place);
        }
        Folders.delete(modules);
        return runtime;
    }

    private static boolean isNative(String name) {
        return name.endsWith(Platform.HERE.library());
    }

    private static void unpackNatives(Path from, Path place) throws IOException {
        try (JarFile jar = new JarFile(from.toFile())) {
            for (JarEntry entry : jar.stream().filter(each -> isNative(each.getName())).toList()) {
                Path library = place.resolve(entry.getName());
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, library);
                }
            }
        }
    }

    private static void copyWithout(Path from, Path to, Predicate<String> unwanted) throws IOException {
        try (JarFile jar = new JarFile(from.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(to))) {
            for (JarEntry entry : jar.stream().filter(each -> !unwanted.test(each.getName())).toList()) {
                out.putNextEntry(entry(entry.getName()));
                try (InputStream in = jar.getInputStream(entry)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }

    /// Without the hour of the build, so that the same sources make the same jar.
    static JarEntry entry(String name) {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }

    /// Last, because the cache holds for exactly these jars.
    private void learnStart(Path image) throws IOException {
        Path java = javaOf(image);
        Path scratch = Files.createDirectories(folders.out().resolve("rehearsal"));
        List<String> command = new ArrayList<>(List.of(java.toString(), "-cp",
                appOf(image).resolve(MAIN_JAR).toString(), "vn.hoidan.launch.StartCache", image.toString()));
        command.addAll(product.rehearsal());
        command.addAll(List.of("--data", scratch.resolve("data").toString()));
        Tools.run("nothing: it is in the image", folders.out(), Map.of(), command);
        Folders.delete(scratch);
    }

    static Path javaOf(Path image) {
        return switch (Platform.HERE) {
            case LINUX -> image.resolve("lib/runtime/bin/java");
            case WINDOWS -> image.resolve("runtime/bin/java.exe");
            case MACOS -> image.resolve("Contents/runtime/Contents/Home/bin/java");
        };
    }

    static Path appOf(Path image) {
        return switch (Platform.HERE) {
            case LINUX -> image.resolve("lib/app");
            case WINDOWS -> image.resolve("app");
            case MACOS -> image.resolve("Contents/app");
        };
    }
}
