package vn.hoidan.core.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.core.questionnaire.Path;

/// Whom a quota is about, by the answers to screening questions: all conditions together. Without conditions it is
/// about everybody.
///
/// @param conditions at most one for a question, ordered by question
public record AnswerFilter(List<AnswerCondition> conditions) {

    public static final AnswerFilter EVERYBODY = new AnswerFilter(List.of());

    public AnswerFilter {
        conditions = conditions.stream().sorted(Comparator.comparing(AnswerCondition::question)).toList();
        Set<Path> seen = new HashSet<>();
        for (AnswerCondition condition : conditions) {
            if (!seen.add(condition.question())) {
                throw new IllegalArgumentException("two conditions for " + condition.question().text());
            }
        }
    }

    public static AnswerFilter of(AnswerCondition... conditions) {
        return new AnswerFilter(List.of(conditions));
    }

    /// All conditions of several filters; of two that look at the same question the first stands.
    public static AnswerFilter together(List<AnswerFilter> filters) {
        List<AnswerCondition> all = new ArrayList<>();
        filters.stream().flatMap(each -> each.conditions().stream())
                .filter(each -> all.stream().noneMatch(known -> known.question().equals(each.question())))
                .forEach(all::add);
        return new AnswerFilter(all);
    }

    public boolean holds(Map<Path, String> answers) {
        return conditions.stream().allMatch(each -> each.holds(answers.getOrDefault(each.question(), "")));
    }

    /// The questions that it looks at.
    public Set<Path> questions() {
        return conditions.stream().map(AnswerCondition::question).collect(Collectors.toUnmodifiableSet());
    }

    /// True when some person meets both.
    public boolean meets(AnswerFilter other) {
        return conditions.stream()
                .allMatch(mine -> other.of(mine.question()).map(mine::meets).orElse(true));
    }

    /// True when everybody who meets this one meets the other.
    public boolean within(AnswerFilter other) {
        return other.conditions.stream()
                .allMatch(theirs -> of(theirs.question()).map(mine -> mine.within(theirs)).orElse(false));
    }

    private Optional<AnswerCondition> of(Path question) {
        return conditions.stream().filter(each -> each.question().equals(question)).findFirst();
    }

    /// As it stands in the name of a cell: `/age=18..29/gender=2`; empty for everybody.
    public String text() {
        return conditions.stream().map(each -> "/" + each.text()).collect(Collectors.joining());
    }
}
