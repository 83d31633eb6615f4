package vn.hoidan.core.questionnaire;

import java.util.Optional;

/// One choice of a select question as offered now.
///
/// @param code  what is stored
/// @param label in the session's language
/// @param image name of a picture that belongs to the label, one of the questionnaire's files
public record Choice(String code, String label, Optional<String> image) {
    /// A choice without a picture.
    public Choice(String code, String label) {
        this(code, label, Optional.empty());
    }
}
