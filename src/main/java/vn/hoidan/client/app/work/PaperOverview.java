package vn.hoidan.client.app.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.InterviewEntry;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.KeyingRates;
import vn.hoidan.core.interview.PaperSheet;
import vn.hoidan.core.interview.PaperTrail;
import vn.hoidan.core.questionnaire.Path;

/// The paper forms that one person keyed or began to key on this laptop, oldest first. Nothing here is stored: it is
/// worked out from the facts.
public record PaperOverview(List<Form> forms) {
    public PaperOverview {
        forms = List.copyOf(forms);
    }

    /// @param answers last answers of its first keying
    public record Form(InterviewEntry entry, PaperTrail trail, Map<Path, String> answers) {
        public Form {
            answers = Map.copyOf(answers);
        }
    }

    /// Reads the facts of all paper forms: not for the window's thread.
    static PaperOverview of(FieldStore store) {
        List<Form> forms = new ArrayList<>();
        for (InterviewEntry entry : store.interviews()) {
            if (entry.mode() == InterviewMode.PAPER) {
                List<Fact> facts = store.facts(entry.id());
                forms.add(new Form(entry, PaperTrail.of(facts), answers(facts)));
            }
        }
        return new PaperOverview(forms);
    }

    private static Map<Path, String> answers(List<Fact> facts) {
        Map<Path, String> answers = new HashMap<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.AnswerSet set) {
                answers.put(set.path(), set.value());
            } else if (fact instanceof Fact.AnswerCleared cleared) {
                answers.remove(cleared.path());
            }
        }
        return answers;
    }

    /// How many forms were begun before this one.
    public int before(InterviewId id) {
        return (int) forms.stream().takeWhile(form -> !form.entry().id().equals(id)).count();
    }

    /// The form begun last before this one; the last of all if this one is not among them.
    public Optional<Form> lastBefore(InterviewId id) {
        List<Form> earlier = forms.subList(0, before(id));
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast());
    }

    /// What the paper form taken up last says of itself.
    public Optional<PaperSheet> lastSheet() {
        return forms.isEmpty() ? Optional.empty() : forms.getLast().trail().sheet();
    }

    /// The household from whose paper form this number was keyed already, and not broken off.
    public Optional<Integer> household(String number) {
        return forms.stream().filter(form -> form.entry().state() != InterviewState.BROKEN_OFF)
                .filter(form -> form.trail().sheet().filter(sheet -> sheet.number().equals(number)).isPresent())
                .map(form -> form.entry().household()).findFirst();
    }

    public KeyingRates rates() {
        return KeyingRates.of(forms.stream().flatMap(form -> form.trail().comparison().stream()).toList());
    }
}
