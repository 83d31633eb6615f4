package vn.hoidan.client.ui.keying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.hoidan.client.ui.keying.KeyingHands.path;
import static vn.hoidan.client.ui.keying.KeyingHands.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.PaperForm;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.support.ImmediateBackground;

/// Paper forms keyed key by key, without a window, on the real engine.
final class KeyingModelTest {
    private final KeyingHands hands = new KeyingHands(new PaperBench(PaperBench.form(),
            new ImmediateBackground()));

    @Test
    void oneKeyAnswersASelectAndMovesOn() {
        assertEquals("gender", hands.here());
        hands.keys("2");
        assertEquals("age", hands.here());
        assertEquals(value("2"), hands.keyed("gender"));
        assertEquals(List.of("2"), hands.saved("profile/gender"));
    }

    @Test
    void wrongCodeBeepsAndStays() {
        hands.wrong(() -> hands.keys("3"));
        hands.wrong(() -> hands.keys("x"));
        assertEquals(new Keyed.Nothing(), hands.keyed("gender"));
    }

    @Test
    void lettersStandForTheTenthChoiceAndOn() {
        hands.to("kin");
        hands.keys("c");
        assertEquals(value("khac"), hands.keyed("kin"));
        hands.to("kin");
        hands.wrong(() -> hands.keys("d"));
    }

    @Test
    void secondDigitIsAskedForOnlyWhereOneWouldNotTell() {
        hands.to("place");
        hands.keys("2");
        assertEquals(value("2"), hands.keyed("place"));
        hands.to("place");
        hands.keys("1");
        assertEquals("place", hands.here());
        hands.keys("0");
        assertEquals(value("10"), hands.keyed("place"));
        hands.to("place");
        hands.keys("1");
        hands.enter();
        assertEquals(value("1"), hands.keyed("place"));
        hands.to("place");
        hands.keys("9");
        hands.wrong(() -> hands.keys("7"));
        hands.wrong(() -> {
            hands.keys("9");
            hands.enter();
        });
        hands.keys("98");
        assertEquals(value("98"), hands.keyed("place"));
    }

    @Test
    void longListsAreFoundByCodeOrByWordsThatLeaveOne() {
        hands.to("commune");
        hands.wrong(() -> hands.type("tan"));
        hands.type("tan linh");
        assertEquals(value("x07"), hands.keyed("commune"));
        hands.to("commune");
        hands.type("x12");
        assertEquals(value("x12"), hands.keyed("commune"));
    }

    @Test
    void valueOutOfRangeIsToldInTheFormsWordsAtOnce() {
        hands.to("age");
        hands.wrong(() -> hands.type("17"));
        assertEquals(new KeyingNotice.Refused("Tuổi từ 18 đến 110."), hands.model.notice());
        hands.type("18");
        assertEquals(value("18"), hands.keyed("age"));
    }

    @Test
    void numbersAndDatesAreTypedAsOnPaper() {
        hands.to("born");
        hands.wrong(() -> hands.type("32/1/1980"));
        hands.type("02111980");
        assertEquals(value("1980-11-02"), hands.keyed("born"));
        hands.to("income");
        hands.type("3,5-");
        assertEquals(value("-3.5"), hands.keyed("income"));
    }

    @Test
    void severalAreTickedByDigitsAndEndedByEnter() {
        hands.to("channel");
        hands.keys("31");
        assertEquals(List.of("3", "1"), hands.model.entry().orElseThrow().chosen());
        assertEquals(List.of(), hands.saved("s2/channel"), "kept as a whole");
        hands.enter();
        assertEquals(List.of("1 3"), hands.saved("s2/channel"));
        assertEquals("channel_other", hands.here(), "the form asks it now");
        hands.model.back();
        hands.keys("3");
        hands.enter();
        assertEquals(value("1"), hands.keyed("channel"));
        assertEquals("order", hands.here());
    }

    @Test
    void tickedAreKeptWhenOneGoesElsewhereWithoutEnter() {
        hands.to("channel");
        hands.keys("2");
        assertTrue(hands.model.give(""));
        assertEquals(List.of("2"), hands.saved("s2/channel"));
    }

