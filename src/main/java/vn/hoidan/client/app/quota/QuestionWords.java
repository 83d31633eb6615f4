package vn.hoidan.client.app.quota;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;

/// What a form calls its screening questions and what can be answered, in all its languages.
public record QuestionWords(Map<Path, Asked> questions) {
    public QuestionWords {
        questions = Map.copyOf(questions);
    }

    /// @param choices by code, in the form's order; empty for a question that asks for a number
    public record Asked(Text label, Map<String, Text> choices) {
    }

    /// A part of what makes a group.
    public sealed interface Part {
        /// Any of these answers.
        record OneOf(List<Text> answers) implements Part {
        }

        /// A number from one end to the other.
        ///
        /// @param question its name in the form
        record Between(String question, Text label, int from, int to) implements Part {
        }
    }

    /// @param session of the form, whose language is changed
    public static QuestionWords of(Set<Path> paths, Session session, List<String> languages) {
        Map<Path, Map<String, Element.Question>> found = new HashMap<>();
        for (String language : languages) {
            session.setLanguage(language);
            paths.forEach(path -> session.question(path).ifPresent(question ->
                    found.computeIfAbsent(path, key -> new LinkedHashMap<>()).put(language, question)));
        }
        Map<Path, Asked> asked = new HashMap<>();
        found.forEach((path, byLanguage) -> asked.put(path, asked(byLanguage)));
        return new QuestionWords(asked);
    }

    private static Asked asked(Map<String, Element.Question> byLanguage) {
        Map<String, String> labels = new HashMap<>();
        Map<String, Map<String, String>> choices = new LinkedHashMap<>();
        byLanguage.forEach((language, question) -> {
            labels.put(language, question.label());
            question.choices().forEach(choice -> choices.computeIfAbsent(choice.code(), key -> new HashMap<>())
                    .put(language, choice.label()));
        });
        Map<String, Text> texts = new LinkedHashMap<>();
        choices.forEach((code, words) -> texts.put(code, new Text(words)));
        return new Asked(new Text(labels), texts);
    }

    /// Whom a filter is about, question by question. What the form does not show now is called by its name and codes.
    public List<Part> parts(AnswerFilter who) {
        return who.conditions().stream().<Part>map(condition -> {
            Optional<Asked> asked = Optional.ofNullable(questions.get(condition.question()));
            return switch (condition) {
                case AnswerCondition.OneOf choice -> new Part.OneOf(choice.choices().stream().map(code ->
                        asked.map(each -> each.choices().get(code)).orElseGet(() -> Text.of(code, code))).toList());
                case AnswerCondition.Between range -> new Part.Between(range.question().name(),
                        asked.map(Asked::label).orElseGet(() -> Text.of(range.question().name(),
                                range.question().name())), range.from(), range.to());
            };
        }).toList();
    }
}
