package vn.hoidan.server.app.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.sync.SealedDraft;

/// Interviews in work, sealed as laptops sent them along. Nothing here counts, and nothing else is derived from it.
public interface Drafts {

    /// @param device the laptop that sent it last
    record Entry(SealedDraft draft, PersonId person, String device, Instant receivedAt) {
    }

    Optional<Entry> find(InterviewId interview);

    List<Entry> of(PersonId person);

    /// All, one at a time.
    void each(Consumer<Entry> reader);

    /// Keeps it in the place of the one before.
    void put(Entry entry);

    /// Nothing happens if there is none.
    void delete(InterviewId interview);

    /// Those that came before this moment go.
    void deleteBefore(Instant moment);
}
