import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// The portable folder as an archive, and the Debian package. The package is put together here and not by jpackage,
/// because the learned start must be the last thing that is made from the jars.
final class LinuxPackages {
    private static final String NEEDS = "dpkg (Debian, Ubuntu) and tar";

    private final Product product;
    private final Folders folders;
    private final String version;

    LinuxPackages(Product product, Folders folders, String version) {
        this.product = product;
        this.folders = folders;
        this.version = version;
    }

    List<Path> build(Path image) throws IOException {
        Path archive = folders.out().resolve(product.name() + "-" + version + "-" + Platform.label() + ".tar.gz");
        Tools.run(NEEDS, folders.out(), Map.of(), List.of("tar", "--owner=0", "--group=0", "--sort=name",
                "-czf", archive.toString(), image.getFileName().toString()));
        Path tree = folders.out().resolve("deb");
        Folders.copy(image, tree.resolve("opt").resolve(product.name()));
        Folders.copy(source().resolve("tree"), tree);
        if (product.window()) {
            for (int size : Icons.SIZES) {
                Path icons = tree.resolve("usr/share/icons/hicolor/" + size + "x" + size + "/apps");
                Files.createDirectories(icons);
                Files.write(icons.resolve("hoi-dan.png"), Icons.png(size));
            }
        }
        control(tree);
        rights(tree);
        Path deb = folders.out().resolve(product.name() + "_" + version + "_" + machine() + ".deb");
        Tools.run(NEEDS, folders.out(), Map.of(), List.of("dpkg-deb", "--root-owner-group",
                "-Z" + folders.compression(), "--build", tree.toString(), deb.toString()));
        Folders.delete(tree);
        return List.of(archive, deb);
    }

    private Path source() {
        return product.window() ? folders.installer().resolve("client/linux") : folders.installer().resolve("server");
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    private void control(Path tree) throws IOException {
        Path scripts = tree.resolve("DEBIAN");
        Folders.copy(source().resolve("debian"), scripts);
        Path control = scripts.resolve("control");
        long kibibytes = Folders.bytes(tree) / 1024;
        Files.writeString(control, Files.readString(control).replace("@version@", version)
                .replace("@machine@", machine()).replace("@kibibytes@", String.valueOf(kibibytes)));
    }

    /// The same whoever builds: programs and scripts can be run, all can be read, only root writes.
    private static void rights(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (Path each : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                boolean runs = Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) || isProgram(tree, each);
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static boolean isProgram(Path tree, Path file) throws IOException {
        String place = tree.relativize(file).toString();
        if (place.startsWith("DEBIAN/") || place.startsWith("usr/bin/")) {
            try (var in = Files.newInputStream(file)) {
                return new String(in.readNBytes(2), StandardCharsets.US_ASCII).equals("#!");
            }
        }
        return Files.isExecutable(file);
    }
}
