package vn.hoidan.client.ui.quota;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.client.app.quota.QuestionWords.Part;
import vn.hoidan.client.ui.kit.Language;
import vn.hoidan.client.ui.kit.Texts;
import vn.hoidan.core.questionnaire.Text;

/// A group of people in words, such as `nữ, 60 tuổi trở lên`.
public final class GroupWords {
    /// Texts of this room.
    public static final String BUNDLE = "vn/hoidan/client/ui/quota/quota";
    /// What questions for somebody's age are called in forms.
    private static final Set<String> AGE = Set.of("age", "tuoi");
    /// Nobody is older: a range up to here has no upper end.
    private static final int OLDEST = 99;
    private static final int YOUNGEST = 0;

    private GroupWords() {
    }

    /// Whom units are for: where some groups have units of their own, a group without parts is everybody else.
    ///
    /// @param groups how many groups there are
    public static String of(List<Part> who, int groups, Language language) {
        return who.isEmpty() && groups > 1 ? new Texts(BUNDLE, language).get("group.others") : of(who, language);
    }

    /// Everybody, if there are no parts.
    public static String of(List<Part> who, Language language) {
        Texts texts = new Texts(BUNDLE, language);
        return who.isEmpty() ? texts.get("group.everybody")
                : who.stream().map(part -> of(part, texts)).collect(Collectors.joining(", "));
    }

    private static String of(Part part, Texts texts) {
        String language = texts.language().now();
        return switch (part) {
            case Part.OneOf choice -> choice.answers().stream().map((Text answer) -> answer.in(language))
                    .collect(Collectors.joining(texts.get("group.or")));
            case Part.Between range when AGE.contains(range.question()) && range.to() >= OLDEST ->
                range.from() <= YOUNGEST ? texts.get("group.age.any") : texts.get("group.age.from", range.from());
            case Part.Between range when AGE.contains(range.question()) && range.from() == range.to() ->
                texts.get("group.age.one", range.from());
            case Part.Between range when AGE.contains(range.question()) ->
                texts.get("group.age", range.from(), range.to());
            case Part.Between range when range.from() == range.to() ->
                texts.get("group.one", range.label().in(language), range.from());
            case Part.Between range ->
                texts.get("group.range", range.label().in(language), range.from(), range.to());
        };
    }
}
