package vn.hoidan.core.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// The comments on questions and the manner of answers as they stand, folded from the facts of an interview.
///
/// @param manners of answers that were not simply entered
public record RemarkTrail(Map<Path, String> comments, Map<Path, AnswerManner> manners) {
    public static final RemarkTrail EMPTY = new RemarkTrail(Map.of(), Map.of());

    public RemarkTrail {
        comments = Map.copyOf(comments);
        manners = Map.copyOf(manners);
    }

    public static RemarkTrail of(List<Fact> facts) {
        RemarkTrail trail = EMPTY;
        for (Fact fact : facts) {
            trail = trail.after(fact);
        }
        return trail;
    }

    public RemarkTrail after(Fact fact) {
        return switch (fact) {
            case Fact.AnswerSet set -> set.manner() == AnswerManner.ENTERED ? entered(set.path())
                    : new RemarkTrail(comments, with(manners, set.path(), set.manner()));
            case Fact.AnswerCleared cleared -> entered(cleared.path());
            case Fact.CommentSet comment -> new RemarkTrail(comment.text().isBlank()
                    ? without(comments, comment.path()) : with(comments, comment.path(), comment.text()), manners);
            case Fact.RepeatRemoved removed when !equals(EMPTY) -> new RemarkTrail(
                    movedUp(comments, removed.instance()), movedUp(manners, removed.instance()));
            case Fact.InterviewStarted _, Fact.AnswerRefused _, Fact.RepeatAdded _, Fact.RepeatRemoved _,
                    Fact.LanguageChanged _, Fact.Paused _, Fact.Resumed _, Fact.Completed _, Fact.BrokenOff _,
                    Fact.Paper _ -> this;
        };
    }

    public AnswerManner manner(Path path) {
        return manners.getOrDefault(path, AnswerManner.ENTERED);
    }

    /// What is sent beside the answers.
    ///
    /// @param sections the form as completed
    public Remarks remarks(List<Element.Group> sections) {
        List<Remarks.Comment> told = new ArrayList<>();
        List<Path> alone = new ArrayList<>();
        List<Path> openly = new ArrayList<>();
        Map<Path, String> hidden = new TreeMap<>(comments);
        for (Element.Question question : questions(sections)) {
            Path path = question.path();
            Optional.ofNullable(hidden.remove(path))
                    .ifPresent(text -> told.add(new Remarks.Comment(path, text, true)));
            if (question.answered()) {
                switch (manner(path)) {
                    case ENTERED -> { }
                    case ALONE -> alone.add(path);
                    case OPENLY -> openly.add(path);
                }
            }
        }
        hidden.forEach((path, text) -> told.add(new Remarks.Comment(path, text, false)));
        return new Remarks(told, alone, openly);
    }

    private static List<Element.Question> questions(List<? extends Element> elements) {
        List<Element.Question> all = new ArrayList<>();
        for (Element element : elements) {
            switch (element) {
                case Element.Question question -> all.add(question);
                case Element.Group group -> all.addAll(questions(group.elements()));
                case Element.Repeat repeat -> all.addAll(questions(repeat.instances()));
            }
        }
        return all;
    }

    private RemarkTrail entered(Path path) {
        return manners.containsKey(path) ? new RemarkTrail(comments, without(manners, path)) : this;
    }

    private static <T> Map<Path, T> with(Map<Path, T> map, Path path, T value) {
        Map<Path, T> all = new LinkedHashMap<>(map);
        all.put(path, value);
        return all;
    }

    private static <T> Map<Path, T> without(Map<Path, T> map, Path path) {
        Map<Path, T> all = new LinkedHashMap<>(map);
        all.remove(path);
        return all;
    }

    private static <T> Map<Path, T> movedUp(Map<Path, T> map, Path removed) {
        Map<Path, T> all = new LinkedHashMap<>();
        map.forEach((path, value) -> path.afterRemovalOf(removed).ifPresent(now -> all.put(now, value)));
        return all;
    }
}
