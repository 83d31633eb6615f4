import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where things come from and go to.
///
/// @param libraries   jars of what the program needs, JavaFX left out
/// @param javafx      jars of JavaFX for this system
/// @param installer   this folder
/// @param compression of the Debian package: `xz` is small and takes minutes, `zstd` is for trying; `none` makes the
///                    package only, at once; `folder` makes the folder and no package
record Folders(Path out, Path classes, Path libraries, Path javafx, Path installer, String compression) {
    static final String FOLDER_ONLY = "folder";
    static final String PACKAGE_ONLY = "none";

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
    }

    static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : files(folder)) {
            bytes += Files.isSymbolicLink(file) ? 0 : Files.size(file);
        }
        return bytes;
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(each -> {
                    try {
                        Files.delete(each);
                    } catch (IOException kept) {
                        throw new UncheckedIOException(kept);
                    }
                });
            }
        }
    }

    /// With rights and links as they are.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                Files.createDirectories(target.getParent());
                if (!Files.isDirectory(target)) {
                    Files.copy(each, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
