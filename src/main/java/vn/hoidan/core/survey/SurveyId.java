package vn.hoidan.core.survey;

/// Names one survey round: `hanoi-2024`.
public record SurveyId(String text) {
    public SurveyId {
        if (!text.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            throw new IllegalArgumentException("survey id: " + text);
        }
    }
}
