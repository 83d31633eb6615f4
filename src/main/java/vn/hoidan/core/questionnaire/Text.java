package vn.hoidan.core.questionnaire;

import java.util.LinkedHashMap;
import java.util.Map;

/// A text in several languages, keyed by language tag (`vi`, `en`).
public record Text(Map<String, String> byLanguage) {
    public Text {
        byLanguage = Map.copyOf(new LinkedHashMap<>(byLanguage));
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
    }

    public static Text of(String vietnamese, String english) {
        return new Text(Map.of("vi", vietnamese, "en", english));
    }

    /// In this language; where it is missing in Vietnamese, else in whatever language there is.
    public String in(String language) {
        String exact = byLanguage.get(language);
        if (exact != null) {
            return exact;
        }
        String vietnamese = byLanguage.get("vi");
        return vietnamese != null ? vietnamese
                : byLanguage.get(byLanguage.keySet().stream().sorted().findFirst().orElseThrow());
    }
}
