package vn.hoidan.core.sync;

import java.time.Instant;

/// What the office says to an enumerator, in plain words.
///
/// @param id     told once, whatever happens
/// @param sender as the office gives it: a name or a function
public record OfficeMessage(String id, Instant sentAt, String sender, String text) {
    /// Longest text, in characters.
    public static final int MOST_TEXT = 1_000;
    /// Longest sender, in characters.
    public static final int MOST_SENDER = 100;
    /// Longest id, in characters.
    public static final int MOST_ID = 60;

    public OfficeMessage {
        if (id.isBlank() || id.length() > MOST_ID || sender.isBlank() || sender.length() > MOST_SENDER
                || text.isBlank() || text.length() > MOST_TEXT) {
            throw new IllegalArgumentException("message of " + text.length() + " characters");
        }
    }
}
