package vn.hoidan.core.questionnaire;

/// What kind of answer a question takes. Answers are lexical values as XForms writes them (noted per type), so that
/// long integers and decimals are kept exactly.
public enum QuestionType {
    /// Any text.
    TEXT("text"),
    /// Digits, maybe a sign: `42`.
    INTEGER("integer"),
    /// `3.50`.
    DECIMAL("decimal"),
    /// A number between two ends in steps.
    RANGE("range"),
    /// The code of one choice.
    SELECT_ONE("select-one"),
    /// Codes separated by one space.
    SELECT_MULTIPLE("select-multiple"),
    /// All codes in their order, separated by one space.
    RANK("rank"),
    /// `2024-11-02`.
    DATE("date"),
    /// `09:30:00.000+07:00`.
    TIME("time"),
    /// `2024-11-02T09:30:00.000+07:00`.
    DATE_TIME("date-time"),
    /// Latitude, longitude, altitude and accuracy separated by spaces.
    GEOPOINT("geopoint"),
    /// `OK` once read.
    ACKNOWLEDGE("acknowledge"),
    /// Only read, never answered.
    NOTE("note"),
    /// Name of the file kept with the interview.
    FILE("file"),
    /// Name of the picture kept with the interview.
    IMAGE("image"),
    /// The code as text.
    BARCODE("barcode"),
    /// Something a desktop cannot ask (audio, drawing); reported when the questionnaire is loaded.
    UNSUPPORTED("unsupported");

    private final String code;

    QuestionType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
