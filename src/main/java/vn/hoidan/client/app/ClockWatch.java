package vn.hoidan.client.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.core.interview.Moment;
import vn.hoidan.core.interview.Timeline;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

/// Notices that the laptop's wall clock was moved: by the forward-only clock while the program runs, and by what is
/// known to be past when somebody comes back. It only says so; what happened stands in the facts of each interview.
/// Belongs to the window's thread.
public final class ClockWatch {
    private static final String MINUTES = "minutes";

    private final DeviceClock clock;
    private Moment before;

    public ClockWatch(DeviceClock clock) {
        this.clock = clock;
        this.before = clock.moment();
    }

    /// What happened since the last look; told once.
    public Optional<Problem> look() {
        Moment now = clock.moment();
        Optional<Duration> moved = Timeline.jump(before, now, true);
        before = now;
        return moved.map(by -> Problem.of(by.isNegative() ? ProblemKind.CLOCK_TURNED_BACK
                : ProblemKind.CLOCK_TURNED_AHEAD, MINUTES, minutes(by)));
    }

    /// Whether the clock stands before something that has happened.
    ///
    /// @param past latest time that is known, see {@link Workplace#latestKnown}
    public Optional<Problem> behind(Instant past) {
        return Timeline.jump(new Moment(past, 0), new Moment(clock.now(), 0), false)
                .map(by -> Problem.of(ProblemKind.CLOCK_BEHIND, MINUTES, minutes(by)));
    }

    private static String minutes(Duration by) {
        return String.valueOf(by.abs().toMinutes());
    }
}
