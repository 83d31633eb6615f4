package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.client.ui.question.Reading;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;

/// Where an interview stands and what its keys do, without a window.
final class InterviewViewModelTest {
    private static final Path PERSONS = SmallForm.path("profile/persons");
    private static final Path ETHNICITY = SmallForm.path("profile/ethnicity");
    private static final Path OTHER = SmallForm.path("profile/ethnicity_other");
    private static final Reading NUMBER = reading(QuestionType.INTEGER);
    private static final Reading TEXT = reading(QuestionType.TEXT);

    private final InterviewBench bench = new InterviewBench();
    private InterviewViewModel model = open();
    private int left;

    private static Reading reading(QuestionType type) {
        return Reading.of(new Element.Question(SmallForm.path("q"), type, "", "", "", "", false, false,
                Optional.empty(), List.of(), Optional.empty(), Optional.empty()), ZoneOffset.UTC);
    }

    private InterviewViewModel open() {
        return new InterviewViewModel(bench.open(), () -> left++);
    }

    private String question() {
        return assertInstanceOf(Stop.Single.class, model.stop().get()).question().path().name();
    }

    private Stop.Grid grid() {
        return assertInstanceOf(Stop.Grid.class, model.stop().get());
    }

    private void profile() {
        model.goTo(SmallForm.path("profile/gender"));
        model.digit(0);
        model.goTo(ETHNICITY);
        model.digit(0);
        model.goTo(SmallForm.path("profile/channel"));
        model.digit(1);
    }

    private void rateAll(String firstRow, int rows) {
        model.goTo(SmallForm.path(firstRow));
        for (int row = 0; row < rows; row++) {
            model.digit(row % 5);
        }
    }

    private void everything() {
        profile();
        rateAll("s9/q9_a/q9_01", 2);
        rateAll("s9/q9_c/q9_03", 9);
    }

    @Test
    void digitsRateRowAfterRowAndEnterGoesToTheNextGrid() {
        model.goTo(SmallForm.path("s9/q9_a/q9_01"));
        int keys = 0;
        for (int grids = 0; grids < 2; grids++) {
            for (int row = grid().rows().size(); row > 0; row--) {
                model.digit(3);
                keys++;
            }
            model.next();
            keys++;
        }
        assertEquals(11 + 2, keys);
        assertEquals("other_comments", question());
        assertEquals(List.of("4"), bench.saved(SmallForm.path("s9/q9_c/q9_11")));
        assertEquals(11, model.sections().get(1).progress().answered());
        assertTrue(model.sections().get(1).done());
    }

    @Test
    void digitOnTheLastRowAgainChangesIt() {
        rateAll("s9/q9_a/q9_01", 2);
        assertEquals(1, model.row().get());
        model.digit(4);
        assertEquals(List.of("2", "5"), bench.saved(SmallForm.path("s9/q9_a/q9_02")));
    }

    @Test
    void backspaceGoesToTheRowJustRatedAndADigitChangesIt() {
        model.goTo(SmallForm.path("s9/q9_c/q9_03"));
        model.digit(0);
        model.back();
        assertEquals(0, model.row().get());
        model.digit(4);
        assertEquals(Optional.of("5"), grid().rows().getFirst().value());
        assertEquals(1, model.row().get());
    }

    @Test
    void digitBeyondTheLevelsDoesNothing() {
        model.goTo(SmallForm.path("s9/q9_a/q9_01"));
        model.digit(5);
        assertEquals(0, model.row().get());
        assertFalse(grid().rows().getFirst().answered());
    }

    @Test
    void backFromTheFirstRowLeadsToTheLastRowOfTheGridBefore() {
        model.goTo(SmallForm.path("s9/q9_c/q9_03"));
        model.back();
        assertEquals("q9_02", grid().rows().get(model.row().get()).path().name());
    }

    @Test
    void enterAtTheEndOfAGridTellsOpenRowsOnceThenGoesOn() {
        model.goTo(SmallForm.path("s9/q9_a/q9_01"));
        model.next();
        model.digit(2);
        model.next();
        assertEquals(new Notice.RowsOpen(1), model.notice().get());
        assertEquals(0, model.row().get());
        model.next();
        assertEquals("q9_03", grid().rows().getFirst().path().name());
    }

    @Test
    void enterOnARequiredQuestionTellsOnceThenGoesOn() {
        model.next();
        assertEquals("gender", question());
        assertEquals(new Notice.AnswerNeeded(), model.notice().get());
        model.next();
        assertEquals("ethnicity", question());
    }

    @Test
    void questionAppearsAndGoesWithItsCauseAndTakesItsPlaceInOrder() {
        model.goTo(ETHNICITY);
        model.digit(1);
        model.next();
        assertEquals("ethnicity_other", question());
        assertTrue(model.answers().type(OTHER, "Mường", TEXT));
        model.back();
        model.digit(0);
        assertEquals("ethnicity", question());
        model.next();
        assertEquals("persons", question());
    }

    @Test
    void refusedAnswerKeepsWhatWasTypedAndTheOldAnswer() {
        model.answers().type(PERSONS, "4", NUMBER);
        assertFalse(model.answers().type(PERSONS, "99", NUMBER));
        assertEquals("99", model.answers().refusal(PERSONS).orElseThrow().typed());
        assertEquals("Nhiều nhất là 20 người.", model.answers().refusal(PERSONS).orElseThrow().formMessage());
        assertEquals(List.of("4"), bench.saved(PERSONS));
        assertEquals(1, model.sections().getFirst().toMend());
        assertFalse(model.answers().type(PERSONS, "bốn", NUMBER));
        assertEquals("unreadable.integer", model.answers().refusal(PERSONS).orElseThrow().key());
        assertTrue(model.answers().type(PERSONS, "4", NUMBER));
        assertEquals(0, model.sections().getFirst().toMend());
    }

