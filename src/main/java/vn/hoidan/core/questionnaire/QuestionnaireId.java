package vn.hoidan.core.questionnaire;

/// Names one version of a questionnaire for ever: `sha256:` and the hash of its bytes in lower-case hexadecimal.
/// Its bytes are an XForm, or a package of an XForm with the files that belong to it.
public record QuestionnaireId(String text) {
    private static final String PREFIX = "sha256:";
    private static final String FORM = PREFIX + "[0-9a-f]{64}";

    public QuestionnaireId {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("questionnaire id: " + text);
        }
    }

    /// @param hash SHA-256 of the bytes, in lower-case hexadecimal
    public static QuestionnaireId ofHash(String hash) {
        return new QuestionnaireId(PREFIX + hash);
    }
}
