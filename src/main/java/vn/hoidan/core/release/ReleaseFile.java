package vn.hoidan.core.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// A file of a release.
///
/// @param path    below the release's folder, parts separated by slashes; leads nowhere else on any system
/// @param hash    SHA-256 of its content, 64 hexadecimal digits
/// @param bytes   its length
/// @param program whether it can be run
public record ReleaseFile(String path, String hash, long bytes, boolean program) {
    private static final int LONGEST_PATH = 200;
    private static final String HASH = "[0-9a-f]{64}";
    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9_.+$-]*|\\.[A-Za-z0-9_][A-Za-z0-9_.-]*";
    /// Windows takes these for devices, with any ending.
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    public ReleaseFile {
        if (!isSafe(path) || !isHash(hash) || bytes < 0) {
            throw new IllegalArgumentException("file of a release: " + path);
        }
    }

    /// 64 hexadecimal digits, small letters.
    public static boolean isHash(String text) {
        return text.matches(HASH);
    }

    static boolean isSafe(String path) {
        return path.length() <= LONGEST_PATH && !path.endsWith("/") && Arrays.stream(path.split("/")).allMatch(part ->
                part.matches(PART) && !part.endsWith(".")
                        && !DEVICES.contains(part.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT)));
    }
}
