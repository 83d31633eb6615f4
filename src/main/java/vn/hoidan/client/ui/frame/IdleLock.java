package vn.hoidan.client.ui.frame;

import java.util.function.BooleanSupplier;
import javafx.scene.input.InputEvent;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.machine.IdleWatch;

/// Locks the laptop when nobody has touched it for long.
final class IdleLock {
    private final DeviceClock clock;
    private final BooleanSupplier working;
    private final Runnable lock;
    private final IdleWatch watch;

    /// @param working true while somebody is in
    /// @param lock    may stay without effect when something typed cannot be saved; then it is tried again after the
    ///                same time
    IdleLock(DeviceClock clock, BooleanSupplier working, Runnable lock) {
        this.clock = clock;
        this.working = working;
        this.lock = lock;
        this.watch = new IdleWatch(IdleWatch.USUAL_LIMIT, clock.moment());
    }

    /// A second went by.
    void tick() {
        if (watch.over(clock.moment())) {
            lock();
        }
    }

    /// A key, the mouse or a finger. Time that nobody saw go by, such as in sleep, is looked at before it counts.
    void touched(InputEvent event) {
        if (!watch.touched(clock.moment()) && working.getAsBoolean()) {
            event.consume();
            lock();
        }
    }

    void restart() {
        watch.restart(clock.moment());
    }

    private void lock() {
        restart();
        if (working.getAsBoolean()) {
            lock.run();
        }
    }
}
