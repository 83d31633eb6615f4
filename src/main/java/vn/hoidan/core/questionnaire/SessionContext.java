package vn.hoidan.core.questionnaire;

import java.time.ZonedDateTime;

/// What a form may ask its surroundings for.
///
/// @param startedAt when the interview began, with its zone: `start`, `today`, `now` in defaults
/// @param deviceId  for the form's `deviceid`
/// @param username  for the form's `username`
/// @param language  to begin in; one of the form's, else its default is taken
public record SessionContext(ZonedDateTime startedAt, String deviceId, String username, String language) {
}
