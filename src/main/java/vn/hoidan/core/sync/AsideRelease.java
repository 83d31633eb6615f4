package vn.hoidan.core.sync;

/// A supervisor asks the office to try a record again.
///
/// @param reason never blank
public record AsideRelease(String log, long number, String reason) {
    /// Longest reason, in characters.
    public static final int LONGEST_REASON = 500;

    public AsideRelease {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("why must be written down");
        }
    }
}
