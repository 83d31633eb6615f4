package vn.hoidan.core.sampling;

import java.time.Instant;
import java.util.Optional;

/// One attempt to reach a household, kept and sent whatever came of it.
///
/// @param household   number on the list
/// @param attempt     1 for the first
/// @param reason      code of the reason of a refusal, or empty
/// @param appointment agreed time, for {@link Outcome#APPOINTMENT}
public record Contact(ListId list, int household, int attempt, Outcome outcome, String reason, Instant at,
        Optional<Instant> appointment) {
}
