package vn.hoidan.core.questionnaire;

/// Where a question, group or repeat stands in a filled-in form: `/data/q9/q9_01`, `/data/member[2]/age`.
/// Positions count from 1 and stand on repeats only.
public record Path(String text) implements Comparable<Path> {
    public Path {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("path must start with '/': " + text);
        }
    }

    /// The last step without its position: the question's name.
    public String name() {
        String last = text.substring(text.lastIndexOf('/') + 1);
        int bracket = last.indexOf('[');
        return bracket < 0 ? last : last.substring(0, bracket);
    }

    @Override
    public int compareTo(Path other) {
        return text.compareTo(other.text);
    }
}
