package vn.hoidan.core.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.sync.Bytes;

/// A release for one system, as a list of its files by their content. The list is what is signed, as text: one line
/// for each file, so that the same release always has the same bytes.
///
/// @param platform such as `linux-x64`
public record Release(String platform, Version version, List<ReleaseFile> files) {
    /// Nothing larger is read as a list.
    public static final int MOST_LIST_BYTES = 1024 * 1024;
    /// All files together; the installed program has 170 MB.
    public static final long MOST_BYTES = 1024L * 1024 * 1024;
    private static final int MOST_FILES = 5_000;
    private static final String HEAD = "hoidan release 1";
    private static final String PLATFORM = "(linux|windows|macos)-(x64|aarch64)";
    private static final String CLIENT_SETTINGS = "app/hoi-dan.cfg";
    private static final int FILE_WORDS = 5;
    private static final int LONGEST_LENGTH_DIGITS = 10;

    public Release {
        files = List.copyOf(files);
        Set<String> paths = new HashSet<>();
        boolean twice = !files.stream().allMatch(file -> paths.add(file.path().toLowerCase(Locale.ROOT)));
        long bytes = files.stream().mapToLong(ReleaseFile::bytes).reduce(0, Math::addExact);
        if (!isPlatform(platform) || twice || files.isEmpty() || files.size() > MOST_FILES || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("release of " + files.size() + " files for " + platform);
        }
    }

    public static boolean isPlatform(String text) {
        return text.matches(PLATFORM);
    }

    /// False for the program of a server, which starts on no laptop.
    public boolean isOfClient() {
        return files.stream().anyMatch(file -> file.path().endsWith(CLIENT_SETTINGS));
    }

    /// The list as it is signed.
    public Bytes toBytes() {
        StringBuilder text = new StringBuilder(HEAD).append('\n').append(platform).append('\n')
                .append(version.text()).append('\n');
        files.forEach(file -> text.append("file ").append(file.hash()).append(' ').append(file.bytes()).append(' ')
                .append(file.program() ? "program" : "plain").append(' ').append(file.path()).append('\n'));
        return Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Empty if it is not exactly what {@link #toBytes} writes.
    public static Optional<Release> parse(Bytes list) {
        if (list.length() > MOST_LIST_BYTES) {
            return Optional.empty();
        }
        List<String> lines = new String(list.toArray(), StandardCharsets.UTF_8).lines().toList();
        if (lines.size() <= 3 || lines.size() > MOST_FILES + 3 || !lines.getFirst().equals(HEAD)) {
            return Optional.empty();
        }
        List<ReleaseFile> files = new ArrayList<>();
        try {
            for (String line : lines.subList(3, lines.size())) {
                String[] words = line.split(" ");
                if (words.length != FILE_WORDS || words[2].length() > LONGEST_LENGTH_DIGITS) {
                    return Optional.empty();
                }
                files.add(new ReleaseFile(words[4], words[1], Long.parseLong(words[2]), words[3].equals("program")));
            }
            Optional<Release> read = Version.parse(lines.get(2)).map(version -> new Release(lines.get(1), version,
                    files));
            return read.filter(release -> release.toBytes().equals(list));
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            return Optional.empty();
        }
    }
}
