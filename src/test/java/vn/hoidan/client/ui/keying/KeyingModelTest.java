package vn.hoidan.client.ui.keying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.InterviewWork;
import vn.hoidan.client.app.PaperKeying;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.KeyingRuling;
import vn.hoidan.core.interview.PaperForm;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.core.interview.SecondKeyer;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.support.ImmediateBackground;

/// Paper forms keyed key by key, without a window, on the real engine.
final class KeyingModelTest {
    private final PaperBench bench = new PaperBench(PaperBench.form(), new ImmediateBackground());
    private InterviewWork work = bench.begin(1);
    private KeyingModel model = opened(work);
    private int left;

    private KeyingModel opened(InterviewWork interview) {
        KeyingModel opened = new KeyingModel(interview.keying(), bench, () -> left++);
        opened.open();
        return opened;
    }

    /// Another form of the same person, which is keyed once.
    private void once() {
        bench.unchosen();
        work = bench.begin(2);
        model = opened(work);
    }

    private static Path path(String text) {
        return new Path("/data/" + text);
    }

    private String here() {
        return model.atEnd() ? "end" : model.rows().at(model.place()).path().name();
    }

    private void keys(String keys) {
        keys.chars().forEach(key -> model.key((char) key));
    }

    private void type(String text) {
        model.enter(text);
    }

    private Keyed keyed(String name) {
        return model.rows().rows().stream().filter(row -> row.path().name().equals(name))
                .map(row -> ((KeyingRow.Ask) row).keyed()).findFirst().orElseThrow();
    }

    private static Keyed value(String lexical) {
        return new Keyed.Value(lexical);
    }

    /// Goes to a question by the arrows.
    private void to(String name) {
        int place = model.rows().rows().stream().map(row -> row.path().name()).toList().indexOf(name);
        while (model.place() < place) {
            model.next();
        }
        while (model.place() > place) {
            model.back();
        }
    }

    private void wrong(Runnable act) {
        int before = model.wrongs().get();
        String place = here();
        act.run();
        assertEquals(before + 1, model.wrongs().get(), "a beep");
        assertEquals(place, here(), "stays");
    }

    /// Keys the whole form as far as its end.
    private void keyAll() {
        keys("1");
        type("44");
        type("");
        keys("c2");
        type("x07");
        model.enter("");
        keys("12");
        model.enter("");
        model.enter("");
        type("7");
        model.enter("");
        keys("443322");
        type("");
        type("");
        assertEquals("end", here());
    }

    @Test
    void oneKeyAnswersASelectAndMovesOn() {
        assertEquals("gender", here());
        keys("2");
        assertEquals("age", here());
        assertEquals(value("2"), keyed("gender"));
        assertEquals(List.of("2"), bench.saved(work.id(), path("profile/gender")));
    }

    @Test
    void wrongCodeBeepsAndStays() {
        wrong(() -> keys("3"));
        wrong(() -> keys("x"));
        assertEquals(new Keyed.Nothing(), keyed("gender"));
    }

    @Test
    void lettersStandForTheTenthChoiceAndOn() {
        to("kin");
        keys("c");
        assertEquals(value("khac"), keyed("kin"));
        to("kin");
        wrong(() -> keys("d"));
    }

    @Test
    void secondDigitIsAskedForOnlyWhereOneWouldNotTell() {
        to("place");
        keys("2");
        assertEquals(value("2"), keyed("place"));
        to("place");
        keys("1");
        assertEquals("place", here());
        keys("0");
        assertEquals(value("10"), keyed("place"));
        to("place");
        keys("1");
        model.enter("");
        assertEquals(value("1"), keyed("place"));
        to("place");
        keys("9");
        wrong(() -> keys("7"));
        wrong(() -> {
            keys("9");
            model.enter("");
        });
        keys("98");
        assertEquals(value("98"), keyed("place"));
    }

    @Test
    void longListsAreFoundByCodeOrByWordsThatLeaveOne() {
        to("commune");
        wrong(() -> type("tan"));
        type("tan linh");
        assertEquals(value("x07"), keyed("commune"));
        to("commune");
        type("x12");
        assertEquals(value("x12"), keyed("commune"));
    }

