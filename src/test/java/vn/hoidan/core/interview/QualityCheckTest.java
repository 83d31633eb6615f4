package vn.hoidan.core.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;

class QualityCheckTest {
    private static final Instant MORNING = Instant.parse("2024-11-02T02:00:00Z");
    private static final InterviewId OTHER = InterviewId.parse("00000000-0000-0000-0000-000000000001");
    private static final InterviewId THIRD = InterviewId.parse("00000000-0000-0000-0000-000000000002");
    private static final int ROWS = 30;
    private static final long USUAL_SECONDS = 6;

    @Test
    void saysNothingOfACarefulInterview() {
        assertEquals(List.of(), check(new Interview()).flags());
    }

    @Test
    void flagsAnInterviewFasterThanItsQuestionsCanBeAsked() {
        Interview hasty = new Interview();
        hasty.secondsEach = 0;
        assertEquals(List.of(new QualityFlag.TooFast(0, ROWS * QualityCheck.FASTEST_ROW_MILLIS
                + QualityCheck.FASTEST_TEXT_MILLIS)), check(hasty).flags());
    }

    @Test
    void doesNotTimeWhatIsKeyedFromPaperNorAFewAnswers() {
        Interview keyed = new Interview();
        keyed.secondsEach = 0;
        keyed.mode = InterviewMode.PAPER;
        assertEquals(List.of(), check(keyed).flags());
        Interview few = new Interview();
        few.secondsEach = 0;
        few.rows = QualityCheck.FEWEST_TIMED - 2;
        assertEquals(List.of(), check(few).flags());
    }

    @Test
    void flagsAGridWithOneAnswerDownTheLine() {
        Interview straight = new Interview();
        straight.values = row -> row < 27 ? "5" : "1";
        assertEquals(List.of(new QualityFlag.StraightLine(new Path("/data/grid"), ROWS, 27)), check(straight).flags());
        straight.values = row -> row < 26 ? "5" : "1";
        assertEquals(List.of(), check(straight).flags());
    }

    @Test
    void saysNothingOfAShortGrid() {
        Interview few = new Interview();
        few.rows = QualityCheck.FEWEST_ROWS - 1;
        few.values = row -> "3";
        assertEquals(List.of(), check(few).flags());
    }

    @Test
    void flagsAnswersLikeThoseOfAnotherInterviewAndNamesTheMostAlike() {
        Interview interview = new Interview();
        Map<Path, String> alike = interview.answers();
        alike.put(row(0), "another");
        alike.put(row(1), "another");
        alike.put(row(2), "another");
        interview.own.put(OTHER, AnswerSketch.of(alike));
        Map<Path, String> different = interview.answers();
        different.replaceAll((path, value) -> value + "x");
        interview.own.put(THIRD, AnswerSketch.of(different));
        assertEquals(List.of(new QualityFlag.SameAnswers(OTHER, 90)), check(interview).flags());
        interview.own.put(THIRD, AnswerSketch.of(interview.answers()));
        assertEquals(List.of(new QualityFlag.SameAnswers(THIRD, 100)), check(interview).flags());
    }

    @Test
    void comparesOnlyWhenThereIsEnoughToCompare() {
        Interview few = new Interview();
        few.rows = AnswerSketch.FEWEST_COMPARED - 2;
        few.own.put(OTHER, AnswerSketch.of(few.answers()));
        assertEquals(List.of(), check(few).flags());
    }

    @Test
    void flagsAnInterviewBegunAtNight() {
        Interview night = new Interview();
        night.begin = Instant.parse("2024-11-02T15:00:00Z");
        assertEquals(List.of(new QualityFlag.OddHour(22)), check(night).flags());
        night.begin = Instant.parse("2024-11-02T21:59:00Z");
        assertEquals(List.of(new QualityFlag.OddHour(4)), check(night).flags());
        night.begin = Instant.parse("2024-11-02T22:00:00Z");
        assertEquals(List.of(), check(night).flags());
    }

