import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        return folders.compression().equals(Folders.PACKAGE_ONLY) ? List.of(debian(image))
                : List.of(archive(image), debian(image));
    }

    private Path archive(Path image) {
        Path archive = folders.out().resolve(product.name() + "-" + version + "-" + Platform.label() + ".tar.gz");
        Tools.run(NEEDS, folders.out(), Map.of(), List.of("tar", "--owner=0", "--group=0", "--sort=name",
                "-czf", archive.toString(), image.getFileName().toString()));
        return archive;
    }

    private Path debian(Path image) throws IOException {
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
        return deb;
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
        sums(tree, scripts);
    }

    /// By which `dpkg --verify` tells what has changed since; settings are meant to change.
    private static void sums(Path tree, Path scripts) throws IOException {
        Path settings = scripts.resolve("conffiles");
        List<String> changing = Files.exists(settings) ? Files.readAllLines(settings) : List.of();
        StringBuilder sums = new StringBuilder();
        for (Path file : Folders.files(tree)) {
            String place = tree.relativize(file).toString();
            if (!file.startsWith(scripts) && !Files.isSymbolicLink(file) && !changing.contains("/" + place)) {
                sums.append(md5(file)).append("  ").append(place).append('\n');
            }
        }
        Files.writeString(scripts.resolve("md5sums"), sums);
    }

    private static String md5(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
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