    @Test
    void valueOutOfRangeIsToldInTheFormsWordsAtOnce() {
        to("age");
        wrong(() -> type("17"));
        assertEquals(new KeyingNotice.Refused("Tuổi từ 18 đến 110."), model.notice());
        type("18");
        assertEquals(value("18"), keyed("age"));
    }

    @Test
    void numbersAndDatesAreTypedAsOnPaper() {
        to("born");
        wrong(() -> type("32/1/1980"));
        type("02111980");
        assertEquals(value("1980-11-02"), keyed("born"));
        to("income");
        type("3,5-");
        assertEquals(value("-3.5"), keyed("income"));
    }

    @Test
    void severalAreTickedByDigitsAndEndedByEnter() {
        to("channel");
        keys("31");
        assertEquals(List.of("3", "1"), model.entry().orElseThrow().chosen());
        assertEquals(List.of(), bench.saved(work.id(), path("s2/channel")), "kept as a whole");
        model.enter("");
        assertEquals(List.of("1 3"), bench.saved(work.id(), path("s2/channel")));
        assertEquals("channel_other", here(), "the form asks it now");
        model.back();
        keys("3");
        model.enter("");
        assertEquals(value("1"), keyed("channel"));
        assertEquals("order", here());
    }

    @Test
    void tickedAreKeptWhenOneGoesElsewhereWithoutEnter() {
        to("channel");
        keys("2");
        assertTrue(model.give(""));
        assertEquals(List.of("2"), bench.saved(work.id(), path("s2/channel")));
    }

    @Test
    void rankingEndsByItselfWhenItIsWhole() {
        to("order");
        keys("3");
        wrong(() -> model.enter(""));
        keys("12");
        assertEquals(value("3 1 2"), keyed("order"));
        assertEquals("member_age", here());
    }

    @Test
    void enterNeedsAValueWhereTheFormDoes() {
        wrong(() -> model.enter(""));
        keys("1");
        wrong(() -> type(""));
        type("30");
        assertEquals("born", here());
        type("");
        assertEquals("kin", here());
    }

    @Test
    void starSaysThatThePaperIsBlankAndAnAnswerTakesItBack() {
        keys("*");
        assertEquals("age", here());
        assertEquals(new Keyed.Marked(PaperMark.LEFT_BLANK), keyed("gender"));
        model.mark(PaperMark.UNUSABLE);
        assertEquals(new Keyed.Marked(PaperMark.UNUSABLE), keyed("age"));
        to("gender");
        keys("1");
        assertEquals(value("1"), keyed("gender"));
        to("gender");
        keys("*");
        assertEquals(new Keyed.Marked(PaperMark.LEFT_BLANK), keyed("gender"), "instead of the answer");
    }

    @Test
    void dotEmptiesAndStays() {
        keys("1");
        to("gender");
        keys(".");
        assertEquals(new Keyed.Nothing(), keyed("gender"));
        assertEquals("gender", here());
        keys("*");
        to("gender");
        keys(".");
        assertEquals(new Keyed.Nothing(), keyed("gender"));
    }

    @Test
    void minusGoesBackAndEnterGoesOnOverWhatIsKeyed() {
        keys("1");
        keys("-");
        assertEquals("gender", here());
        model.enter("");
        assertEquals("age", here());
        assertEquals(List.of("1"), bench.saved(work.id(), path("profile/gender")));
    }

    @Test
    void plusRepeatsTheRowAbove() {
        to("q9_01");
        keys("4+");
        assertEquals(value("4"), keyed("q9_02"));
        keys("*+");
        assertEquals(new Keyed.Marked(PaperMark.LEFT_BLANK), keyed("q9_04"));
        assertEquals("q9_05", here());
    }

    @Test
    void plusRepeatsTheSameQuestionOfTheFormBeforeWhereNoRowIsAbove() {
        wrong(() -> keys("+"));
        to("comment");
        type("Đường xấu");
        once();
        to("comment");
        keys("+");
        assertEquals(value("Đường xấu"), keyed("comment"));
    }

