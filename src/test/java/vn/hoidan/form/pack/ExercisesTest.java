package vn.hoidan.form.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.support.RandomAnswers;

class ExercisesTest {
    /// What is done with a file, a map or a reader of codes is not practised at home.
    private static final Set<QuestionType> TYPES = EnumSet.complementOf(EnumSet.of(QuestionType.DATE_TIME,
            QuestionType.GEOPOINT, QuestionType.FILE, QuestionType.IMAGE, QuestionType.BARCODE,
            QuestionType.UNSUPPORTED));

    private final Questionnaire questionnaire = Exercises.load();

    @Test
    void hasAQuestionOfEveryTypeWithAWordInBothLanguages() {
        for (String language : List.of("vi", "en")) {
            Session session = session(language);
            Element.Repeat people = repeats(session).getFirst();
            session.addRepeat(people.path());
            session.answer(new vn.hoidan.core.questionnaire.Path("/data/choosing/market"), "other");
            Set<QuestionType> types = EnumSet.noneOf(QuestionType.class);
            for (Element.Question question : asked(session)) {
                types.add(question.type());
                assertFalse(question.label().isBlank(), question.path().text());
                question.choices().forEach(choice -> assertFalse(choice.label().isBlank(), choice.code()));
            }
            types.add(QuestionType.NOTE);
            assertEquals(TYPES, types, language);
        }
        assertEquals(List.of(), questionnaire.unaskable());
    }

    @Test
    void canBeFilledInToItsEnd() {
        Session session = session("vi");
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int act = 0; act < 400; act++) {
            List<Element.Question> asked = asked(session);
            Element.Question question = asked.get(random.nextInt(asked.size()));
            String value = RandomAnswers.value(question, random);
            if (!value.isEmpty()) {
                session.answer(question.path(), value);
            }
        }
        assertEquals(List.of(), session.findings(), "seed " + seed);
        assertTrue(session.answers().size() > TYPES.size());
    }

    private Session session(String language) {
        return questionnaire.begin(new SessionContext(ZonedDateTime.parse("2024-11-02T07:30:00+07:00"), "d", "p",
                language));
    }

    private static List<Element.Question> asked(Session session) {
        List<Element.Question> asked = new ArrayList<>();
        session.sections().forEach(section -> RandomAnswers.collect(section, asked, new ArrayList<>()));
        return asked;
    }

    private static List<Element.Repeat> repeats(Session session) {
        List<Element.Repeat> repeats = new ArrayList<>();
        session.sections().forEach(section -> RandomAnswers.collect(section, new ArrayList<>(), repeats));
        return repeats;
    }
}
