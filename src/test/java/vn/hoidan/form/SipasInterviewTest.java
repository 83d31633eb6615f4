package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.support.RandomAnswers;

class SipasInterviewTest {
    private static final Questionnaire SIPAS = Forms.sipas();

    @Test
    void isInVietnameseAndEnglish() {
        assertEquals(List.of("vi", "en"), SIPAS.languages());
    }

    @Test
    void hasNothingMissingAndAllAnswersWhenEveryQuestionIsAnswered() {
        Session session = SIPAS.begin(Forms.context("vi"));
        assertTrue(session.findings().size() > 80, "findings at the start: " + session.findings().size());
        Set<Path> given = answerEverything(session, new Random(1));
        assertEquals(List.of(), session.findings());
        assertTrue(session.answers().keySet().containsAll(given));
        assertEquals(39, session.answers().keySet().stream().filter(path -> path.name().startsWith("q9_")).count());
    }

    @Test
    void findsEachMissingAnswerInTheOrderOfTheForm() {
        Session session = SIPAS.begin(Forms.context("vi"));
        List<Path> missing = session.findings().stream().map(Finding::path).toList();
        List<Path> required = questions(session).stream().filter(Element.Question::required)
                .map(Element.Question::path).toList();
        assertEquals(required, missing);
        assertTrue(session.findings().stream().allMatch(finding -> finding.kind() == Finding.Kind.MISSING));
    }

    @Test
    void showsTheOtherTextOnlyWhenOtherIsChosenAndKeepsWhatWasWritten() {
        Session session = SIPAS.begin(Forms.context("vi"));
        Element.Question ethnicity = named(session, "ethnicity");
        String other = ethnicity.choices().getLast().code();
        String kinh = ethnicity.choices().getFirst().code();
        assertEquals(new AnswerResult.Taken(true), session.answer(ethnicity.path(), other));
        Element.Question text = named(session, "ethnicity_other");
        assertEquals(new AnswerResult.Taken(false), session.answer(text.path(), "Mường"));
        assertEquals("Mường", session.answers().get(text.path()));
        assertEquals(new AnswerResult.Taken(true), session.answer(ethnicity.path(), kinh));
        assertEquals(Map.of(ethnicity.path(), kinh), withoutCircumstances(session));
        session.answer(ethnicity.path(), other);
        assertEquals("Mường", session.answers().get(text.path()));
    }

    @Test
    void changesNothingElseWhenARowOfTheGridIsRated() {
        Session session = SIPAS.begin(Forms.context("vi"));
        for (Element.Question row : questions(session)) {
            if (row.asks() && row.path().name().startsWith("q9_")) {
                assertEquals(new AnswerResult.Taken(false), session.answer(row.path(), "5"), row.path().text());
            }
        }
    }

    @Test
    void speaksEnglishAfterTheLanguageIsChangedAndKeepsTheAnswers() {
        Session session = SIPAS.begin(Forms.context("vi"));
        answerEverything(session, new Random(2));
        Map<Path, String> before = session.answers();
        List<Element.Question> vietnamese = questions(session);
        session.setLanguage("en");
        List<Element.Question> english = questions(session);
        assertEquals("en", session.language());
        assertEquals(before, session.answers());
        assertEquals(vietnamese.stream().map(Element.Question::path).toList(),
                english.stream().map(Element.Question::path).toList());
        for (int index = 0; index < english.size(); index++) {
            assertTrue(!english.get(index).label().equals(vietnamese.get(index).label()),
                    english.get(index).path().text() + " has the same label in both languages");
        }
        session.setLanguage("vi");
        assertEquals(vietnamese, questions(session));
    }

    @Test
    void givesTheSameAnswersWhenADraftIsReplayed() {
        long seed = Forms.seed();
        for (int interview = 0; interview < 5; interview++) {
            Session filled = SIPAS.begin(Forms.context("vi"));
            RandomInterview told = RandomInterview.fill(filled, new Random(seed + interview), 200);
            Session again = SIPAS.begin(Forms.context("vi"));
            told.tellTo(again);
            assertEquals(filled.answers(), again.answers(), "seed " + (seed + interview));
            assertEquals(filled.sections(), again.sections(), "seed " + (seed + interview));
            assertEquals(filled.findings(), again.findings(), "seed " + (seed + interview));
        }
    }

    private static Map<Path, String> withoutCircumstances(Session session) {
        Set<Path> asked = new LinkedHashSet<>(questions(session).stream().filter(Element.Question::asks)
                .map(Element.Question::path).toList());
        Map<Path, String> answers = new LinkedHashMap<>(session.answers());
        answers.keySet().retainAll(asked);
        return answers;
    }

    static Set<Path> answerEverything(Session session, Random random) {
        Set<Path> given = new LinkedHashSet<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Element.Question question : questions(session)) {
                if (question.asks() && given.add(question.path())) {
                    String value = question.type() == QuestionType.SELECT_MULTIPLE
                            ? question.choices().getFirst().code() + " " + question.choices().getLast().code()
                            : RandomAnswers.value(question, random);
                    assertInstanceOf(AnswerResult.Taken.class, session.answer(question.path(), value),
                            question.path().text());
                    moved = true;
                }
            }
        }
        given.removeIf(path -> session.question(path).isEmpty());
        return given;
    }

    private static List<Element.Question> questions(Session session) {
        return Forms.questions(session);
    }

    private static Element.Question named(Session session, String name) {
        return questions(session).stream().filter(question -> question.path().name().equals(name)).findFirst()
                .orElseThrow();
    }
}
