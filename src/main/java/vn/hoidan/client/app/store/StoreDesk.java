package vn.hoidan.client.app.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.core.problem.Problem;

/// Has copies of the store made after each completed interview and every few minutes when something changed, and the
/// room on the disk looked at, on a lane of its own: a slow or missing stick holds up nothing else. Lives on the
/// window's thread.
public final class StoreDesk {
    /// Between copies while interviews are in work.
    public static final Duration BETWEEN_COPIES = Duration.ofMinutes(10);
    /// After the store was opened.
    public static final Duration FIRST_COPY = Duration.ofMinutes(1);
    /// After a copy that was not made.
    public static final Duration RETRY = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final StoreKeeper keeper;
    private final Background lane;
    private final DeviceClock clock;
    private final List<Consumer<StoreStatus>> listeners = new ArrayList<>();
    private StoreStatus status = new StoreStatus(Optional.empty(), false, Optional.empty(), Optional.empty());
    private Instant copyTried;
    private Instant looked = Instant.MIN;
    private boolean stopped;

    /// @param lane on which copies are made; work of other people of this laptop may wait there too
    public StoreDesk(StoreKeeper keeper, Background lane, DeviceClock clock) {
        this.keeper = keeper;
        this.lane = lane;
        this.clock = clock;
        this.copyTried = clock.now().minus(BETWEEN_COPIES).plus(FIRST_COPY);
    }

    public StoreStatus status() {
        return status;
    }

    /// Told each change on the window's thread, and at once how it stands.
    public void listen(Consumer<StoreStatus> listener) {
        listeners.add(listener);
        listener.accept(status);
    }

    public void forget(Consumer<StoreStatus> listener) {
        listeners.remove(listener);
    }

    /// A second went by.
    public void tick() {
        if (stopped || status.running()) {
            return;
        }
        Instant now = clock.now();
        // a clock that was turned back starts both waits anew
        looked = looked.isAfter(now) ? Instant.MIN : looked;
        copyTried = copyTried.isAfter(now) ? now : copyTried;
        if (due(now)) {
            backUp();
        } else if (looked.equals(Instant.MIN) || !now.isBefore(looked.plus(BETWEEN_LOOKS))) {
            looked = now;
            run(() -> { }, status.problem());
        }
    }

    private boolean due(Instant now) {
        Duration since = Duration.between(copyTried, now);
        if (status.problem().isPresent()) {
            return since.compareTo(RETRY) >= 0;
        }
        return switch (keeper.lacking()) {
            case NOTHING -> false;
            case SOMETHING -> since.compareTo(BETWEEN_COPIES) >= 0;
            case COMPLETED -> true;
        };
    }

    /// Makes a copy now.
    public void backUp() {
        if (!stopped && !status.running()) {
            Instant now = clock.now();
            copyTried = now;
            run(() -> keeper.backUp(now), Optional.empty());
        }
    }

    /// Puts copies into this folder from now on, and one at once.
    public void choose(Path folder) {
        if (!stopped && !status.running()) {
            Instant now = clock.now();
            copyTried = now;
            run(() -> {
                keeper.choose(folder);
                keeper.backUp(now);
            }, Optional.empty());
        }
    }

    /// Keeps copies beside the data only.
    public void chooseNone() {
        if (!stopped && !status.running()) {
            run(keeper::chooseNone, Optional.empty());
        }
    }

    /// Starts nothing more; what runs comes to its end.
    public void stop() {
        stopped = true;
    }

    /// @param before what is still to be told if nothing goes wrong
    private void run(Runnable work, Optional<Problem> before) {
        tell(new StoreStatus(status.place(), true, status.problem(), status.room()));
        lane.run(() -> {
            work.run();
            return looked(before);
        }, this::tell, problem -> {
            if (!stopped) {
                lane.run((Callable<StoreStatus>) () -> looked(Optional.of(problem)), this::tell, again ->
                        tell(new StoreStatus(status.place(), false, Optional.of(again), status.room())));
            }
        });
    }

    private StoreStatus looked(Optional<Problem> problem) {
        return new StoreStatus(Optional.of(keeper.place()), false, problem, Optional.of(keeper.keepReserve()));
    }

    private void tell(StoreStatus next) {
        status = next;
        List.copyOf(listeners).forEach(listener -> listener.accept(next));
    }
}
