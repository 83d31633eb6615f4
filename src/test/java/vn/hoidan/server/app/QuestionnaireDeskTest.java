package vn.hoidan.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.TestPlaces;
import vn.hoidan.server.app.book.CentralStore;

class QuestionnaireDeskTest {

    @TempDir
    private Path folder;
    private TestOffice office;

    @BeforeEach
    void open() {
        office = TestOffice.withSurvey(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void tellsEveryLaptopOfTheNewVersion() {
        TestOffice.Enrolled first = office.holding("27100-1");
        TestOffice.Enrolled second = office.enrol(office.supervisor());
        second.sync();
        QuestionnaireDesk.Outcome.Replaced replaced = assertInstanceOf(QuestionnaireDesk.Outcome.Replaced.class,
                office.questionnaires().replace(SmallSurvey.ID, SmallSurvey.nextXform()));
        assertEquals(new QuestionnaireDesk.Outcome.Replaced(SmallSurvey.nextQuestionnaire(), false, 2), replaced);
        for (TestOffice.Enrolled laptop : List.of(first, second, office.enrol(office.enumerator()))) {
            laptop.sync();
            DownItem.SurveyAssigned told = (DownItem.SurveyAssigned) laptop.laptop().told().stream()
                    .filter(DownItem.SurveyAssigned.class::isInstance).toList().getLast();
            assertEquals(SmallSurvey.survey().asking(SmallSurvey.nextQuestionnaire()), told.survey());
        }
        assertEquals(SmallSurvey.nextXform(), office.surveys().questionnaire(SmallSurvey.nextQuestionnaire()));
        assertEquals(SmallSurvey.xform(), office.surveys().questionnaire(SmallSurvey.questionnaire()));
    }

    @Test
    void doesNothingWhenTheSameQuestionnaireComesAgain() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        int told = laptop.laptop().told().size();
        assertEquals(new QuestionnaireDesk.Outcome.Same(SmallSurvey.questionnaire()),
                office.questionnaires().replace(SmallSurvey.ID, SmallSurvey.xform()));
        laptop.sync();
        assertEquals(told, laptop.laptop().told().size());
        assertEquals(1, office.questionnaires().versions(SmallSurvey.ID).size());
    }

    @Test
    void listsVersionsWithTheirInterviewsAndTheOneInUse() {
        TestOffice.Enrolled laptop = office.holding("27100-1");
        laptop.laptop().interview(SmallSurvey.list("27100-1"), 1);
        laptop.laptop().interview(SmallSurvey.list("27100-1"), 2);
        laptop.sync();
        office.pass(Duration.ofDays(1));
        office.questionnaires().replace(SmallSurvey.ID, SmallSurvey.nextXform());
        List<QuestionnaireDesk.Version> versions = office.questionnaires().versions(SmallSurvey.ID);
        assertEquals(List.of(new QuestionnaireDesk.Version(1, SmallSurvey.questionnaire(), "Thử", "1",
                        office.now().minus(Duration.ofDays(1)), 2, false),
                new QuestionnaireDesk.Version(2, SmallSurvey.nextQuestionnaire(), "Thử", "2", office.now(), 0, true)),
                versions);
    }

    @Test
    void putsAnEarlierVersionBackAndSaysSo() {
        office.questionnaires().replace(SmallSurvey.ID, SmallSurvey.nextXform());
        QuestionnaireDesk.Outcome back = office.questionnaires().replace(SmallSurvey.ID, SmallSurvey.xform());
        assertEquals(new QuestionnaireDesk.Outcome.Replaced(SmallSurvey.questionnaire(), true, 0), back);
        assertEquals(List.of(false, false, true), office.questionnaires().versions(SmallSurvey.ID).stream()
                .map(QuestionnaireDesk.Version::current).toList());
    }

    @Test
    void refusesAFormThatCannotBeAskedAndChangesNothing() {
        Bytes broken = Bytes.of("<h:html/>".getBytes(StandardCharsets.UTF_8));
        assertEquals(ProblemKind.QUESTIONNAIRE_INVALID, assertThrows(ProblemException.class,
                () -> office.questionnaires().replace(SmallSurvey.ID, broken)).problem().kind());
        assertEquals(ProblemKind.SURVEY_UNKNOWN, assertThrows(ProblemException.class,
                () -> office.questionnaires().replace(new SurveyId("x"), SmallSurvey.nextXform())).problem().kind());
        assertEquals(1, office.questionnaires().versions(SmallSurvey.ID).size());
    }

    @Test
    void isSeenByAnotherProcessThatRemembersTheSurvey() {
        try (CentralStore running = TestPlaces.at(folder.resolve("office.db")).open()) {
            assertEquals(SmallSurvey.questionnaire(), current(running));
            office.questionnaires().replace(SmallSurvey.ID, SmallSurvey.nextXform());
            assertEquals(SmallSurvey.nextQuestionnaire(), current(running));
        }
    }

    @Test
    void isNotRememberedWhenItsTransactionIsUndone() {
        assertEquals(SmallSurvey.questionnaire(), current(office.store()));
        assertThrows(IllegalStateException.class, () -> office.store().write(central -> {
            central.surveys().change(SmallSurvey.survey().asking(SmallSurvey.nextQuestionnaire()),
                    SmallSurvey.nextXform(), office.now());
            assertEquals(SmallSurvey.nextQuestionnaire(),
                    central.surveys().find(SmallSurvey.ID).orElseThrow().questionnaire());
            throw new IllegalStateException("undone");
        }));
        assertEquals(SmallSurvey.questionnaire(), current(office.store()));
    }

    private static QuestionnaireId current(CentralStore store) {
        return store.read(central -> central.surveys().find(SmallSurvey.ID).orElseThrow().questionnaire());
    }
}
