package vn.hoidan.core.interview;

import java.util.UUID;

/// Names one interview for ever, on every device and on the server.
public record InterviewId(UUID value) {
    /// As stored and sent.
    public String asText() {
        return value.toString();
    }

    public static InterviewId parse(String text) {
        return new InterviewId(UUID.fromString(text));
    }
}
