package vn.hoidan.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.support.RandomAnswers;

/// Fills in two forms with the same answers and looks for the first difference in what they show, refuse and store.
final class TwoSessions {
    private static final int ACTS = 40;
    private static final int ACTS_BETWEEN_CHECKS = 8;
    private static final List<String> WRONG = List.of("abc", "-1", "0", "99999999999", "1.5", "2024-13-45", "25:61",
            "không có", "x y", "1 1", "9999", "-100000");

    private final Session ours;
    private final Session theirs;
    private final RandomGenerator random;
    private final List<String> languages;
    private int act;

    private TwoSessions(Questionnaire ours, Questionnaire theirs, RandomGenerator random) {
        this.ours = ours.begin(Forms.context(ours.languages().getFirst()));
        this.theirs = theirs.begin(Forms.context(ours.languages().getFirst()));
        this.languages = ours.languages();
        this.random = random;
    }

    /// Empty if both behave alike.
    static Optional<BehaviourView.Difference> compare(Questionnaire ours, Questionnaire theirs,
            RandomGenerator random) {
        if (!ours.languages().equals(theirs.languages())) {
            return Optional.of(new BehaviourView.Difference("languages",
                    ours.languages() + " / " + theirs.languages()));
        }
        if (!ours.version().equals(theirs.version())) {
            return Optional.of(new BehaviourView.Difference("version", ours.version() + " / " + theirs.version()));
        }
        return new TwoSessions(ours, theirs, random).compare();
    }

    private Optional<BehaviourView.Difference> compare() {
        Optional<BehaviourView.Difference> difference = shown();
        while (difference.isEmpty() && act < ACTS) {
            act++;
            difference = act().or(this::shown);
            if (difference.isEmpty() && act % ACTS_BETWEEN_CHECKS == 0) {
                difference = stored();
            }
        }
        return difference.map(found -> new BehaviourView.Difference(found.reason(), "step " + act + ", "
                + found.detail()));
    }

    private Optional<BehaviourView.Difference> shown() {
        return BehaviourView.between(BehaviourView.of(ours), BehaviourView.of(theirs));
    }

    private Optional<BehaviourView.Difference> stored() {
        Optional<BehaviourView.Difference> answers = same("stored", plain(ours.answers()), plain(theirs.answers()));
        return answers.or(() -> same("findings", findings(ours), findings(theirs)));
    }

    private static Map<String, String> plain(Map<Path, String> answers) {
        Map<String, String> plain = new LinkedHashMap<>();
        answers.forEach((path, value) -> plain.put(BehaviourView.below(path.text()), value));
        return plain;
    }

    private static List<String> findings(Session session) {
        return session.findings().stream().map(finding -> BehaviourView.below(finding.path().text()) + " "
                + finding.kind() + " " + finding.label() + " " + finding.message()).toList();
    }

    private static Optional<BehaviourView.Difference> same(String reason, Object one, Object other) {
        return one.toString().equals(other.toString()) ? Optional.empty()
                : Optional.of(new BehaviourView.Difference(reason, BehaviourView.apart(one.toString(),
                        other.toString())));
    }

    private Optional<BehaviourView.Difference> act() {
        List<Element.Question> asked = new ArrayList<>();
        List<Element.Repeat> repeats = new ArrayList<>();
        ours.sections().forEach(section -> RandomAnswers.collect(section, asked, repeats));
        repeats.removeIf(Element.Repeat::fixedSize);
        if (languages.size() > 1 && random.nextInt(8) == 0) {
            String language = languages.get(random.nextInt(languages.size()));
            ours.setLanguage(language);
            theirs.setLanguage(language);
        } else if (!repeats.isEmpty() && random.nextInt(5) == 0) {
            changeRepeat(repeats.get(random.nextInt(repeats.size())));
        } else if (!asked.isEmpty()) {
            return answer(asked.get(random.nextInt(asked.size())));
        }
        return Optional.empty();
    }

    private void changeRepeat(Element.Repeat repeat) {
        List<Element.Group> instances = repeat.instances();
        if (instances.size() > 3 || !instances.isEmpty() && random.nextInt(3) == 0) {
            Path gone = instances.get(random.nextInt(instances.size())).path();
            ours.removeRepeat(gone);
            theirs.removeRepeat(theirsOf(gone));
        } else {
            ours.addRepeat(repeat.path());
            theirs.addRepeat(theirsOf(repeat.path()));
        }
    }

    private Optional<BehaviourView.Difference> answer(Element.Question question) {
        String value = random.nextInt(5) == 0 ? WRONG.get(random.nextInt(WRONG.size()))
                : RandomAnswers.value(question, random);
        Path path = question.path();
        if (value.isEmpty() || random.nextInt(10) == 0) {
            return same("refused", taken(ours.clear(path)), taken(theirs.clear(theirsOf(path))));
        }
        return same("refused", path.text() + " " + value + " " + taken(ours.answer(path, value)),
                path.text() + " " + value + " " + taken(theirs.answer(theirsOf(path), value)));
    }

    private static String taken(AnswerResult result) {
        return switch (result) {
            case AnswerResult.Taken _ -> "taken";
            case AnswerResult.Refused refused -> "refused: " + refused.message();
        };
    }

    /// The same place under the other form's root.
    private Path theirsOf(Path path) {
        String root = theirs.sections().stream().flatMap(section -> section.elements().stream()).findFirst()
                .map(element -> element.path().text()).orElse(path.text());
        return new Path(root.substring(0, root.indexOf('/', 1)) + BehaviourView.below(path.text()));
    }
}
