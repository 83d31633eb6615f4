package vn.hoidan.core.survey;

/// Names one person of the field staff.
public record PersonId(String text) {
    public PersonId {
        if (!text.matches("[A-Za-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("person id: " + text);
        }
    }
}
