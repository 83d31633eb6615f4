package vn.hoidan.core.sampling;

/// Names one sample list: a survey's households of one village.
public record ListId(String text) {
    public ListId {
        if (text.isBlank() || text.length() > 100) {
            throw new IllegalArgumentException("list id: " + text);
        }
    }
}
