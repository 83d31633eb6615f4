package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.ui.question.Reading;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.form.XForms;
import vn.hoidan.form.pack.SurveyPacks;
import vn.hoidan.support.ImmediateBackground;

/// The real SIPAS questionnaire on the real engine, answered key by key.
final class SipasInterviewTest {
    private static final int SATISFACTION_ROWS = 39;
    private static final int SATISFACTION_GRIDS = 9;
    private static final int MOST_KEYS = 1_000;

    private final InterviewBench bench = new InterviewBench(
            new XForms().load(SurveyPacks.builtIn(SurveyPacks.SIPAS).xform()), new ImmediateBackground());
    private final InterviewViewModel model = new InterviewViewModel(bench.open(), () -> { });
    private int keys;
    private int satisfactionKeys;

    private void rate(Stop.Grid grid) {
        boolean satisfaction = grid.rows().getFirst().path().name().startsWith("q9_");
        for (int row = 0; row < grid.rows().size(); row++) {
            model.digit(row % grid.levels().size());
            keys++;
        }
        model.next();
        keys++;
        satisfactionKeys += satisfaction ? grid.rows().size() + 1 : 0;
    }

    private void answer(Element.Question question) {
        if (question.appearance().contains("private")) {
            answerAlone(question);
            return;
        }
        if (!question.choices().isEmpty()) {
            model.digit(question.choices().size() - 1);
            keys++;
        } else if (question.type() == QuestionType.TEXT && question.required()) {
            assertTrue(model.answers().type(question.path(), "Mường", Reading.of(question,
                    InterviewBench.HANOI)));
        }
        model.next();
        keys++;
    }

    /// Both of them stand one after the other: one turn of the laptop.
    private void answerAlone(Element.Question question) {
        model.next();
        assertEquals(Facing.ALONE, model.respondent().facing().get());
        for (String name : List.of("q5", "q6")) {
            Element.Question asked = model.respondent().asked().orElseThrow();
            assertEquals(name, asked.path().name());
            model.answers().choose(asked.path(), asked.choices().getFirst().code());
            model.respondent().next();
        }
        assertEquals(Facing.HANDED_BACK, model.respondent().facing().get());
        model.respondent().next();
        assertEquals("q5", question.path().name());
    }

    @Test
    void wholeFormIsAnsweredFromTopToEndAndARowOfSatisfactionCostsOneKey() {
        while (!(model.stop().get() instanceof Stop.End) && keys < MOST_KEYS) {
            switch (model.stop().get()) {
                case Stop.Grid grid -> rate(grid);
                case Stop.Single single -> answer(single.question());
                case Stop.Page _, Stop.Roster _, Stop.End _ -> throw new AssertionError("not in this form");
            }
        }
        assertEquals(SATISFACTION_ROWS + SATISFACTION_GRIDS, satisfactionKeys);
        assertEquals(new Ending.Checked(List.of()), model.ending().get());
        model.complete();
        assertEquals(InterviewState.COMPLETED, bench.store.state());
        List<String> names = bench.record().orElseThrow().answers().keySet().stream().map(Path::name).toList();
        assertTrue(names.containsAll(IntStream.rangeClosed(1, SATISFACTION_ROWS).mapToObj("q9_%02d"::formatted)
                .toList()), names::toString);
        assertEquals(List.of("q5", "q6"), bench.record().orElseThrow().remarks().answeredAlone().stream()
                .map(Path::name).toList());
        assertTrue(names.contains("ethnicity_other"), "chosen as other, so its text was asked");
    }
}
