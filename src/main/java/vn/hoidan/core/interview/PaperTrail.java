package vn.hoidan.core.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;

/// How far the keying of a paper form is, folded from the facts of its interview.
///
/// @param sheet      empty for an interview that is not keyed from paper
/// @param first      the keying that becomes the interview
/// @param keyer      who keys it the second time, once that is begun
/// @param second     the second keying
/// @param comparison what the two keyings differed in, once the second is done
public record PaperTrail(Optional<PaperSheet> sheet, Side first, Optional<SecondKeyer> keyer, Side second,
        Optional<Fact.Paper.Compared> comparison, Map<Path, KeyingRuling> rulings) {
    private static final Side UNTOUCHED = new Side(Map.of(), Map.of(), Optional.empty());
    private static final PaperTrail EMPTY = new PaperTrail(Optional.empty(), UNTOUCHED, Optional.empty(), UNTOUCHED,
            Optional.empty(), Map.of());

    /// One of the two keyings, beside its answers.
    ///
    /// @param place the question last dealt with
    public record Side(Map<Path, PaperMark> marks, Map<Path, String> notes, Optional<Path> place) {
        public Side {
            marks = Map.copyOf(marks);
            notes = Map.copyOf(notes);
        }

        private Side at(Path path) {
            return new Side(marks, notes, Optional.of(path));
        }

        private Side after(Fact fact) {
            return switch (fact) {
                case Fact.AnswerSet set -> unmarked(set.path()).at(set.path());
                case Fact.AnswerCleared cleared -> unmarked(cleared.path()).at(cleared.path());
                case Fact.AnswerRefused refused -> at(refused.path());
                // Only a last instance is taken away in keying, so no other moves up into its place.
                case Fact.RepeatRemoved removed -> without(removed.instance());
                case Fact.Paper.Marked marked -> marked(marked.path(), marked.mark()).at(marked.path());
                case Fact.Paper.Noted noted -> noted(noted).at(noted.path());
                case Fact.Paused paused -> at(paused.where());
                case Fact.InterviewStarted _, Fact.CommentSet _, Fact.RepeatAdded _, Fact.LanguageChanged _,
                        Fact.Resumed _, Fact.Completed _, Fact.BrokenOff _, Fact.Paper _ -> this;
            };
        }

        private Side marked(Path path, PaperMark mark) {
            Map<Path, PaperMark> all = new LinkedHashMap<>(marks);
            all.put(path, mark);
            return new Side(all, notes, place);
        }

        private Side unmarked(Path path) {
            if (!marks.containsKey(path)) {
                return this;
            }
            Map<Path, PaperMark> all = new LinkedHashMap<>(marks);
            all.remove(path);
            return new Side(all, notes, place);
        }

        private Side noted(Fact.Paper.Noted noted) {
            Map<Path, String> all = new LinkedHashMap<>(notes);
            if (noted.text().isBlank()) {
                all.remove(noted.path());
            } else {
                all.put(noted.path(), noted.text());
            }
            return new Side(marks, all, place);
        }

        private Side without(Path instance) {
            Map<Path, PaperMark> leftMarks = new LinkedHashMap<>(marks);
            leftMarks.keySet().removeIf(path -> path.text().startsWith(instance.text() + "/"));
            Map<Path, String> leftNotes = new LinkedHashMap<>(notes);
            leftNotes.keySet().removeIf(path -> path.text().startsWith(instance.text() + "/"));
            return new Side(leftMarks, leftNotes, place);
        }
    }

    public static PaperTrail of(List<Fact> facts) {
        PaperTrail trail = EMPTY;
        for (Fact fact : facts) {
            trail = trail.after(fact);
        }
        return trail;
    }

    /// The facts of the second keying, as they would stand in an interview of its own.
    public static List<Fact> ofSecondKeying(List<Fact> facts) {
        return facts.stream().filter(Fact.Paper.KeyedAgain.class::isInstance)
                .map(fact -> ((Fact.Paper.KeyedAgain) fact).keyed()).toList();
    }

    public PaperTrail after(Fact fact) {
        return switch (fact) {
            case Fact.Paper.Taken taken -> new PaperTrail(Optional.of(taken.sheet()), first, keyer, second, comparison,
                    rulings);
            case Fact.Paper.SecondBegun begun -> new PaperTrail(sheet, first, Optional.of(begun.keyer()), second,
                    comparison, rulings);
            case Fact.Paper.KeyedAgain again -> withSecond(second.after(again.keyed()));
            case Fact.Paper.Compared compared -> new PaperTrail(sheet, first, keyer, second, Optional.of(compared),
                    rulings);
            case Fact.Paper.Ruled ruled -> ruled(ruled);
            case Fact.Paused paused when keyingAgain() -> withSecond(second.after(paused));
            case Fact.InterviewStarted _, Fact.AnswerSet _, Fact.AnswerCleared _, Fact.AnswerRefused _,
                    Fact.CommentSet _, Fact.RepeatAdded _, Fact.RepeatRemoved _, Fact.LanguageChanged _,
                    Fact.Paused _, Fact.Resumed _, Fact.Completed _, Fact.BrokenOff _, Fact.Paper.Marked _,
                    Fact.Paper.Noted _ ->
                    sheet.isPresent() ? withFirst(first.after(fact)) : this;
        };
    }

    private PaperTrail withFirst(Side now) {
        return new PaperTrail(sheet, now, keyer, second, comparison, rulings);
    }

    private PaperTrail withSecond(Side now) {
        return new PaperTrail(sheet, first, keyer, now, comparison, rulings);
    }

    private PaperTrail ruled(Fact.Paper.Ruled ruled) {
        Map<Path, KeyingRuling> all = new LinkedHashMap<>(rulings);
        all.put(ruled.path(), ruled.ruling());
        Side now = ruled.outcome() instanceof Keyed.Marked marked ? first.marked(ruled.path(), marked.mark())
                : first.unmarked(ruled.path());
        return new PaperTrail(sheet, now.at(ruled.path()), keyer, second, comparison, all);
    }

    /// The second keying is begun and not yet compared with the first.
    public boolean keyingAgain() {
        return keyer.isPresent() && comparison.isEmpty();
    }

    /// What stands between this interview and its completion: an answer that the paper does not give is not missing.
    public List<Finding> unexcused(List<Finding> findings) {
        return unexcused(findings, first);
    }

    /// The same for the second keying.
    public List<Finding> unexcusedInSecond(List<Finding> findings) {
        return unexcused(findings, second);
    }

    private static List<Finding> unexcused(List<Finding> findings, Side side) {
        return findings.stream().filter(finding -> finding.kind() != Finding.Kind.MISSING
                || !side.marks().containsKey(finding.path())).toList();
    }

    /// What is sent beside the answers; empty for an interview that was not keyed from paper.
    ///
    /// @param sections the form as completed: marks of questions that it does not ask are not sent
    public Optional<PaperForm> form(List<Element.Group> sections) {
        Map<Path, PaperMark> marks = new LinkedHashMap<>();
        Keyings.of(sections, first.marks()).forEach((path, keyed) -> {
            if (keyed instanceof Keyed.Marked marked) {
                marks.put(path, marked.mark());
            }
        });
        Map<Path, String> notes = new LinkedHashMap<>(first.notes());
        second.notes().forEach((path, note) -> notes.merge(path, note,
                (one, other) -> one.equals(other) ? one : one + "; " + other));
        return sheet.map(known -> new PaperForm(known, marks, notes, comparison.map(compared ->
                new PaperForm.SecondKeying(keyer.orElseThrow(), compared.fields(), compared.differing(), rulings))));
    }

    /// Differences that are still to be ruled on: of questions that the interview asks as it stands.
    public List<KeyingDifference> unruled(Map<Path, Keyed> firstKeyed, Map<Path, Keyed> secondKeyed) {
        List<KeyingDifference> open = new ArrayList<>(Keyings.differences(firstKeyed, secondKeyed));
        open.removeIf(difference -> !firstKeyed.containsKey(difference.path())
                || rulings.containsKey(difference.path()));
        return open;
    }
}
