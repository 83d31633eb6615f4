package vn.hoidan.server.app;

import java.time.Instant;
import java.util.List;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.OfficeMessage;

/// Messages to people, numbered as they were sent, and how far each laptop was told.
public interface OfficeMessages {

    void add(OfficeMessage message, List<PersonId> to);

    /// Messages to a person that this log of a laptop was not told of, oldest first.
    ///
    /// @param since older ones are left out
    List<Numbered> untold(PersonId person, String device, Instant since, int most);

    record Numbered(long number, OfficeMessage message) {
    }

    void told(String device, long number);
}
