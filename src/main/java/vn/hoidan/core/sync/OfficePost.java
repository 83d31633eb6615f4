package vn.hoidan.core.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.survey.PersonId;

/// Messages that a supervisor has sent to enumerators, and to whom more can be sent.
///
/// @param team enumerators of the supervisor's area
/// @param sent the newest first
public record OfficePost(List<Recipient> team, List<Sent> sent) {
    /// Most people of a team that are told.
    public static final int MOST_TEAM = 1_000;
    /// Most messages that are told.
    public static final int MOST_SENT = 30;

    public OfficePost {
        team = List.copyOf(team);
        sent = List.copyOf(sent);
    }

    /// An enumerator to whom a message can be sent.
    public record Recipient(PersonId id, String name) {
    }

    /// A message with those it went to.
    public record Sent(OfficeMessage message, List<Delivery> to) {
        public Sent {
            to = List.copyOf(to);
        }

        /// How many have read it.
        public int read() {
            return (int) to.stream().filter(each -> each.readAt().isPresent()).count();
        }
    }

    /// @param readAt when the office heard that it was read; empty before
    public record Delivery(String name, Optional<Instant> readAt) {
    }
}