    @Test
    void slashGoesToARowByItsNumber() {
        keys("/3");
        model.enter("");
        assertEquals("born", here());
        keys("/9.5");
        model.enter("");
        assertEquals("q9_05", here());
        keys("/2");
        model.enter("");
        assertEquals("q9_02", here());
        wrong(() -> {
            keys("/77");
            model.enter("");
        });
        keys("/12-");
        assertEquals(Optional.of("1"), model.jump());
        assertTrue(model.cancelJump());
        assertFalse(model.cancelJump());
    }

    @Test
    void slashWithPlusRepeatsToARowAndWithoutANumberToTheEndOfTheGrid() {
        to("q9_01");
        keys("4/3+");
        assertEquals(new KeyingNotice.Repeated(2), model.notice());
        assertEquals("q9_04", here());
        keys("2/+");
        assertEquals(new KeyingNotice.Repeated(2), model.notice());
        assertEquals("income", here());
        assertEquals(List.of("4", "4", "4", "2", "2", "2"), List.of("q9_01", "q9_02", "q9_03", "q9_04", "q9_05",
                "q9_06").stream().map(name -> ((Keyed.Value) keyed(name)).lexical()).toList());
    }

    @Test
    void slashWithStarLeavesTheGroupBlankExceptWhatIsKeyed() {
        to("q9_03");
        keys("5");
        to("q9_01");
        keys("/*");
        assertEquals(new KeyingNotice.Blanked(5), model.notice());
        assertEquals(value("5"), keyed("q9_03"));
        assertEquals(new Keyed.Marked(PaperMark.LEFT_BLANK), keyed("q9_06"));
        assertEquals("income", here());
    }

    @Test
    void repeatingOutsideAGridOrUpwardsIsWrong() {
        to("q9_03");
        wrong(() -> keys("/+"));
        to("q9_02");
        keys("1");
        wrong(() -> keys("/1+"));
        to("income");
        wrong(() -> keys("/+"));
    }

    @Test
    void plusAfterARepeatAddsAnInstanceAndDotTakesAnEmptyOneAway() {
        to("member_age");
        type("7");
        assertEquals("member", here());
        wrong(() -> keys("."));
        keys("+");
        to("member");
        keys(".");
        assertEquals(1, model.rows().rows().stream().filter(row -> row.path().name().equals("member_age")).count());
        model.enter("");
        assertEquals("q9_01", here());
    }

    @Test
    void whatIsMissingIsListedAndItsKeyLeadsThere() {
        to("comment");
        type("");
        KeyingEnding.Found found = assertInstanceOf(KeyingEnding.Found.class, model.end().ending());
        assertEquals("/data/profile/gender", found.findings().getFirst().path().text());
        keys("2");
        assertEquals("age", here());
        model.firstOpen();
        assertEquals("gender", here());
    }

    @Test
    void formWithBlanksIsCompletedAndSaysSo() {
        once();
        keyAll();
        to("age");
        model.mark(PaperMark.UNUSABLE);
        to("age");
        model.note("ghi 17");
        to("q9_05");
        keys("*");
        to("comment");
        model.enter("");
        assertEquals(new KeyingEnding.Ready(), model.end().ending());
        keys("1");
        assertEquals(new KeyingEnding.Completed(), model.end().ending());
        assertEquals(InterviewState.COMPLETED, bench.store.interview(work.id()).orElseThrow().state());
        assertEquals(InterviewMode.PAPER, bench.records.getLast().mode());
        assertFalse(bench.records.getLast().answers().containsKey(path("profile/age")));
        assertEquals(Optional.of(new PaperForm(PaperBench.SHEET,
                Map.of(path("profile/age"), PaperMark.UNUSABLE, path("s9/q9/q9_05"), PaperMark.LEFT_BLANK),
                Map.of(path("profile/age"), "ghi 17"), Optional.empty())), bench.records.getLast().paper());
        model.enter("");
        assertEquals(1, left);
    }

    @Test
    void aValueThatStandsIsNotWrittenAgain() {
        keys("1-1-1");
        assertEquals(List.of("1"), bench.saved(work.id(), path("profile/gender")));
    }

