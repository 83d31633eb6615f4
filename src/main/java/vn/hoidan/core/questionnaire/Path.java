package vn.hoidan.core.questionnaire;

import java.util.Optional;

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

    /// Where this stands after an instance of a repeat was taken away and those after it moved up; empty for what was
    /// taken away with it.
    ///
    /// @param instance path of the one taken away, with its position
    public Optional<Path> afterRemovalOf(Path instance) {
        int bracket = instance.text.lastIndexOf('[');
        String repeat = instance.text.substring(0, bracket + 1);
        int close = text.indexOf(']', repeat.length());
        if (!text.startsWith(repeat) || close < 0) {
            return Optional.of(this);
        }
        int removed = Integer.parseInt(instance.text.substring(bracket + 1, instance.text.length() - 1));
        int position = Integer.parseInt(text.substring(repeat.length(), close));
        if (position == removed) {
            return Optional.empty();
        }
        return Optional.of(position < removed ? this : new Path(repeat + (position - 1) + text.substring(close)));
    }

    @Override
    public int compareTo(Path other) {
        return text.compareTo(other.text);
    }
}