    @Test
    void rankingEndsByItselfWhenItIsWhole() {
        hands.to("order");
        hands.keys("3");
        hands.wrong(() -> hands.enter());
        hands.keys("12");
        assertEquals(value("3 1 2"), hands.keyed("order"));
        assertEquals("member_age", hands.here());
    }

    @Test
    void enterNeedsAValueWhereTheFormDoes() {
        hands.wrong(() -> hands.enter());
        hands.keys("1");
        hands.wrong(() -> hands.type(""));
        hands.type("30");
        assertEquals("born", hands.here());
        hands.type("");
        assertEquals("kin", hands.here());
    }

    @Test
    void starSaysThatThePaperIsBlankAndAnAnswerTakesItBack() {
        hands.keys("*");
        assertEquals("age", hands.here());
        assertEquals(new Keyed.Marked(PaperMark.LEFT_BLANK), hands.keyed("gender"));
        hands.model.mark(PaperMark.UNUSABLE);
        assertEquals(new Keyed.Marked(PaperMark.UNUSABLE), hands.keyed("age"));
        hands.to("gender");
        hands.keys("1");
        assertEquals(value("1"), hands.keyed("gender"));
        hands.to("gender");
        hands.keys("*");
        assertEquals(new Keyed.Marked(PaperMark.LEFT_BLANK), hands.keyed("gender"), "instead of the answer");
    }

    @Test
    void dotEmptiesAndStays() {
        hands.keys("1");
        hands.to("gender");
        hands.keys(".");
        assertEquals(new Keyed.Nothing(), hands.keyed("gender"));
        assertEquals("gender", hands.here());
        hands.keys("*");
        hands.to("gender");
        hands.keys(".");
        assertEquals(new Keyed.Nothing(), hands.keyed("gender"));
    }

    @Test
    void minusGoesBackAndEnterGoesOnOverWhatIsKeyed() {
        hands.keys("1");
        hands.keys("-");
        assertEquals("gender", hands.here());
        hands.enter();
        assertEquals("age", hands.here());
        assertEquals(List.of("1"), hands.saved("profile/gender"));
    }

    @Test
    void plusRepeatsTheRowAbove() {
        hands.to("q9_01");
        hands.keys("4+");
        assertEquals(value("4"), hands.keyed("q9_02"));
        hands.keys("*+");
        assertEquals(new Keyed.Marked(PaperMark.LEFT_BLANK), hands.keyed("q9_04"));
        assertEquals("q9_05", hands.here());
    }

    @Test
    void plusRepeatsTheSameQuestionOfTheFormBeforeWhereNoRowIsAbove() {
        hands.wrong(() -> hands.keys("+"));
        hands.to("comment");
        hands.type("Đường xấu");
        hands.beginOnce();
        hands.to("comment");
        hands.keys("+");
        assertEquals(value("Đường xấu"), hands.keyed("comment"));
    }

    @Test
    void slashGoesToARowByItsNumber() {
        hands.keys("/3");
        hands.enter();
        assertEquals("born", hands.here());
        hands.keys("/9.5");
        hands.enter();
        assertEquals("q9_05", hands.here());
        hands.keys("/2");
        hands.enter();
        assertEquals("q9_02", hands.here());
        hands.wrong(() -> {
            hands.keys("/77");
            hands.enter();
        });
        hands.keys("/12-");
        assertEquals(Optional.of("1"), hands.model.jump());
        assertTrue(hands.model.cancelJump());
        assertFalse(hands.model.cancelJump());
    }

    @Test
    void slashWithPlusRepeatsToARowAndWithoutANumberToTheEndOfTheGrid() {
        hands.to("q9_01");
        hands.keys("4/3+");
        assertEquals(new KeyingNotice.Repeated(2), hands.model.notice());
        assertEquals("q9_04", hands.here());
        hands.keys("2/+");
        assertEquals(new KeyingNotice.Repeated(2), hands.model.notice());
        assertEquals("income", hands.here());
        assertEquals(List.of("4", "4", "4", "2", "2", "2"), List.of("q9_01", "q9_02", "q9_03", "q9_04", "q9_05",
                "q9_06").stream().map(name -> ((Keyed.Value) hands.keyed(name)).lexical()).toList());
    }

