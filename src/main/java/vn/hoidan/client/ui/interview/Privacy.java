package vn.hoidan.client.ui.interview;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// Which questions the respondent answers alone, and what of them the enumerator's screen may show. An answer given
/// alone is not shown again to anybody, not even to the respondent once the laptop was handed back: whoever opens the
/// question anew finds it blank.
final class Privacy {
    /// Word in the `appearance` of a question, or of a group for all questions in it.
    static final String APPEARANCE = "private";
    /// Word in the `appearance` of what the enumerator fills in, also where the respondent does all else alone.
    static final String FOR_ENUMERATOR = "enumerator";
    /// Stands for an answer that is covered.
    private static final String COVERED = "•";

    private final Filling work;
    /// Switched on or off by hand.
    private final Map<Path, Boolean> switched = new HashMap<>();
    /// Given since the laptop was taken: the respondent sees these.
    private final Set<Path> given = new HashSet<>();
    private List<Element.Group> searched = List.of();
    private Set<Path> marked = Set.of();
    private boolean withRespondent;

    Privacy(Filling work) {
        this.work = work;
    }

    /// The respondent takes the laptop, or gives it back.
    void withRespondent(boolean now) {
        withRespondent = now;
        given.clear();
    }

    /// The form wants it answered alone.
    private boolean formWants(Path path) {
        List<Element.Group> now = work.sections();
        if (searched != now) {
            searched = now;
            Set<Path> found = new HashSet<>();
            now.forEach(section -> search(section, work.aloneOnDevice(), found));
            marked = found;
        }
        return marked.contains(path);
    }

    private static void search(Element element, boolean inside, Set<Path> found) {
        List<String> appearance = Arrays.asList(element.appearance().split("\\s+"));
        boolean here = !appearance.contains(FOR_ENUMERATOR) && (inside || appearance.contains(APPEARANCE));
        switch (element) {
            case Element.Question question -> {
                if (here && question.asks()) {
                    found.add(question.path());
                }
            }
            case Element.Group group -> group.elements().forEach(each -> search(each, here, found));
            case Element.Repeat repeat -> repeat.instances().forEach(each -> search(each, here, found));
        }
    }

    /// To be answered alone as things stand.
    boolean wanted(Path path) {
        return switched.getOrDefault(path, formWants(path));
    }

    /// Its answer was given alone and is not to be shown now.
    boolean covered(Path path) {
        return work.remarks().manner(path) == AnswerManner.ALONE && !given.contains(path);
    }

    Cover cover(Path path) {
        if (covered(path)) {
            return Cover.ANSWERED_ALONE;
        }
        if (wanted(path)) {
            return Cover.TO_BE_ANSWERED_ALONE;
        }
        return formWants(path) ? Cover.OPENED : Cover.NONE;
    }

    /// The enumerator may not answer it now.
    boolean guarded(Path path) {
        return !withRespondent && (wanted(path) || covered(path));
    }

    /// Lets the enumerator enter it, or has the respondent answer it alone. An answer that is covered stays so.
    void toggle(Path path) {
        if (!covered(path)) {
            switched.put(path, !wanted(path));
        }
    }

    /// How an answer given now is given.
    AnswerManner manner(Path path) {
        if (withRespondent) {
            return AnswerManner.ALONE;
        }
        return formWants(path) ? AnswerManner.OPENLY : AnswerManner.ENTERED;
    }

    void given(Path path) {
        if (withRespondent) {
            given.add(path);
        }
    }

    /// Paths do not mean the same any more.
    void forget() {
        switched.clear();
        given.clear();
    }

    /// The form as it may be shown: covered answers count as answers and tell nothing.
    List<Element.Group> seen(List<Element.Group> sections) {
        return work.remarks().manners().containsValue(AnswerManner.ALONE)
                ? sections.stream().map(this::seen).toList() : sections;
    }

    private Element.Group seen(Element.Group group) {
        return new Element.Group(group.path(), group.label(), group.appearance(),
                group.elements().stream().map(this::seen).toList());
    }

    private Element seen(Element element) {
        return switch (element) {
            case Element.Question question -> question.answered() && covered(question.path())
                    ? covering(question) : question;
            case Element.Group group -> seen(group);
            case Element.Repeat repeat -> new Element.Repeat(repeat.path(), repeat.label(), repeat.appearance(),
                    repeat.instances().stream().map(this::seen).toList(), repeat.fixedSize());
        };
    }

    private static Element.Question covering(Element.Question question) {
        return new Element.Question(question.path(), question.type(), question.label(), question.hint(),
                question.guidance(), question.appearance(), question.required(), question.readOnly(),
                Optional.of(COVERED), question.choices(), question.range(), question.image());
    }

    /// The question as whoever gives an answer now may see it: blank where the answer is covered.
    Element.Question blank(Element.Question question) {
        return covered(question.path()) ? question.withoutValue() : question;
    }
}
