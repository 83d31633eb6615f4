package vn.hoidan.client.app;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import vn.hoidan.core.problem.Problem;

/// What of one interview is on its way to the disk, in its order, and the truth about it. Belongs to the window's
/// thread; the writing itself is done on the writer's lane.
final class FactQueue {
    private final FieldStore store;
    private final Background writer;
    private final DeviceClock clock;
    private final Deque<Change> unsaved = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private Consumer<SaveState> listener = state -> { };
    private SaveState saveState;
    private Instant savedAt;
    /// Files being read; what they hold is not saved yet.
    private int reading;
    private boolean writing;

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
        return List.copyOf(unsaved);
    }

    void add(List<Change> changes) {
        unsaved.addAll(changes);
        flush();
    }

    /// Writes what could not be written, and what came since, all of it again in its order.
    void flush() {
        if (writing || unsaved.isEmpty()) {
            return;
        }
        List<Change> batch = List.copyOf(unsaved);
        writing = true;
        tell(new SaveState.Saving());
        writer.run(() -> {
            store.apply(batch);
            return clock.now();
        }, now -> {
            writing = false;
            savedAt = now;
            for (int index = 0; index < batch.size(); index++) {
                unsaved.removeFirst();
            }
            goOn();
        }, problem -> {
            writing = false;
            tell(new SaveState.Failed(problem));
            List<Waiting> inVain = List.copyOf(waiting);
            waiting.clear();
            inVain.forEach(each -> each.onProblem().accept(problem));
        });
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
