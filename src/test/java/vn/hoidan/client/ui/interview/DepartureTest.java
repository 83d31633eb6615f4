package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.support.ImmediateBackground;

/// Locking or closing the window while an interview is held: nothing typed is lost.
final class DepartureTest {
    private final SlowLane lane = new SlowLane();
    private final InterviewBench slow = new InterviewBench(new SmallForm(), lane);
    private int left;
    private int settled;

    /// A writer's lane that writes when it is told to.
    private static final class SlowLane implements Background {
        private final Background lane = new ImmediateBackground();
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        void writeAll() {
            while (!waiting.isEmpty()) {
                waiting.removeFirst().run();
            }
        }

        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
            waiting.add(() -> lane.run(work, onDone, onProblem));
        }

        @Override
        public void tell(Runnable message) {
            message.run();
        }
    }

    private InterviewViewModel open(InterviewBench bench) {
        return new InterviewViewModel(bench.open(), () -> left++);
    }

    private static void answerAll(InterviewViewModel model) {
        for (String single : List.of("gender", "ethnicity", "channel")) {
            model.goTo(SmallForm.path("profile/" + single));
            model.digit(0);
        }
        model.goTo(SmallForm.path("s9/q9_a/q9_01"));
        for (int row = 0; row < 11; row++) {
            if (row == 2) {
                model.next();
            }
            model.digit(row % 5);
        }
    }

    @Test
    void settlesOnlyOnceEverythingIsOnTheDiskAndKeepsThePlace() {
        InterviewBench bench = new InterviewBench();
        InterviewViewModel model = open(bench);
        model.goTo(SmallForm.path("s9/q9_c/q9_03"));
        bench.store.diskFull(true);
        model.digit(3);
        model.settle(() -> settled++);
        assertEquals(0, settled, "must stay while an answer is only in memory");
        assertEquals(ProblemKind.DISK_FULL, assertInstanceOf(Notice.CannotLeave.class, model.notice().get())
                .problem().kind());
        bench.store.diskFull(false);
        model.tryAgain();
        assertEquals(0, settled, "who was refused asks again");
        model.settle(() -> settled++);
        assertEquals(1, settled);
        assertEquals(List.of("4"), bench.saved(SmallForm.path("s9/q9_c/q9_03")));
        model.digit(4);
        assertEquals(List.of(), bench.saved(SmallForm.path("s9/q9_c/q9_04")), "nothing changes after that");
        model = open(bench);
        assertEquals(1, model.row().get());
        assertEquals(0, left);
    }

    @Test
    void settlingWaitsForTheWriterAndTakesOverFromAPause() {
        InterviewViewModel model = open(slow);
        model.digit(1);
        model.pause();
        model.settle(() -> settled++);
        assertEquals(0, settled);
        lane.writeAll();
        assertEquals(1, settled);
        assertEquals(0, left, "the window is locked, the screen does not go back");
        assertEquals(List.of("2"), slow.saved(SmallForm.path("profile/gender")));
    }

    @Test
    void settlingWaitsForACompletionUnderWay() {
        InterviewViewModel model = open(slow);
        answerAll(model);
        model.toEnd();
        lane.writeAll();
        model.complete();
        model.settle(() -> settled++);
        assertEquals(0, settled);
        lane.writeAll();
        assertEquals(1, settled);
        assertEquals(InterviewState.COMPLETED, slow.store.state());
    }

    @Test
    void settlingIsRefusedWhenACompletionUnderWayFails() {
        InterviewViewModel model = open(slow);
        answerAll(model);
        model.toEnd();
        lane.writeAll();
        slow.store.diskFull(true);
        model.complete();
        model.settle(() -> settled++);
        lane.writeAll();
        assertEquals(0, settled);
        assertInstanceOf(Notice.CannotLeave.class, model.notice().get());
        slow.store.diskFull(false);
        model.settle(() -> settled++);
        lane.writeAll();
        assertEquals(1, settled);
        assertEquals(InterviewState.IN_WORK, slow.store.state());
    }
}
