package vn.hoidan.client.ui.frame;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.PracticeContext;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DiskRoom;
import vn.hoidan.client.app.store.StoreStatus;
import vn.hoidan.client.app.sync.SyncStatus;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.SupervisorWork;
import vn.hoidan.client.app.work.Work;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.survey.Survey;

/// What stands around every screen: who works, on which survey, how sync is, whether this is practice.
public final class FrameModel {
    /// Told only to somebody who asked for a sync: in a village they are the rule.
    private static final Set<ProblemKind> USUAL = Set.of(ProblemKind.NO_NETWORK, ProblemKind.SERVER_UNKNOWN,
            ProblemKind.SERVER_NAME_UNKNOWN, ProblemKind.CONNECTION_CUT);

    private static final StoreStatus UNSEEN =
            new StoreStatus(Optional.empty(), false, Optional.empty(), Optional.empty());

    private final Background lane;
    private final PracticeContext practice;
    private final Consumer<Problem> onProblem;
    private final Runnable onSynced;
    private final Consumer<SyncStatus> listener = this::hear;
    private final Consumer<StoreStatus> copyListener = this::hear;
    private final ReadOnlyObjectWrapper<Optional<Workplace>> workplace =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SyncStatus>> status = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Survey>> survey = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper networkOn = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<StoreStatus> copies = new ReadOnlyObjectWrapper<>(UNSEEN);
    private boolean asked;

    /// @param lane      on which stores are read
    /// @param practice  empty outside practice
    /// @param onProblem told what a person should read now
    /// @param onSynced  told when a round of sync ended well
    public FrameModel(Background lane, Optional<PracticeContext> practice, Consumer<Problem> onProblem,
            Runnable onSynced) {
        this.lane = lane;
        this.practice = practice.orElse(null);
        this.onProblem = onProblem;
        this.onSynced = onSynced;
        practice.ifPresent(context -> networkOn.set(context.network().isOn()));
    }

    /// Who works now; empty while locked.
    public ReadOnlyObjectProperty<Optional<Workplace>> workplace() {
        return workplace.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<SyncStatus>> status() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Survey>> survey() {
        return survey.getReadOnlyProperty();
    }

    public boolean isPractice() {
        return practice != null;
    }

    /// The practice switch.
    public ReadOnlyBooleanProperty networkOn() {
        return networkOn.getReadOnlyProperty();
    }

    public void entered(Workplace entered) {
        workplace.set(Optional.of(entered));
        readSurvey();
        entered.sync().listen(listener);
        entered.sync().notices(onProblem);
        entered.copies().listen(copyListener);
    }

    /// Nobody works any more; the workplace is closed by whoever calls.
    public void left() {
        workplace.get().ifPresent(old -> {
            old.sync().forget(listener);
            old.sync().stop();
            old.copies().forget(copyListener);
            old.copies().stop();
        });
        copies.set(UNSEEN);
        workplace.set(Optional.empty());
        survey.set(Optional.empty());
        status.set(Optional.empty());
    }

    /// Copies of the store and its disk.
    public ReadOnlyObjectProperty<StoreStatus> copies() {
        return copies.getReadOnlyProperty();
    }

    /// A copy that was not made and a disk that runs full are told once each, not every time they are met again.
    private void hear(StoreStatus now) {
        StoreStatus before = copies.get();
        copies.set(now);
        now.problem().filter(problem -> !before.problem().equals(now.problem())).ifPresent(onProblem);
        now.room().flatMap(DiskRoom::problem)
                .filter(problem -> !before.room().flatMap(DiskRoom::problem).map(Problem::kind)
                        .equals(Optional.of(problem.kind()))).ifPresent(onProblem);
    }

    private void hear(SyncStatus now) {
        boolean ended = status.get().map(SyncStatus::running).orElse(false) && !now.running();
        status.set(Optional.of(now));
        if (ended) {
            now.problem().filter(problem -> asked || !USUAL.contains(problem.kind())).ifPresent(onProblem);
            now.files().problem().filter(_ -> asked).ifPresent(onProblem);
            asked = false;
            if (now.problem().isEmpty()) {
                readSurvey();
                onSynced.run();
            }
        }
    }

    private void readSurvey() {
        workplace.get().map(Workplace::work).ifPresent(work -> lane.run(() -> read(work), survey::set, onProblem));
    }

    private static Optional<Survey> read(Work work) {
        return switch (work) {
            case FieldWork field -> {
                Optional<Survey> known = field.home().survey();
                field.warmUp();
                yield known;
            }
            case SupervisorWork supervisor -> supervisor.survey();
        };
    }

    /// Somebody asked for a sync.
    public void sync() {
        workplace.get().ifPresent(now -> {
            asked = true;
            now.sync().sync();
        });
    }

    /// Something may have been recorded: what waits is counted again.
    void recorded() {
        workplace.get().ifPresent(now -> now.sync().refresh());
    }

    /// A second went by.
    public void tick() {
        workplace.get().ifPresent(now -> {
            now.sync().tick();
            now.copies().tick();
        });
    }

    /// Cuts or restores the practice network.
    public void switchNetwork() {
        if (practice != null) {
            practice.network().turn(!practice.network().isOn());
            networkOn.set(practice.network().isOn());
            workplace.get().ifPresent(now -> now.sync().networkChanged());
        }
    }

    /// Removes all practice data; off the window's thread, when everything is closed.
    public void throwAway() {
        if (practice != null) {
            practice.throwAway().run();
        }
    }
}
