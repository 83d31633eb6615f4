package vn.hoidan.client.app.quota;

import java.time.Instant;
import java.util.Optional;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Bundle;

/// What is left for one kind of person at a place.
///
/// @param who    answers to the screening questions
/// @param free   units in hand, used by no interview
/// @param wanted interviews that the whole area still wants, as last heard; empty if never heard
/// @param useBy  when the first of the units should be used
public record UnitsLeft(Bundle bundle, AnswerFilter who, int free, Optional<Integer> wanted,
        Optional<Instant> useBy) {
    /// Nobody wants such a person any more, as far as is known here.
    public boolean full() {
        return free == 0 && wanted.filter(number -> number == 0).isPresent();
    }
}
