package vn.hoidan.core.questionnaire;

import java.time.ZonedDateTime;
import java.util.Map;

/// What a form may ask its surroundings for.
///
/// @param startedAt when the interview began, with its zone: `start`, `today`, `now` in defaults
/// @param deviceId  for the form's `deviceid`
/// @param username  for the form's `username`
/// @param language  to begin in; one of the form's, else its default is taken
/// @param lastSaved answers of the interview saved before, as {@link Session#answers} gave them; needed only at and
///                  below {@link Questionnaire#lastSavedPaths}
public record SessionContext(ZonedDateTime startedAt, String deviceId, String username, String language,
        Map<Path, String> lastSaved) {
    public SessionContext {
        lastSaved = Map.copyOf(lastSaved);
    }

    /// Nothing was saved before.
    public SessionContext(ZonedDateTime startedAt, String deviceId, String username, String language) {
        this(startedAt, deviceId, username, language, Map.of());
    }
}