    @Test
    void flagsAClockThatJumpedStepsBackLongPausesAndLostFacts() {
        Interview odd = new Interview();
        odd.lost = 2;
        List<Fact> facts = odd.facts();
        long second = 1_000;
        facts.add(new Fact.Paused(new Moment(MORNING.plusSeconds(second), second * 1_000_000_000L), row(3), 40));
        facts.add(new Fact.Resumed(new Moment(MORNING.plusSeconds(second + 7_200), 0)));
        facts.add(new Fact.Completed(new Moment(MORNING.plusSeconds(second), 5), 20));
        assertEquals(List.of(new QualityFlag.ClockJumped(1, Duration.ofSeconds(-7_200).minusNanos(5)),
                new QualityFlag.ManyBackSteps(60, ROWS + 1), new QualityFlag.LongPause(1, Duration.ofHours(2)),
                new QualityFlag.FactsLost(2)), check(odd, facts).flags());
    }

    @Test
    void flagsAClockThatStandsBeforeTheServersTime() {
        Interview late = new Interview();
        Instant end = late.facts().getLast().at().wall();
        late.server = Optional.of(end.plusSeconds(119));
        assertEquals(List.of(), check(late).flags());
        late.server = Optional.of(end.plusSeconds(3_600));
        assertEquals(List.of(new QualityFlag.ClockJumped(1, Duration.ofHours(-1))), check(late).flags());
    }

    private static QualityCheck check(Interview interview) {
        return check(interview, interview.facts());
    }

    private static QualityCheck check(Interview interview, List<Fact> facts) {
        return new QualityCheck(interview.mode, interview.sections(), facts, interview.lost,
                AnswerSketch.of(interview.answers()), interview.own, interview.server, ZoneOffset.ofHours(7));
    }

    private static Path row(int number) {
        return new Path("/data/grid/row" + number);
    }

    private interface Values {
        String of(int row);
    }

    /// A grid and a text, answered one after the other.
    private static final class Interview {
        private InterviewMode mode = InterviewMode.FACE_TO_FACE;
        private Instant begin = MORNING;
        private long secondsEach = USUAL_SECONDS;
        private int rows = ROWS;
        private int lost;
        private Optional<Instant> server = Optional.empty();
        private Values values = row -> String.valueOf(row % 5 + 1);
        private final Map<InterviewId, AnswerSketch> own = new LinkedHashMap<>();

        Map<Path, String> answers() {
            Map<Path, String> answers = new LinkedHashMap<>();
            for (int number = 0; number < rows; number++) {
                answers.put(row(number), values.of(number));
            }
            answers.put(new Path("/data/text"), "đường làng");
            return answers;
        }

        List<Fact> facts() {
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact.InterviewStarted(new Moment(begin, 0), "vi", mode, "1", "test"));
            answers().forEach((path, value) -> {
                long seconds = facts.size() * secondsEach;
                facts.add(new Fact.AnswerSet(new Moment(begin.plusSeconds(seconds), seconds * 1_000_000_000L), path,
                        value));
            });
            return facts;
        }

        List<Element.Group> sections() {
            List<Element> asked = new ArrayList<>();
            answers().forEach((path, value) -> {
                if (path.text().startsWith("/data/grid")) {
                    asked.add(question(path, QuestionType.SELECT_ONE, Optional.of(value)));
                }
            });
            asked.add(question(new Path("/data/grid/open"), QuestionType.SELECT_ONE, Optional.empty()));
            Element.Group grid = new Element.Group(new Path("/data/grid"), "", "table-list", asked);
            return List.of(new Element.Group(new Path("/data/a"), "", "", List.of(grid, question(
                    new Path("/data/text"), QuestionType.TEXT, Optional.of("đường làng")))));
        }

        private static Element.Question question(Path path, QuestionType type, Optional<String> value) {
            return new Element.Question(path, type, "", "", "", "", true, false, value, List.of(), Optional.empty(),
                    Optional.empty());
        }
    }
}
