package vn.hoidan.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseFile;
import vn.hoidan.core.release.Version;

/// The files of an installed program, by their content.
public final class ProgramFiles {
    /// What a laptop makes for itself: the learned start holds for its own folder only.
    private static final String LEARNED = ".aot";
    private static final int BUFFER_BYTES = 64 * 1024;

    private ProgramFiles() {
    }

    /// The release that an installed program is.
    ///
    /// @throws IOException              if nothing is installed there, or it cannot be read
    /// @throws IllegalArgumentException if it cannot be a release
    public static Release release(Path folder) throws IOException {
        InstalledFolder installed = InstalledFolder.at(folder);
        List<ReleaseFile> files = new ArrayList<>();
        // links are followed: a laptop's system may not know them
        try (Stream<Path> all = Files.walk(installed.folder(), FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : all.filter(each -> Files.isRegularFile(each) && !each.toString().endsWith(LEARNED))
                    .sorted().toList()) {
                files.add(new ReleaseFile(installed.folder().relativize(file).toString().replace('\\', '/'),
                        hash(file), Files.size(file), Files.isExecutable(file)));
            }
        }
        String version = installed.version();
        return new Release(installed.platform(), Version.parse(version)
                .orElseThrow(() -> new IOException("version " + version)), files);
    }

    /// SHA-256, 64 hexadecimal digits.
    public static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
