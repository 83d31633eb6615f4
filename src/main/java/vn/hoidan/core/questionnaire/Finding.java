package vn.hoidan.core.questionnaire;

/// Something to mend before an interview can be completed.
///
/// @param path    the question it leads to
/// @param kind    missing or wrong
/// @param label   the question's text
/// @param message the form's own words on it, or empty
public record Finding(Path path, Kind kind, String label, String message) {
    public enum Kind {
        MISSING,
        WRONG
    }
}
