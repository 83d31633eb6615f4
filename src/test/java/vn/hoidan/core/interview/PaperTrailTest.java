package vn.hoidan.core.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;

final class PaperTrailTest {
    private static final Moment AT = new Moment(Instant.parse("2024-11-02T03:40:00Z"), 0);
    private static final PaperSheet SHEET = new PaperSheet("17", LocalDate.of(2024, 10, 30));
    private static final Path ONE = new Path("/data/one");
    private static final Path TWO = new Path("/data/two");
    private static final Path GONE = new Path("/data/gone");

    private final List<Fact> facts = new ArrayList<>(List.of(new Fact.Paper.Taken(AT, SHEET)));

    private PaperTrail trail() {
        return PaperTrail.of(facts);
    }

    private static Finding finding(Path path, Finding.Kind kind) {
        return new Finding(path, kind, "", "");
    }

    private static Element.Question question(Path path, String value) {
        return new Element.Question(path, QuestionType.SELECT_ONE, path.name(), "", "", "", true, false,
                value.isEmpty() ? Optional.empty() : Optional.of(value), List.of(new Choice("1", "Có")),
                Optional.empty(), Optional.empty());
    }

    private static List<Element.Group> form(Element... elements) {
        return List.of(new Element.Group(new Path("/data"), "", "", List.of(elements)));
    }

    @Test
    void excusesWhatThePaperLeavesBlankAndNothingElse() {
        facts.add(new Fact.Paper.Marked(AT, ONE, PaperMark.LEFT_BLANK));
        List<Finding> findings = List.of(finding(ONE, Finding.Kind.MISSING), finding(ONE, Finding.Kind.WRONG),
                finding(TWO, Finding.Kind.MISSING));
        assertEquals(findings.subList(1, 3), trail().unexcused(findings));
        assertEquals(findings, trail().unexcusedInSecond(findings));
    }

    @Test
    void anAnswerTakesTheMarkAwayAndSoDoesEmptying() {
        facts.add(new Fact.Paper.Marked(AT, ONE, PaperMark.LEFT_BLANK));
        facts.add(new Fact.Paper.Marked(AT, TWO, PaperMark.UNUSABLE));
        facts.add(new Fact.AnswerSet(AT, ONE, "1"));
        facts.add(new Fact.AnswerCleared(AT, TWO));
        assertEquals(Map.of(), trail().first().marks());
    }

    @Test
    void marksOfAnInstanceGoWithIt() {
        Path inside = new Path("/data/member[2]/age");
        Path beside = new Path("/data/member[20]/age");
        facts.add(new Fact.Paper.Marked(AT, inside, PaperMark.LEFT_BLANK));
        facts.add(new Fact.Paper.Marked(AT, beside, PaperMark.LEFT_BLANK));
        facts.add(new Fact.RepeatRemoved(AT, new Path("/data/member[2]")));
        assertEquals(Set.of(beside), trail().first().marks().keySet());
    }

    @Test
    void keepsTheSecondKeyingApartFromTheFirst() {
        facts.add(new Fact.AnswerSet(AT, ONE, "1"));
        facts.add(new Fact.Paper.SecondBegun(AT, SecondKeyer.OTHER_PERSON));
        facts.add(new Fact.Paper.KeyedAgain(new Fact.Paper.Marked(AT, TWO, PaperMark.UNUSABLE)));
        assertEquals(Map.of(), trail().first().marks());
        assertEquals(Map.of(TWO, PaperMark.UNUSABLE), trail().second().marks());
        assertEquals(Optional.of(ONE), trail().first().place());
        assertEquals(Optional.of(TWO), trail().second().place());
        assertTrue(trail().keyingAgain());
        assertEquals(List.of(new Fact.Paper.Marked(AT, TWO, PaperMark.UNUSABLE)), PaperTrail.ofSecondKeying(facts));
    }

    @Test
    void aPauseKeepsThePlaceOfTheKeyingThatIsGoingOn() {
        facts.add(new Fact.Paused(AT, ONE));
        facts.add(new Fact.Paper.SecondBegun(AT, SecondKeyer.SAME_PERSON));
        assertEquals(Optional.empty(), trail().second().place());
        facts.add(new Fact.Paused(AT, TWO));
        assertEquals(Optional.of(ONE), trail().first().place());
        assertEquals(Optional.of(TWO), trail().second().place());
    }

    @Test
    void onlyWhatIsKeyedCanBeKeyedAgain() {
        assertThrows(IllegalArgumentException.class, () -> new Fact.Paper.KeyedAgain(new Fact.Completed(AT)));
        Fact again = new Fact.Paper.KeyedAgain(new Fact.AnswerSet(AT, ONE, "1"));
        assertThrows(IllegalArgumentException.class, () -> new Fact.Paper.KeyedAgain(again));
    }

    @Test
    void differencesAreThoseOfValuesMarksAndBlanks() {
        Map<Path, Keyed> first = Keyings.of(form(question(ONE, "1"), question(TWO, "")),
                Map.of(TWO, PaperMark.LEFT_BLANK));
        Map<Path, Keyed> second = Keyings.of(form(question(ONE, "1"), question(TWO, ""), question(GONE, "1")),
                Map.of(TWO, PaperMark.UNUSABLE));
        assertEquals(List.of(
                new KeyingDifference(TWO, new Keyed.Marked(PaperMark.LEFT_BLANK), new Keyed.Marked(PaperMark.UNUSABLE)),
                new KeyingDifference(GONE, new Keyed.Nothing(), new Keyed.Value("1"))),
                Keyings.differences(first, second));
        assertEquals(3, Keyings.fields(first, second).size());
    }

