package vn.hoidan.core.sync;

import java.util.Optional;
import vn.hoidan.core.survey.PersonId;

/// A supervisor has something said to enumerators of the own area.
///
/// @param id by which the office knows it again after a lost answer
/// @param to one of them; empty for all
public record MessageOrder(String id, Optional<PersonId> to, String text) {
    public MessageOrder {
        if (id.isBlank() || id.length() > OfficeMessage.MOST_ID || text.isBlank()
                || text.length() > OfficeMessage.MOST_TEXT) {
            throw new IllegalArgumentException("message of " + text.length() + " characters");
        }
    }
}