    @Test
    void sameAnswerAgainIsNotSavedAgain() {
        model.answers().type(PERSONS, "4", NUMBER);
        model.answers().type(PERSONS, " 4 ", NUMBER);
        assertEquals(List.of("4"), bench.saved(PERSONS));
    }

    @Test
    void severalChoicesStandInTheOrderOfTheFormWhateverTheOrderOfKeys() {
        Path channel = SmallForm.path("profile/channel");
        model.goTo(channel);
        model.digit(2);
        model.digit(0);
        assertEquals(List.of("3", "1 3"), bench.saved(channel));
        model.digit(0);
        model.digit(2);
        assertFalse(assertInstanceOf(Stop.Single.class, model.stop().get()).question().answered());
    }

    @Test
    void sectionKeysGoToTheTopOfSections() {
        model.nextSection();
        assertEquals("q9_note", question());
        model.nextSection();
        assertEquals("other_comments", question());
        model.goTo(SmallForm.path("s9/q9_c/q9_05"));
        model.previousSection();
        assertEquals("q9_note", question());
        model.previousSection();
        assertEquals("gender", question());
    }

    @Test
    void firstOpenPrefersWhatIsRequired() {
        model.digit(0);
        model.firstOpen();
        assertEquals("ethnicity", question());
        everything();
        model.firstOpen();
        assertEquals("persons", question());
    }

    @Test
    void languageChangesTextsAndKeepsThePlace() {
        model.goTo(SmallForm.path("s9/q9_c/q9_05"));
        model.digit(3);
        model.nextLanguage();
        assertEquals("en", model.language());
        assertEquals(3, model.row().get());
        assertEquals("Very satisfied", grid().levels().getLast().label());
        assertEquals("9. Satisfaction", model.sections().get(1).label());
        assertEquals(Optional.of("4"), grid().rows().get(2).value());
    }

    @Test
    void pauseLeavesOnceAndTheInterviewGoesOnAtTheSameRow() {
        model.goTo(SmallForm.path("s9/q9_c/q9_03"));
        model.digit(3);
        model.digit(3);
        model.pause();
        assertEquals(1, left);
        assertEquals(SmallForm.path("s9/q9_c/q9_05"), assertInstanceOf(Fact.Paused.class,
                bench.facts().getLast()).where());
        model = open();
        assertEquals(2, model.row().get());
        assertEquals(Optional.of("4"), grid().rows().get(1).value());
    }

    @Test
    void afterACutTheInterviewGoesOnAtTheRowAfterTheLastAnswer() {
        model.goTo(SmallForm.path("s9/q9_c/q9_03"));
        model.digit(3);
        model.digit(1);
        model = open();
        assertEquals("q9_05", grid().rows().get(model.row().get()).path().name());
    }

    @Test
    void failedSaveIsSaidKeepsTheAnswersAndIsMadeGood() {
        bench.store.diskFull(true);
        model.digit(1);
        assertEquals(ProblemKind.DISK_FULL, assertInstanceOf(SaveState.Failed.class, model.saveState().get())
                .problem().kind());
        assertEquals(1, model.progress().answered());
        model.pause();
        assertEquals(0, left, "must stay while an answer is only in memory");
        assertInstanceOf(Notice.CannotLeave.class, model.notice().get());
        bench.store.diskFull(false);
        model.tryAgain();
        assertInstanceOf(SaveState.Saved.class, model.saveState().get());
        assertEquals(List.of("2"), bench.saved(SmallForm.path("profile/gender")));
        model.pause();
        assertEquals(1, left);
    }

    @Test
    void endListsWhatIsMissingAndEachEntryLeadsThereAndBack() {
        everything();
        model.goTo(SmallForm.path("s9/q9_c/q9_05"));
        model.clearHere();
        model.toEnd();
        List<Finding> findings = assertInstanceOf(Ending.Checked.class, model.ending().get()).findings();
        assertEquals(List.of("q9_05"), findings.stream().map(finding -> finding.path().name()).toList());
        model.next();
        assertEquals(2, model.row().get());
        model.digit(4);
        model.next();
        assertInstanceOf(Stop.End.class, model.stop().get());
        assertEquals(new Ending.Checked(List.of()), model.ending().get());
    }

    @Test
    void refusedTextIsFoundAtTheEndAndForbidsCompleting() {
        everything();
        model.answers().type(PERSONS, "99", NUMBER);
        model.complete();
        model.complete();
        Ending.Checked checked = assertInstanceOf(Ending.Checked.class, model.ending().get());
        assertEquals(Finding.Kind.WRONG, checked.findings().getFirst().kind());
        assertEquals(InterviewState.IN_WORK, bench.store.state());
    }

    @Test
    void completedInterviewIsClosedToChange() {
        everything();
        model.complete();
        assertInstanceOf(Stop.End.class, model.stop().get());
        assertFalse(model.completed(), "the first press shows the end page");
        model.complete();
        assertTrue(model.completed());
        assertEquals(InterviewState.COMPLETED, bench.store.state());
        assertEquals(14, bench.record().orElseThrow().answers().size());
        model.back();
        model.digit(0);
        model.answers().set(ETHNICITY, "2");
        assertInstanceOf(Stop.End.class, model.stop().get());
        model.next();
        assertEquals(1, left);
    }
}
