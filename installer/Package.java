import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds the packages of the system it runs on, with the tools of the JDK that runs it:
/// Maven calls it in the profiles `package-client` and `package-server`.
final class Package {
    private static final double MEBIBYTE = 1024 * 1024;

    private Package() {
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = options(arguments);
        Product product = Product.of(arguments[0]);
        Folders folders = new Folders(folder(options, "--out"), folder(options, "--classes"),
                folder(options, "--libraries"), folder(options, "--javafx"), folder(options, "--installer"),
                options.get("--compression"));
        String version = options.get("--version").replace("-SNAPSHOT", "");
        Folders.delete(folders.out());
        Files.createDirectories(folders.out());
        Path image = new Image(product, folders, version).build();
        List<Path> packages = folders.compression().equals(Folders.FOLDER_ONLY) ? List.of()
                : switch (Platform.HERE) {
                    case LINUX -> new LinuxPackages(product, folders, version).build(image);
                    case WINDOWS, MACOS -> new NativeInstaller(product, folders, version).build(image);
                };
        say("installed: %.1f MiB in %s", Folders.bytes(image) / MEBIBYTE, image);
        for (Path each : packages) {
            say("download:  %.1f MiB in %s", Files.size(each) / MEBIBYTE, each);
        }
    }

    static void say(String line, Object... values) {
        System.out.println(String.format(java.util.Locale.ROOT, line, values));
    }

    private static Path folder(Map<String, String> options, String name) {
        return Path.of(options.get(name)).toAbsolutePath().normalize();
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int at = 1; at + 1 < arguments.length; at += 2) {
            options.put(arguments[at], arguments[at + 1]);
        }
        return options;
    }
}
