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
import vn.hoidan.client.app.work.PaperKeying;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.KeyingRuling;
import vn.hoidan.core.interview.PaperForm;
import vn.hoidan.core.interview.SecondKeyer;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.support.ImmediateBackground;

/// A form keyed twice, compared and ruled on, without a window, on the real engine.
final class SecondKeyingTest {
    private final KeyingHands hands = new KeyingHands(new PaperBench(PaperBench.form(),
            new ImmediateBackground()));

    @Test
    void firstFormOfAPersonIsKeyedTwiceWithTheFirstOutOfSight() {
        hands.keyAll();
        assertEquals(new KeyingEnding.WhoKeysAgain(), hands.model.end().ending());
        hands.wrong(() -> hands.keys("3"));
        hands.keys("2");
        assertEquals(PaperKeying.Stage.SECOND, hands.model.keying().stage());
        assertEquals(Optional.of(SecondKeyer.OTHER_PERSON), hands.model.keying().secondKeyer());
        assertEquals("gender", hands.here());
        assertTrue(hands.model.rows().rows().stream().filter(KeyingRow.Ask.class::isInstance)
                .noneMatch(row -> ((KeyingRow.Ask) row).isKeyed()));
    }

    @Test
    void equalKeyingsAreReadyAtOnce() {
        hands.keyAll();
        hands.keys("1");
        hands.keyAll();
        assertEquals(PaperKeying.Stage.RULING, hands.model.keying().stage());
        assertEquals(new KeyingEnding.Ready(), hands.model.end().ending());
        hands.keys("1");
        PaperForm paper = hands.bench.records.getLast().paper().orElseThrow();
        PaperForm.SecondKeying second = paper.secondKeying().orElseThrow();
        assertEquals(new PaperForm.SecondKeying(SecondKeyer.SAME_PERSON, 18, List.of(), Map.of()), second);
        assertEquals(0, hands.bench.field().paperForms().rates().differences());
        assertEquals(1, hands.bench.field().paperForms().rates().forms());
    }

    private void keyTwiceOtherwise() {
        hands.keyAll();
        hands.keys("1");
        hands.keyAllOtherwise();
    }

    @Test
    void eachDifferenceIsRuledOnByOneKeyBeforeItIsReady() {
        keyTwiceOtherwise();
        KeyingEnding.Ruling first = assertInstanceOf(KeyingEnding.Ruling.class, hands.model.end().ending());
        assertEquals("gender", first.difference().path().name());
        assertEquals(4, first.left());
        hands.wrong(() -> hands.keys("4"));
        hands.keys("2");
        assertEquals("channel", ((KeyingEnding.Ruling) hands.model.end().ending()).difference().path().name());
        hands.keys("2");
        assertEquals("channel_other", ((KeyingEnding.Ruling) hands.model.end().ending()).difference().path().name(),
                "asked now that the channel is ruled on");
        hands.keys("2");
        assertEquals("q9_04", ((KeyingEnding.Ruling) hands.model.end().ending()).difference().path().name());
        hands.keys("3");
        hands.wrong(() -> hands.keys("7"));
        hands.keys("5");
        hands.keys("1");
        assertEquals(new KeyingEnding.Ready(), hands.model.end().ending());
        hands.keys("1");
        Map<Path, String> answers = hands.bench.records.getLast().answers();
        assertEquals("2", answers.get(path("profile/gender")));
        assertEquals("1 3", answers.get(path("s2/channel")));
        assertEquals("Zalo", answers.get(path("s2/channel_other")));
        assertEquals("5", answers.get(path("s9/q9/q9_04")));
        assertFalse(answers.containsKey(path("comment")));
        assertEquals(Map.of(path("profile/gender"), KeyingRuling.SECOND, path("s2/channel"), KeyingRuling.SECOND,
                path("s2/channel_other"), KeyingRuling.SECOND, path("s9/q9/q9_04"), KeyingRuling.THIRD,
                path("comment"), KeyingRuling.FIRST),
                hands.bench.records.getLast().paper().orElseThrow().secondKeying().orElseThrow().rulings());
        assertEquals(5, hands.bench.field().paperForms().rates().differences());
        assertEquals(1, hands.bench.field().paperForms().rates().of(path("profile/gender")));
    }

    @Test
    void whatIsNoLongerAskedNeedsNoRuling() {
        keyTwiceOtherwise();
        hands.keys("11");
        assertEquals("q9_04", ((KeyingEnding.Ruling) hands.model.end().ending()).difference().path().name());
    }

    @Test
    void thirdValueThatTheFormRefusesIsNotTaken() {
        hands.keyAll();
        hands.keys("1");
        hands.keyAll("1", "45");
        hands.keys("3");
        hands.wrong(() -> hands.type("17"));
        assertEquals(new KeyingNotice.Refused(""), hands.model.notice());
        hands.type("18");
        assertEquals(new KeyingEnding.Ready(), hands.model.end().ending());
        assertEquals(value("18"), hands.keyed("age"));
    }

    @Test
    void disagreementIsKeptEvenWhenEveryRulingIsForTheFirst() {
        keyTwiceOtherwise();
        hands.keys("1111");
        assertEquals(new KeyingEnding.Ready(), hands.model.end().ending());
        Fact.Paper.Compared compared = hands.bench.facts(hands.work.id()).stream()
                .filter(Fact.Paper.Compared.class::isInstance).map(Fact.Paper.Compared.class::cast).findFirst()
                .orElseThrow();
        assertEquals(19, compared.fields());
        assertEquals(5, compared.differing().size());
        assertEquals("1", hands.saved("profile/gender").getLast());
    }
}
