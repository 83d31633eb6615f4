package vn.hoidan.client.app.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.client.app.store.SyncState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;

/// Syncs on request and by itself, one round at a time. Methods belong to the window's thread; rounds run on a lane of
/// their own, so nobody waits for the network.
public final class SyncDesk {
    /// Wait before a round by itself when something waits and the last round went well.
    public static final Duration SOON = Duration.ofSeconds(10);
    /// Wait before a round by itself when nothing waits.
    public static final Duration NOW_AND_THEN = Duration.ofMinutes(5);
    /// Longest wait after rounds that failed.
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 5;
    private static final System.Logger LOG = System.getLogger(SyncDesk.class.getName());
    private static final Set<ProblemKind> NOT_REACHED = EnumSet.of(ProblemKind.NO_NETWORK, ProblemKind.SERVER_UNKNOWN,
            ProblemKind.SERVER_NAME_UNKNOWN, ProblemKind.NOT_OUR_SERVER, ProblemKind.CONNECTION_CUT,
            ProblemKind.CERTIFICATE_MISMATCH);

    private final FieldStore store;
    private final SyncRound round;
    private final Runnable afterRound;
    private final Background lane;
    private final DeviceClock clock;
    private final DoubleSupplier jitter;
    private final List<Consumer<SyncStatus>> listeners = new ArrayList<>();
    private Consumer<Problem> onNotice = _ -> { };
    private Optional<Problem> lastNotice = Optional.empty();
    private volatile boolean stopped;
    private SyncStatus status;
    private Instant lastAttempt = Instant.MIN;
    private int failures;

    /// @param afterRound fetched at the end of each round on the round's lane, such as the supervisor's board
    /// @param jitter     a random number from 0 to 1 each time, so that laptops do not all come at once
    public SyncDesk(FieldStore store, SyncRound round, Runnable afterRound, Background lane, DeviceClock clock,
            DoubleSupplier jitter) {
        this.store = store;
        this.round = round;
        this.afterRound = afterRound;
        this.lane = lane;
        this.clock = clock;
        this.jitter = jitter;
        SyncState state = store.syncState();
        this.status = new SyncStatus(SyncStatus.Network.UNKNOWN, false, state.waiting(), state.lastSync(),
                Optional.empty(), Optional.empty(), UnsentFiles.NONE);
    }

    public SyncStatus status() {
        return status;
    }

    /// Told each change on the window's thread, and at once how it stands.
    public void listen(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        listener.accept(status);
    }

    public void forget(Consumer<SyncStatus> listener) {
        listeners.remove(listener);
    }

    /// What the person should know of a round that ended well goes there; what the round before told is not told again.
    public void notices(Consumer<Problem> to) {
        onNotice = to;
    }

    /// Counts again what waits, after something was completed.
    public void refresh() {
        if (stopped) {
            return;
        }
        lane.run(() -> new Standing(store.syncState(), round.files().unsent()), now -> tell(new SyncStatus(
                status.network(), status.running(), now.state().waiting(), now.state().lastSync(), status.problem(),
                status.progress(), now.files())), this::failedToRead);
    }

    /// As read on the lane.
    private record Standing(SyncState state, UnsentFiles files) {
    }

    /// @param notice what the person should know
    private record Ended(Standing standing, Optional<Problem> notice) {
    }

    private void failedToRead(Problem problem) {
        tell(new SyncStatus(status.network(), status.running(), status.waiting(), status.lastSync(),
                Optional.of(problem), status.progress(), status.files()));
    }

    /// Starts a round unless one is running. What is unused of a free quota is shared out anew.
    public void sync() {
        start(true);
    }

    private void start(boolean asked) {
        if (status.running() || stopped) {
            return;
        }
        lastAttempt = clock.now();
        tell(new SyncStatus(status.network(), true, status.waiting(), status.lastSync(), Optional.empty(),
                Optional.empty(), status.files()));
        lane.run(() -> {
            Optional<Problem> told = round.run(progress -> lane.tell(() -> tell(progress)), () -> stopped, asked);
            afterRound.run();
            UnsentFiles left = sendFiles();
            return new Ended(new Standing(store.syncState(), left), told);
        }, ended -> {
            failures = 0;
            Standing now = ended.standing();
            tell(new SyncStatus(SyncStatus.Network.REACHED, false, now.state().waiting(), now.state().lastSync(),
                    Optional.empty(), Optional.empty(), now.files()));
            ended.notice().filter(notice -> !Optional.of(notice).equals(lastNotice)).ifPresent(onNotice);
            lastNotice = ended.notice();
        }, problem -> {
            failures++;
            tell(new SyncStatus(NOT_REACHED.contains(problem.kind()) ? SyncStatus.Network.NOT_REACHED
                    : status.network(), false, status.waiting(), status.lastSync(), Optional.of(problem),
                    Optional.empty(), status.files()));
            refresh();
        });
    }

    private void tell(SyncProgress progress) {
        tell(new SyncStatus(SyncStatus.Network.REACHED, status.running(),
                Math.max(0, progress.toSend() - progress.sent()), status.lastSync(), Optional.empty(),
                Optional.of(progress), status.files()));
    }

    /// The records are sent already and must not look unsent because of a file: what goes wrong is logged, and told
    /// only if it does not mend by itself; the next round goes on where this one stopped.
    private UnsentFiles sendFiles() {
        try {
            round.files().run(left -> lane.tell(() -> tell(new SyncStatus(SyncStatus.Network.REACHED,
                    status.running(), status.waiting(), status.lastSync(), Optional.empty(), Optional.empty(),
                    left))), () -> stopped);
            return round.files().unsent();
        } catch (ProblemException later) {
            LOG.log(System.Logger.Level.WARNING, "files are not all sent", later);
            UnsentFiles left = round.files().unsent();
            return later.problem().kind() == ProblemKind.ATTACHMENT_NO_ROOM ? left.because(later.problem()) : left;
        }
    }

    /// Called now and then by the window: starts a round when it is time for one.
    public void tick() {
        if (!status.running() && !clock.now().isBefore(nextAttempt())) {
            start(false);
        }
    }

    private Instant nextAttempt() {
        if (lastAttempt.equals(Instant.MIN)) {
            return Instant.MIN;
        }
        Duration wait = status.waiting() > 0 || failures > 0
                ? SOON.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)) : NOW_AND_THEN;
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        long spread = (long) (bounded.toMillis() * jitter.getAsDouble() / 2);
        return lastAttempt.plus(bounded).plusMillis(spread);
    }

    /// The network may have changed: the next tick tries at once.
    public void networkChanged() {
        lastAttempt = Instant.MIN;
        failures = 0;
    }

    /// Ends the running round after its current request and starts no other.
    public void stop() {
        stopped = true;
    }

    private void tell(SyncStatus next) {
        status = next;
        List.copyOf(listeners).forEach(listener -> listener.accept(next));
    }
}
