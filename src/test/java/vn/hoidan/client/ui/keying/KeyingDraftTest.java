package vn.hoidan.client.ui.keying;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vn.hoidan.client.ui.keying.KeyingHands.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.work.PaperKeying;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.support.ImmediateBackground;

/// Paper forms that are left, cut off or cannot be written.
final class KeyingDraftTest {
    private final KeyingHands hands = new KeyingHands(new PaperBench(PaperBench.form(),
            new ImmediateBackground()));

    @Test
    void draftComesBackAtItsPlaceAndInItsMode() {
        hands.keys("1");
        hands.type("44");
        hands.reopen();
        assertEquals("born", hands.here());
        assertEquals(value("44"), hands.keyed("age"));
        assertEquals(InterviewMode.PAPER, hands.model.keying().interview().entry().mode());
    }

    @Test
    void pausedDraftComesBackWhereItWasLeft() {
        hands.keys("1");
        hands.to("kin");
        hands.model.pause();
        assertEquals(1, hands.left);
        hands.reopen();
        assertEquals("kin", hands.here());
    }

    @Test
    void secondKeyingThatWasCutOffGoesOnWhereItWas() {
        hands.keyAll();
        hands.keys("1");
        hands.keys("2");
        hands.type("45");
        hands.reopen();
        assertEquals(PaperKeying.Stage.SECOND, hands.model.keying().stage());
        assertEquals("born", hands.here());
        assertEquals(value("45"), hands.keyed("age"));
        assertEquals(List.of("44"), hands.saved("profile/age"));
    }

    @Test
    void rulingsThatWereCutOffGoOnWhereTheyWere() {
        hands.keyAll();
        hands.keys("1");
        hands.keyAllOtherwise();
        hands.keys("2");
        hands.reopen();
        assertEquals("channel", ((KeyingEnding.Ruling) hands.model.end().ending()).difference().path().name());
        assertEquals(value("2"), hands.keyed("gender"));
    }

    @Test
    void nobodyLeavesWhileTheDiskIsFull() {
        hands.bench.store.failWith(Problem.of(ProblemKind.DISK_FULL, "folder", "practice"));
        hands.keys("1");
        hands.model.pause();
        assertEquals(0, hands.left);
        assertInstanceOf(KeyingNotice.CannotLeave.class, hands.model.notice());
        hands.bench.store.recover();
        hands.model.tryAgain();
        hands.model.pause();
        assertEquals(1, hands.left);
        assertEquals(List.of("1"), hands.saved("profile/gender"));
    }
}
