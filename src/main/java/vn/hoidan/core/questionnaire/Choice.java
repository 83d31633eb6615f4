package vn.hoidan.core.questionnaire;

/// One choice of a select question as offered now: its stored code and its label in the session's language.
public record Choice(String code, String label) {
}
