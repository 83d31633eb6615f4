package vn.hoidan.client.app.work;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.quota.UnitPlan;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.quota.hand.Hand;

/// What of one interview is on its way to the disk, in its order, and the truth about it. Belongs to the window's
/// thread; the writing itself is done on the writer's lane.
final class FactQueue {
    private final FieldStore store;
    private final Background writer;
    private final DeviceClock clock;
    private final Deque<Step> unsaved = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private Consumer<SaveState> listener = state -> { };
    private SaveState saveState;
    private Instant savedAt;
    /// Files being read; what they hold is not saved yet.
    private int reading;
    private boolean writing;

    /// Something that becomes durable as a whole.
    ///
    /// @param unit what is done with the hand in the same transaction
    private record Step(List<Change> changes, Optional<UnitRequest> unit) {
    }

    /// Asks for what an interview needs of the hand, as the hand is when it is written.
    interface UnitRequest {
        /// @param own codes of units in this hand, which can only be read out
        UnitPlan plan(Hand hand, Set<UnitCode> own);

        /// It is on the disk.
        void carriedOut(UnitPlan plan);
    }

    private record Waiting(Runnable action, Consumer<Problem> onProblem) {
    }

    /// @param savedAt when the last that is on the disk was written
    FactQueue(FieldStore store, Background writer, DeviceClock clock, Instant savedAt) {
        this.store = store;
        this.writer = writer;
        this.clock = clock;
        this.savedAt = savedAt;
        this.saveState = new SaveState.Saved(savedAt);
    }

    SaveState saveState() {
        return saveState;
    }

    void listen(Consumer<SaveState> now) {
        listener = now;
        listener.accept(saveState);
    }

    /// Changes not known to be on the disk.
    List<Change> unsaved() {
        return unsaved.stream().flatMap(step -> step.changes().stream()).toList();
    }

    void add(List<Change> changes) {
        unsaved.add(new Step(changes, Optional.empty()));
        flush();
    }

    void add(List<Change> changes, UnitRequest unit) {
        unsaved.add(new Step(changes, Optional.of(unit)));
        flush();
    }

    /// Writes what could not be written, and what came since, all of it again in its order.
    void flush() {
        if (writing || unsaved.isEmpty()) {
            return;
        }
        List<Step> batch = List.copyOf(unsaved);
        writing = true;
        tell(new SaveState.Saving());
        writer.run(() -> write(batch), plans -> {
            writing = false;
            savedAt = clock.now();
            batch.forEach(_ -> unsaved.removeFirst());
            plans.forEach(UnitRequest::carriedOut);
            goOn();
        }, problem -> {
            writing = false;
            tell(new SaveState.Failed(problem));
            List<Waiting> inVain = List.copyOf(waiting);
            waiting.clear();
            inVain.forEach(each -> each.onProblem().accept(problem));
        });
    }

    private Map<UnitRequest, UnitPlan> write(List<Step> batch) {
        Map<UnitRequest, UnitPlan> plans = new LinkedHashMap<>();
        if (batch.stream().allMatch(step -> step.unit().isEmpty())) {
            store.apply(batch.stream().flatMap(step -> step.changes().stream()).toList());
            return plans;
        }
        Set<UnitCode> own = store.hand().units().keySet().stream().flatMap(lease -> store.codes(lease).stream())
                .collect(Collectors.toUnmodifiableSet());
        store.applyFromHand(before -> {
            plans.clear();
            List<Change> all = new ArrayList<>();
            Hand hand = before;
            for (Step step : batch) {
                all.addAll(step.changes());
                if (step.unit().isPresent()) {
                    UnitPlan plan = step.unit().get().plan(hand, own);
                    plans.put(step.unit().get(), plan);
                    hand = hand.after(plan.changes());
                    plan.changes().forEach(change -> all.add(new Change.HandChanged(change)));
                }
            }
            return all;
        });
        return plans;
    }

    void readingBegins() {
        reading++;
        tell(new SaveState.Saving());
    }

    void readingEnds() {
        reading--;
    }

    /// To be called after what was read was added.
    void settle() {
        if (!writing) {
            goOn();
        }
    }

    private void goOn() {
        if (!unsaved.isEmpty()) {
            flush();
        } else if (reading == 0) {
            tell(new SaveState.Saved(savedAt));
            List<Waiting> now = List.copyOf(waiting);
            waiting.clear();
            now.forEach(each -> each.action().run());
        }
    }

    private void tell(SaveState state) {
        saveState = state;
        listener.accept(state);
    }

    /// Acts once everything is on the disk; when it cannot be written, says so instead and tries once more.
    void afterSaving(Runnable action, Consumer<Problem> onProblem) {
        if (unsaved.isEmpty() && reading == 0) {
            action.run();
        } else if (saveState instanceof SaveState.Failed failed) {
            onProblem.accept(failed.problem());
            flush();
        } else {
            waiting.add(new Waiting(action, onProblem));
        }
    }
}
