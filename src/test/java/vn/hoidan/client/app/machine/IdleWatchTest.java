package vn.hoidan.client.app.machine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.support.Samples;

class IdleWatchTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Moment START = new Moment(Samples.MORNING, 1_000);

    private final IdleWatch watch = new IdleWatch(LIMIT, START);

    @Test
    void isOverAfterTheLimitAndNotBefore() {
        assertFalse(watch.over(at(299, 299)));
        assertTrue(watch.over(at(300, 300)));
    }

    @Test
    void beginsAnewWithEveryTouch() {
        assertTrue(watch.touched(at(299, 299)));
        assertTrue(watch.touched(at(598, 598)));
        assertFalse(watch.over(at(897, 897)));
        assertTrue(watch.over(at(898, 898)));
    }

    @Test
    void countsSleepThatOnlyTheWallClockSaw() {
        assertFalse(watch.over(at(60, 60)));
        assertFalse(watch.touched(at(3_660, 61)));
    }

    @Test
    void countsTimeThatOnlyTheMonotonicClockSawWhileTheWallClockWasTurnedBack() {
        assertFalse(watch.over(at(-86_400, 100)));
        assertFalse(watch.over(at(-86_400, 299)));
        assertTrue(watch.over(at(-86_400, 300)));
    }

    @Test
    void countsSleepAlsoAfterTheWallClockWasTurnedBack() {
        assertFalse(watch.over(at(-86_400, 1)));
        assertTrue(watch.over(at(-86_400 + 400, 2)));
    }

    @Test
    void isNotOverAfterItBeganAnew() {
        assertTrue(watch.over(at(400, 400)));
        watch.restart(at(400, 400));
        assertFalse(watch.over(at(699, 699)));
        assertTrue(watch.over(at(700, 700)));
    }

    private static Moment at(long wallSeconds, long monotonicSeconds) {
        return new Moment(START.wall().plusSeconds(wallSeconds),
                START.monotonicNanos() + Duration.ofSeconds(monotonicSeconds).toNanos());
    }
}
