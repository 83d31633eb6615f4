package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.OfficeMessage;

/// Messages to people, numbered as they were sent, and how far each laptop was told.
public interface OfficeMessages {

    /// A message with the id of one that is there is the same.
    void add(Posted posted);

    /// @param by who sent it from a window; empty for the office itself
    record Posted(OfficeMessage message, Optional<PersonId> by, List<PersonId> to) {
    }

    /// Messages with those they went to, the newest first.
    ///
    /// @param by who sent them from a window
    List<Stored> sent(PersonId by, int most);

    /// Of everybody.
    List<Stored> sent(int most);

    record Stored(OfficeMessage message, List<Reader> to) {
    }

    /// @param readAt when the office heard of it; empty before
    record Reader(PersonId person, Optional<Instant> readAt) {
    }

    /// The person has seen messages; those that were not sent there are passed over.
    void read(PersonId person, List<String> ids, Instant at);

    /// Messages to a person that this log of a laptop was not told of, oldest first.
    ///
    /// @param since older ones are left out
    List<Numbered> untold(PersonId person, String device, Instant since, int most);

    record Numbered(long number, OfficeMessage message) {
    }

    void told(String device, long number);
}
