package vn.hoidan.core.release;

import java.util.Optional;

/// The number of a release: three whole numbers.
public record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final String FORM = "\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}";

    /// Empty if it is none, such as what a build says of itself that was not packaged.
    public static Optional<Version> parse(String text) {
        if (!text.matches(FORM)) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.");
        return Optional.of(new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
    }

    public boolean isNewerThan(Version other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Version other) {
        return major != other.major ? Integer.compare(major, other.major)
                : minor != other.minor ? Integer.compare(minor, other.minor) : Integer.compare(patch, other.patch);
    }

    public String text() {
        return major + "." + minor + "." + patch;
    }
}
