package vn.hoidan.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/// What every Debian package of ours must be like, looked at with dpkg-deb.
record DebianPackage(Path file, Path unpacked) {
    private static final double MEBIBYTE = 1024 * 1024;
    /// Installed, in MiB: what a borrowed laptop has to give.
    private static final double MOST_INSTALLED = 240;

    String field(String name) throws IOException, InterruptedException {
        return String.join("\n", Packaging.succeed(List.of("dpkg-deb", "-f", file.toString(), name)));
    }

    /// Scripts and lists of the package itself.
    List<String> control() throws IOException, InterruptedException {
        return Packaging.files(controlFolder());
    }

    Path controlFolder() throws IOException, InterruptedException {
        Path folder = unpacked.resolveSibling(unpacked.getFileName() + "-control");
        if (!Files.exists(folder)) {
            Packaging.succeed(List.of("dpkg-deb", "-e", file.toString(), folder.toString()));
        }
        return folder;
    }

    /// Owned by root, writable for nobody else, in the folders that Debian gives to packages and to others' programs.
    void isFit(String name) throws IOException, InterruptedException {
        assertEquals(name, field("Package"));
        assertEquals(Packaging.VERSION, field("Version"));
        assertTrue(List.of("amd64", "arm64").contains(field("Architecture")), field("Architecture"));
        for (String line : Packaging.succeed(List.of("dpkg-deb", "-c", file.toString()))) {
            String[] words = line.split("\\s+", 6);
            assertTrue(words[0].matches("[-dl]rw[-x]r-[-x]r-[-x]|lrwxrwxrwx"), line);
            assertEquals("root/root", words[1], line);
            assertTrue(words[5].matches("\\./((opt|usr|etc)(/.*)?)?"), line);
        }
        double bytes = Packaging.files(unpacked).stream().mapToDouble(each -> unpacked.resolve(each).toFile().length())
                .sum();
        double told = Double.parseDouble(field("Installed-Size")) / 1024;
        System.getLogger(DebianPackage.class.getName()).log(System.Logger.Level.INFO,
                "{0}: {1} MiB installed", name, Math.round(bytes / MEBIBYTE));
        assertEquals(bytes / MEBIBYTE, told, 1, "Installed-Size");
        assertTrue(told < MOST_INSTALLED, told + " MiB installed");
        hasRightSums();
    }

    private void hasRightSums() throws IOException, InterruptedException {
        TreeSet<String> summed = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(controlFolder().resolve("md5sums"))) {
            String[] words = line.split("  ", 2);
            summed.add(words[1]);
            if (!md5(unpacked.resolve(words[1])).equals(words[0])) {
                wrong.add(line);
            }
        }
        assertEquals(List.of(), wrong);
        Path settings = controlFolder().resolve("conffiles");
        if (Files.exists(settings)) {
            Files.readAllLines(settings).forEach(each -> summed.add(each.substring(1)));
        }
        assertEquals(List.of(), Packaging.files(unpacked).stream().filter(each -> !summed.contains(each)
                && !Files.isSymbolicLink(unpacked.resolve(each))).toList(), "without a sum");
    }

    private static String md5(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has MD5", impossible);
        }
    }
}
