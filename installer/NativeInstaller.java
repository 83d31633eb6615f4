import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The installer of Windows or macOS, by jpackage from the image; what it is told stands in `jpackage.options`.
final class NativeInstaller {
    private final Product product;
    private final Folders folders;
    private final String version;

    NativeInstaller(Product product, Folders folders, String version) {
        this.product = product;
        this.folders = folders;
        this.version = version;
    }

    List<Path> build(Path image) throws IOException {
        if (!product.window()) {
            // the folder itself is what is handed on
            return List.of();
        }
        Path source = folders.installer().resolve("client")
                .resolve(Platform.HERE == Platform.WINDOWS ? "windows" : "macos");
        Path target = Files.createDirectories(folders.out().resolve("packages"));
        List<String> options = new ArrayList<>(List.of("--app-image", image.toString(), "--name", product.name(),
                "--app-version", version, "--dest", target.toString(), "--resource-dir", source.toString(),
                "--icon", Icons.write(folders).toString()));
        options.addAll(FileTypes.options(folders));
        options.add("@" + source.resolve("jpackage.options"));
        Tools.jdk("jpackage", options);
        try (Stream<Path> made = Files.list(target)) {
            return made.toList();
        }
    }
}
