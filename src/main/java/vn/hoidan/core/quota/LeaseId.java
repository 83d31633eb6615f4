package vn.hoidan.core.quota;

/// Names one lease; never used again. It contains the server's epoch: `1-42`.
public record LeaseId(String text) {
    public LeaseId {
        if (text.isBlank() || text.length() > 60) {
            throw new IllegalArgumentException("lease id: " + text);
        }
    }

    /// Whether it was granted in this epoch of the server.
    public boolean isOfEpoch(long epoch) {
        return text.startsWith(epoch + "-");
    }
}