    // ---- the second keying

    @Test
    void firstFormOfAPersonIsKeyedTwiceWithTheFirstOutOfSight() {
        keyAll();
        assertEquals(new KeyingEnding.WhoKeysAgain(), model.end().ending());
        wrong(() -> keys("3"));
        keys("2");
        assertEquals(PaperKeying.Stage.SECOND, model.keying().stage());
        assertEquals(Optional.of(SecondKeyer.OTHER_PERSON), model.keying().secondKeyer());
        assertEquals("gender", here());
        assertTrue(model.rows().rows().stream().filter(KeyingRow.Ask.class::isInstance)
                .noneMatch(row -> ((KeyingRow.Ask) row).isKeyed()));
    }

    @Test
    void equalKeyingsAreReadyAtOnce() {
        keyAll();
        keys("1");
        keyAll();
        assertEquals(PaperKeying.Stage.RULING, model.keying().stage());
        assertEquals(new KeyingEnding.Ready(), model.end().ending());
        keys("1");
        PaperForm.SecondKeying second = bench.records.getLast().paper().orElseThrow().secondKeying().orElseThrow();
        assertEquals(new PaperForm.SecondKeying(SecondKeyer.SAME_PERSON, 18, List.of(), Map.of()), second);
        assertEquals(0, bench.field().paperForms().rates().differences());
        assertEquals(1, bench.field().paperForms().rates().forms());
    }

    private void keyTwiceOtherwise() {
        keyAll();
        keys("1");
        keyAllBut();
    }

    /// As {@link #keyAll}, but gender, channels, a level and a comment are otherwise.
    private void keyAllBut() {
        keys("2");
        type("44");
        type("");
        keys("c2");
        type("x07");
        model.enter("");
        keys("13");
        model.enter("");
        type("Zalo");
        model.enter("");
        type("7");
        model.enter("");
        keys("443*22");
        type("");
        type("Đường xấu");
    }

    @Test
    void eachDifferenceIsRuledOnByOneKeyBeforeItIsReady() {
        keyTwiceOtherwise();
        KeyingEnding.Ruling first = assertInstanceOf(KeyingEnding.Ruling.class, model.end().ending());
        assertEquals("gender", first.difference().path().name());
        assertEquals(4, first.left());
        wrong(() -> keys("4"));
        keys("2");
        assertEquals("channel", ((KeyingEnding.Ruling) model.end().ending()).difference().path().name());
        keys("2");
        assertEquals("channel_other", ((KeyingEnding.Ruling) model.end().ending()).difference().path().name(),
                "asked now that the channel is ruled on");
        keys("2");
        assertEquals("q9_04", ((KeyingEnding.Ruling) model.end().ending()).difference().path().name());
        keys("3");
        wrong(() -> keys("7"));
        keys("5");
        keys("1");
        assertEquals(new KeyingEnding.Ready(), model.end().ending());
        keys("1");
        Map<Path, String> answers = bench.records.getLast().answers();
        assertEquals("2", answers.get(path("profile/gender")));
        assertEquals("1 3", answers.get(path("s2/channel")));
        assertEquals("Zalo", answers.get(path("s2/channel_other")));
        assertEquals("5", answers.get(path("s9/q9/q9_04")));
        assertFalse(answers.containsKey(path("comment")));
        assertEquals(Map.of(path("profile/gender"), KeyingRuling.SECOND, path("s2/channel"), KeyingRuling.SECOND,
                path("s2/channel_other"), KeyingRuling.SECOND, path("s9/q9/q9_04"), KeyingRuling.THIRD,
                path("comment"), KeyingRuling.FIRST),
                bench.records.getLast().paper().orElseThrow().secondKeying().orElseThrow().rulings());
        assertEquals(5, bench.field().paperForms().rates().differences());
        assertEquals(1, bench.field().paperForms().rates().of(path("profile/gender")));
    }

    @Test
    void whatIsNoLongerAskedNeedsNoRuling() {
        keyTwiceOtherwise();
        keys("11");
        assertEquals("q9_04", ((KeyingEnding.Ruling) model.end().ending()).difference().path().name());
    }

