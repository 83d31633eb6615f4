package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.quota.Admittance;
import vn.hoidan.client.app.quota.QuestionWords.Part;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.QualityFlag;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.SoftTarget;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Guidance;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.quota.hand.Hold;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.InterviewRecord;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.UnitsRecord;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.support.Samples;
import vn.hoidan.wire.RecordBodies;

/// An interview of a free quota: its unit comes with the answers to the screening, or it ends there.
class ScreeningTest extends FreePlace {

    @Test
    void showsTheNextQuestionOnlyWhenTheUnitIsOnTheDisk() {
        byGender();
        LeaseId women = grant(1, WOMAN, 2);
        InterviewWork work = begin(1);
        InterviewViewModel model = open(work);
        written.held = true;
        model.digit(1);
        model.next();
        assertEquals("gender", question(model));
        assertEquals(Optional.empty(), store.hand().heldFor(work.id()));
        written.held = false;
        written.let();
        assertEquals(Optional.of(new Hold.OfLease(women)), store.hand().heldFor(work.id()));
        assertEquals("ethnicity", question(model));
        assertEquals(1, free(WOMAN));
    }

    @Test
    void stopsWhereNoUnitIsLeftAndSaysForWhomAndGoesOnWithACode() {
        byGender();
        grant(1, MAN, 2);
        InterviewWork work = begin(1);
        InterviewViewModel model = open(work);
        model.digit(1);
        model.next();
        assertEquals("gender", question(model));
        Admittance.NoUnit none = assertInstanceOf(Admittance.NoUnit.class, model.gate().shown().get());
        assertEquals(List.of(new Part.OneOf(List.of(Text.of("Nữ", "Female")))), none.who());
        List<String> told = new ArrayList<>();
        model.gate().useCode(store.codes(new LeaseId("1-1")).getFirst(), () -> told.add("own"));
        model.gate().useCode(CODE, () -> told.add("used"));
        assertEquals("ethnicity", question(model));
        InterviewRecord record = complete(work);
        assertEquals(Optional.of(CODE), record.code());
        assertEquals(Optional.empty(), record.lease());
        assertEquals(Set.of(CODE), store.hand().codes());
        assertEquals(2, free(MAN));

        InterviewWork second = begin(2);
        InterviewViewModel other = open(second);
        other.digit(1);
        other.next();
        other.gate().useCode(CODE, () -> told.add("used"));
        assertEquals(List.of("own", "used"), told);
        assertEquals("gender", question(other));
    }

    @Test
    void leadsNowhereBeyondTheScreeningWithoutAUnit() {
        byGender();
        InterviewWork work = begin(1);
        InterviewViewModel model = open(work);
        model.digit(1);
        List<Runnable> ways = List.of(model::toEnd, model::nextSection, model::skip, model::firstOpen,
                () -> model.goTo(SmallForm.path("profile/persons")), model::complete);
        ways.forEach(way -> {
            way.run();
            assertEquals("gender", question(model));
            assertTrue(model.gate().isShown());
            model.gate().mend();
            assertFalse(model.gate().isShown());
        });
    }

    @Test
    void changesTheUnitWithTheAnswerAndGivesTheOldOneBack() {
        byGender();
        grant(1, WOMAN, 1);
        LeaseId men = grant(2, MAN, 1);
        InterviewWork work = begin(1);
        work.answer(GENDER, WOMAN);
        assertEquals(0, free(WOMAN));
        work.answer(GENDER, MAN);
        assertEquals(1, free(WOMAN));
        assertEquals(Optional.of(new Hold.OfLease(men)), store.hand().heldFor(work.id()));
        work.clear(GENDER);
        assertEquals(List.of(1, 1), List.of(free(WOMAN), free(MAN)));
    }

    @Test
    void usesTheUnitUpWithTheRecord() {
        byGender();
        LeaseId women = grant(1, WOMAN, 1);
        InterviewWork work = begin(1);
        work.answer(GENDER, WOMAN);
        InterviewRecord record = complete(work);
        assertEquals(Optional.of(women), record.lease());
        assertEquals(List.of(), record.flags().stream().filter(QualityFlag.StaleUnit.class::isInstance).toList());
        assertTrue(store.hand().units().isEmpty());
        assertTrue(store.hand().holds().isEmpty());
    }

    @Test
    void warnsOfAUnitPastItsUseByAndMarksTheInterview() {
        byGender();
        grant(1, WOMAN, 1);
        clock.forward(Duration.ofHours(2));
        InterviewWork work = begin(1);
        InterviewViewModel model = open(work);
        written.held = true;
        model.digit(1);
        model.next();
        written.held = false;
        written.let();
        assertEquals("ethnicity", question(model));
        assertEquals(new Notice.UnitStale(), model.notice().get());
        assertEquals(1, complete(work).flags().stream().filter(QualityFlag.StaleUnit.class::isInstance).count());
    }

    @Test
    void keepsTheUnitWhenTheProgramIsKilledAndOpensWhereItWas() {
        byGender();
        LeaseId women = grant(1, WOMAN, 1);
        InterviewWork killed = begin(1);
        killed.answer(GENDER, WOMAN);
        killed.answer(SmallForm.path("profile/ethnicity"), "1");
        InterviewWork again = field().resumeIfInWork(killed.id()).orElseThrow();
        InterviewViewModel model = open(again);
        assertEquals("ethnicity", question(model));
        assertEquals(Optional.of(women), complete(again).lease());
    }

