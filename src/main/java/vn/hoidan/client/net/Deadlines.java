package vn.hoidan.client.net;

import java.time.Duration;

/// How long a request may take.
///
/// @param connect until there is a connection
/// @param whole   until the whole answer is there; then the request is given up
public record Deadlines(Duration connect, Duration whole) {
    /// A full batch (256 KiB of bodies) takes almost two minutes at 20 kbit/s, which is what a village may have.
    public static final Deadlines USUAL = new Deadlines(Duration.ofSeconds(15), Duration.ofMinutes(4));
}