    @Test
    void thirdValueThatTheFormRefusesIsNotTaken() {
        keyAll();
        keys("1");
        keys("1");
        type("45");
        type("");
        keys("c2");
        type("x07");
        model.enter("");
        keys("12");
        model.enter("");
        model.enter("");
        type("7");
        model.enter("");
        keys("443322");
        type("");
        type("");
        keys("3");
        wrong(() -> type("17"));
        assertEquals(new KeyingNotice.Refused(""), model.notice());
        type("18");
        assertEquals(new KeyingEnding.Ready(), model.end().ending());
        assertEquals(value("18"), keyed("age"));
    }

    @Test
    void disagreementIsKeptEvenWhenEveryRulingIsForTheFirst() {
        keyTwiceOtherwise();
        keys("1111");
        assertEquals(new KeyingEnding.Ready(), model.end().ending());
        Fact.Paper.Compared compared = bench.facts(work.id()).stream()
                .filter(Fact.Paper.Compared.class::isInstance).map(Fact.Paper.Compared.class::cast).findFirst()
                .orElseThrow();
        assertEquals(19, compared.fields());
        assertEquals(5, compared.differing().size());
        assertEquals("1", bench.saved(work.id(), path("profile/gender")).getLast());
    }

    // ---- crash, pause, faults

    @Test
    void draftComesBackAtItsPlaceAndInItsMode() {
        keys("1");
        type("44");
        model = opened(bench.open(work.id()));
        assertEquals("born", here());
        assertEquals(value("44"), keyed("age"));
        assertEquals(InterviewMode.PAPER, model.keying().interview().entry().mode());
    }

    @Test
    void pausedDraftComesBackWhereItWasLeft() {
        keys("1");
        to("kin");
        model.pause();
        assertEquals(1, left);
        model = opened(bench.open(work.id()));
        assertEquals("kin", here());
    }

    @Test
    void secondKeyingThatWasCutOffGoesOnWhereItWas() {
        keyAll();
        keys("1");
        keys("2");
        type("45");
        model = opened(bench.open(work.id()));
        assertEquals(PaperKeying.Stage.SECOND, model.keying().stage());
        assertEquals("born", here());
        assertEquals(value("45"), keyed("age"));
        assertEquals(List.of("44"), bench.saved(work.id(), path("profile/age")));
    }

    @Test
    void rulingsThatWereCutOffGoOnWhereTheyWere() {
        keyTwiceOtherwise();
        keys("2");
        model = opened(bench.open(work.id()));
        assertEquals("channel", ((KeyingEnding.Ruling) model.end().ending()).difference().path().name());
        assertEquals(value("2"), keyed("gender"));
    }

    @Test
    void nobodyLeavesWhileTheDiskIsFull() {
        bench.store.failWith(Problem.of(ProblemKind.DISK_FULL, "folder", "practice"));
        keys("1");
        model.pause();
        assertEquals(0, left);
        assertInstanceOf(KeyingNotice.CannotLeave.class, model.notice());
        bench.store.recover();
        model.tryAgain();
        model.pause();
        assertEquals(1, left);
        assertEquals(List.of("1"), bench.saved(work.id(), path("profile/gender")));
    }

    @Test
    void strokesAreCountedForEachFieldOnce() {
        for (int key = 0; key < 4; key++) {
            model.pressed();
        }
        keys("1-2");
        type("44");
        assertEquals(4, model.strokes().keys());
        assertEquals(2, model.strokes().fields());
        assertEquals(2.0, model.strokes().perField());
    }

    @Test
    void languageChangesWithoutLosingThePlace() {
        PaperBench sipas = new PaperBench(PaperBench.sipas(), new ImmediateBackground());
        model = new KeyingModel(sipas.begin(1).keying(), sipas, () -> left++);
        model.open();
        keys("1");
        to("education");
        String vietnamese = model.entry().orElseThrow().question().label();
        model.nextLanguage();
        assertEquals("education", here());
        assertEquals("Education", model.entry().orElseThrow().question().label());
        assertEquals("Trình độ học vấn", vietnamese);
    }
}