    @Test
    void lettersComposedInAnotherWayAndWiderGapsAreNoDifference() {
        Map<Path, Keyed> composed = Map.of(ONE, new Keyed.Value("đường xấu"));
        Map<Path, Keyed> decomposed = Map.of(ONE, new Keyed.Value("đươ\u0300ng  xâ\u0301u "));
        assertEquals(List.of(), Keyings.differences(composed, decomposed));
        assertEquals(1, Keyings.differences(composed, Map.of(ONE, new Keyed.Value("Đường xấu"))).size());
    }

    @Test
    void asksForRulingsOnWhatIsStillAskedAndNotRuledOn() {
        Map<Path, Keyed> first = Map.of(ONE, new Keyed.Value("1"), TWO, new Keyed.Value("1"));
        Map<Path, Keyed> second = Map.of(ONE, new Keyed.Value("2"), TWO, new Keyed.Value("2"), GONE,
                new Keyed.Value("2"));
        assertEquals(Set.of(ONE, TWO), paths(trail().unruled(first, second)));
        facts.add(new Fact.Paper.Ruled(AT, ONE, KeyingRuling.FIRST, new Keyed.Value("1")));
        assertEquals(Set.of(TWO), paths(trail().unruled(first, second)));
    }

    private static Set<Path> paths(List<KeyingDifference> differences) {
        return Set.copyOf(differences.stream().map(KeyingDifference::path).toList());
    }

    @Test
    void sendsMarksOfQuestionsThatAreAskedWithNotesAndTheSecondKeying() {
        facts.add(new Fact.Paper.Marked(AT, ONE, PaperMark.LEFT_BLANK));
        facts.add(new Fact.Paper.Marked(AT, GONE, PaperMark.LEFT_BLANK));
        facts.add(new Fact.Paper.Noted(AT, TWO, "ghi bên lề"));
        facts.add(new Fact.Paper.SecondBegun(AT, SecondKeyer.SAME_PERSON));
        facts.add(new Fact.Paper.KeyedAgain(new Fact.Paper.Noted(AT, TWO, "hai ô")));
        facts.add(new Fact.Paper.Compared(AT, 2, List.of(TWO)));
        facts.add(new Fact.Paper.Ruled(AT, TWO, KeyingRuling.THIRD, new Keyed.Value("1")));
        assertEquals(Optional.of(new PaperForm(SHEET, Map.of(ONE, PaperMark.LEFT_BLANK),
                Map.of(TWO, "ghi bên lề; hai ô"), Optional.of(new PaperForm.SecondKeying(SecondKeyer.SAME_PERSON, 2,
                        List.of(TWO), Map.of(TWO, KeyingRuling.THIRD))))),
                trail().form(form(question(ONE, ""), question(TWO, "1"))));
    }

    @Test
    void anInterviewInTheFieldSendsNoPaper() {
        assertEquals(Optional.empty(), PaperTrail.of(List.of(new Fact.AnswerSet(AT, ONE, "1"))).form(List.of()));
    }

    @Test
    void theFirstFormIsAlwaysKeyedTwiceAndAboutATenthOfTheOthers() {
        int chosen = 0;
        int forms = 10_000;
        for (int form = 0; form < forms; form++) {
            InterviewId id = new InterviewId(new UUID(7, form));
            assertTrue(SecondKeyingSample.chooses("survey person", id, 0));
            assertEquals(SecondKeyingSample.chooses("survey person", id, 3),
                    SecondKeyingSample.chooses("survey person", id, 4));
            chosen += SecondKeyingSample.chooses("survey person", id, 3) ? 1 : 0;
        }
        double share = 100.0 * chosen / forms;
        assertTrue(share > SecondKeyingSample.SHARE_PERCENT - 1.5 && share < SecondKeyingSample.SHARE_PERCENT + 1.5,
                () -> "share " + share);
    }

    @Test
    void anotherPersonsFormsAreChosenOtherwise() {
        boolean differs = false;
        for (int form = 0; form < 100; form++) {
            InterviewId id = new InterviewId(new UUID(7, form));
            differs |= SecondKeyingSample.chooses("survey one", id, 3)
                    != SecondKeyingSample.chooses("survey two", id, 3);
        }
        assertTrue(differs);
    }

    @Test
    void ratesCountFieldsAndFormsOverAllComparisons() {
        Path member = new Path("/data/member[1]/age");
        Path nextMember = new Path("/data/member[2]/age");
        KeyingRates rates = KeyingRates.of(List.of(new Fact.Paper.Compared(AT, 80, List.of(ONE)),
                new Fact.Paper.Compared(AT, 120, List.of(ONE, member, nextMember))));
        assertEquals(0.02, rates.share(), 1e-9);
        assertEquals(2, rates.of(ONE));
        assertEquals(1, rates.of(member));
        assertEquals(0, rates.of(TWO));
        assertEquals(0, KeyingRates.of(List.of()).share());
        assertFalse(rates.byQuestion().containsKey(member.text()));
    }
}