    @Test
    void getsTheUnitThatWasMissedWhenTheKillCameBetweenAnswerAndUnit() {
        byGender();
        InterviewWork work = begin(1);
        work.answer(GENDER, WOMAN);
        grant(1, WOMAN, 1);
        InterviewWork again = field().resumeIfInWork(work.id()).orElseThrow();
        assertInstanceOf(Admittance.Admitted.class, again.gate().admittance());
        assertEquals(0, free(WOMAN));
    }

    @Test
    void freesTheUnitWhenTheInterviewIsBrokenOff() {
        byGender();
        grant(1, WOMAN, 1);
        InterviewWork work = begin(1);
        work.answer(GENDER, WOMAN);
        assertEquals(0, free(WOMAN));
        field().recordContact(Samples.LIST, 1, Outcome.BROKEN_OFF, "busy");
        assertEquals(1, free(WOMAN));
    }

    @Test
    void recordsThatTheGroupHadNoUnitWhenItEndsThere() {
        byGender();
        InterviewWork work = begin(1);
        InterviewViewModel model = open(work);
        model.digit(1);
        model.next();
        model.gate().turnAway(problem -> {
            throw new IllegalStateException(problem.toString());
        });
        assertEquals(1, left);
        assertEquals(InterviewState.BROKEN_OFF, store.interview(work.id()).orElseThrow().state());
        assertEquals(List.of(Outcome.INTERVIEW_STARTED, Outcome.QUOTA_FULL),
                store.contacts(Samples.LIST).stream().map(each -> each.outcome()).toList());
        assertEquals(2, field().home().villages().getFirst().open().orElseThrow().nextNew());
    }

    @Test
    void needsItsUnitAtTheStartWhenNoAnswerDecides() {
        survey(district("", 10));
        grant(1, "", 1);
        InterviewWork work = begin(1);
        assertInstanceOf(Admittance.Admitted.class, work.gate().admittance());
        assertEquals("gender", question(open(work)));
        InterviewWork second = begin(2);
        InterviewViewModel model = open(second);
        assertTrue(model.gate().isShown());
        grant(2, "", 1);
        model.gate().tryAgain();
        assertFalse(model.gate().isShown());
        assertEquals("gender", question(model));
    }

    @Test
    void completesAnInterviewWhoseLeaseEndedMeanwhileUnderThatLease() {
        byGender();
        LeaseId women = grant(1, WOMAN, 2);
        InterviewWork work = begin(1);
        work.answer(GENDER, WOMAN);
        store.apply(List.of(new Change.HandChanged(new HandChange.LeaseEnded(women))));
        assertEquals(0, free(WOMAN));
        assertEquals(Optional.of(women), complete(work).lease());
    }

    @Test
    void givesAUnitAwayByItsCodeOnceItIsGoneFromHere() {
        byGender();
        LeaseId women = grant(1, WOMAN, 2);
        Bundle bundle = new Bundle(cells(WOMAN));
        UnitCode first = field().giveByCode(bundle).orElseThrow();
        assertEquals(1, free(WOMAN));
        UpRecord record = store.recordsAfter(0, 100, 1_000_000).getLast();
        assertEquals(new UnitsRecord.CodeGiven(women, first), RecordBodies.units(record.type(), record.body()));
        UnitCode second = field().giveByCode(bundle).orElseThrow();
        assertNotEquals(first, second);
        assertEquals(Optional.empty(), field().giveByCode(bundle));
        assertEquals(0, free(WOMAN));

        InterviewWork work = begin(1);
        InterviewViewModel model = open(work);
        model.digit(1);
        model.next();
        List<String> told = new ArrayList<>();
        model.gate().useCode(first, () -> told.add("used"));
        assertEquals(List.of("used"), told, "read out here: it belongs to the colleague");
    }

    @Test
    void countsWhatWasDoneHereUntilTheOfficeHasIt() {
        byGender();
        Survey hard = store.survey().orElseThrow();
        AnswerFilter women = AnswerFilter.of(new AnswerCondition.OneOf(GENDER, Set.of(WOMAN)));
        AnswerFilter large = AnswerFilter.of(new AnswerCondition.Between(SmallForm.path("profile/persons"), 1, 9));
        store.apply(List.of(new Change.SurveyReceived(new Survey(hard.id(), hard.name(), hard.questionnaire(),
                hard.consent(), hard.areas(), hard.design(), hard.constraints(), List.of(
                        new SoftTarget(AreaLevel.DISTRICT, Samples.BA_VI, women, 8, 0),
                        new SoftTarget(AreaLevel.DISTRICT, Samples.BA_VI, large, 8, 0),
                        new SoftTarget(AreaLevel.DISTRICT, Samples.BA_VI, AnswerFilter.of(
                                new AnswerCondition.OneOf(GENDER, Set.of(MAN))), 8, 0)), true))));
        grant(1, WOMAN, 1);
        assertEquals(List.of(0, 0, 0), counted());
        InterviewWork work = begin(1);
        work.answer(GENDER, WOMAN);
        work.answer(SmallForm.path("profile/persons"), "4");
        complete(work);
        assertEquals(List.of(1, 1, 0), counted());
        store.apply(List.of(new Change.Acknowledged(1, store.syncState().head(), LogPosition.START)));
        assertEquals(List.of(0, 0, 0), counted(), "from now on the office tells");
    }

    private List<Integer> counted() {
        return field().home().villages().getFirst().open().orElseThrow().advice().standings().stream()
                .map(Guidance.Standing::interviews).toList();
    }

    @Test
    void tellsWhatIsLeftForWhom() {
        byGender();
        grant(1, WOMAN, 2);
        var left = field().home().villages().getFirst().open().orElseThrow().left();
        assertEquals(List.of(0, 2), left.stream().map(each -> each.free()).toList());
    }
}