    @Test
    void slashWithStarLeavesTheGroupBlankExceptWhatIsKeyed() {
        hands.to("q9_03");
        hands.keys("5");
        hands.to("q9_01");
        hands.keys("/*");
        assertEquals(new KeyingNotice.Blanked(5), hands.model.notice());
        assertEquals(value("5"), hands.keyed("q9_03"));
        assertEquals(new Keyed.Marked(PaperMark.LEFT_BLANK), hands.keyed("q9_06"));
        assertEquals("income", hands.here());
    }

    @Test
    void repeatingOutsideAGridOrUpwardsIsWrong() {
        hands.to("q9_03");
        hands.wrong(() -> hands.keys("/+"));
        hands.to("q9_02");
        hands.keys("1");
        hands.wrong(() -> hands.keys("/1+"));
        hands.to("income");
        hands.wrong(() -> hands.keys("/+"));
    }

    @Test
    void plusAfterARepeatAddsAnInstanceAndDotTakesAnEmptyOneAway() {
        hands.to("member_age");
        hands.type("7");
        assertEquals("member", hands.here());
        hands.wrong(() -> hands.keys("."));
        hands.keys("+");
        hands.to("member");
        hands.keys(".");
        assertEquals(1, hands.model.rows().rows().stream().map(row -> row.path().name())
                .filter("member_age"::equals).count());
        hands.enter();
        assertEquals("q9_01", hands.here());
    }

    @Test
    void whatIsMissingIsListedAndItsKeyLeadsThere() {
        hands.to("comment");
        hands.type("");
        KeyingEnding.Found found = assertInstanceOf(KeyingEnding.Found.class, hands.model.end().ending());
        assertEquals("/data/profile/gender", found.findings().getFirst().path().text());
        hands.keys("2");
        assertEquals("age", hands.here());
        hands.model.firstOpen();
        assertEquals("gender", hands.here());
    }

    @Test
    void formWithBlanksIsCompletedAndSaysSo() {
        hands.beginOnce();
        hands.keyAll();
        hands.to("age");
        hands.model.mark(PaperMark.UNUSABLE);
        hands.to("age");
        hands.model.note("ghi 17");
        hands.to("q9_05");
        hands.keys("*");
        hands.to("comment");
        hands.enter();
        assertEquals(new KeyingEnding.Ready(), hands.model.end().ending());
        hands.keys("1");
        assertEquals(new KeyingEnding.Completed(), hands.model.end().ending());
        assertEquals(InterviewState.COMPLETED, hands.bench.store.interview(hands.work.id()).orElseThrow().state());
        assertEquals(InterviewMode.PAPER, hands.bench.records.getLast().mode());
        assertFalse(hands.bench.records.getLast().answers().containsKey(path("profile/age")));
        assertEquals(Optional.of(new PaperForm(PaperBench.SHEET,
                Map.of(path("profile/age"), PaperMark.UNUSABLE, path("s9/q9/q9_05"), PaperMark.LEFT_BLANK),
                Map.of(path("profile/age"), "ghi 17"), Optional.empty())), hands.bench.records.getLast().paper());
        hands.enter();
        assertEquals(1, hands.left);
    }

    @Test
    void aValueThatStandsIsNotWrittenAgain() {
        hands.keys("1-1-1");
        assertEquals(List.of("1"), hands.saved("profile/gender"));
    }

    @Test
    void strokesAreCountedForEachFieldOnce() {
        for (int key = 0; key < 4; key++) {
            hands.model.pressed();
        }
        hands.keys("1-2");
        hands.type("44");
        assertEquals(4, hands.model.strokes().keys());
        assertEquals(2, hands.model.strokes().fields());
        assertEquals(2.0, hands.model.strokes().perField());
    }

    @Test
    void languageChangesWithoutLosingThePlace() {
        KeyingHands sipas = new KeyingHands(new PaperBench(PaperBench.sipas(), new ImmediateBackground()));
        sipas.keys("1");
        sipas.to("education");
        String vietnamese = sipas.model.entry().orElseThrow().question().label();
        sipas.model.nextLanguage();
        assertEquals("education", sipas.here());
        assertEquals("Education", sipas.model.entry().orElseThrow().question().label());
        assertEquals("Trình độ học vấn", vietnamese);
    }
}
