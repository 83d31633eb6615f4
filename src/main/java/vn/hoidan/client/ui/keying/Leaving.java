package vn.hoidan.client.ui.keying;

import java.util.function.Consumer;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Path;

/// Leaving a paper form: one goes once everything is on the disk, and stays with the reason while it cannot be written.
final class Leaving {
    private final InterviewWork work;
    private final Consumer<Problem> onStay;
    private final Runnable onChange;
    private SaveState saveState;
    /// What is to be done on leaving; null while nobody wants to leave.
    private Runnable wanted;
    private boolean completing;
    private boolean left;

    /// @param onStay   told why one cannot leave
    /// @param onChange told after each change of the state of saving
    Leaving(InterviewWork work, Consumer<Problem> onStay, Runnable onChange) {
        this.work = work;
        this.onStay = onStay;
        this.onChange = onChange;
        this.saveState = work.saveState();
    }

    void begin() {
        work.onSaveState(state -> {
            saveState = state;
            leaveWhenSaved();
            onChange.run();
        });
    }

    SaveState saveState() {
        return saveState;
    }

    boolean left() {
        return left;
    }

    /// One has left, or will as soon as everything is saved.
    boolean begun() {
        return left || wanted != null;
    }

    /// While it is being completed, nobody leaves.
    void completing(boolean now) {
        completing = now;
        leaveWhenSaved();
    }

    /// Keeps the place and leaves when everything is on the disk. Who asks later, while one waits, is the one who is
    /// called.
    ///
    /// @param closed nothing may change any more, so the place is not kept
    void leave(Path place, boolean closed, Runnable then) {
        if (left) {
            then.run();
            return;
        }
        boolean placeKept = wanted != null || closed;
        wanted = then;
        if (placeKept) {
            work.saveAgain();
        } else {
            work.pause(place);
        }
        leaveWhenSaved();
    }

    private void leaveWhenSaved() {
        if (wanted == null || completing) {
            return;
        }
        switch (saveState) {
            case SaveState.Saved _, SaveState.NotKept _ -> {
                Runnable then = wanted;
                wanted = null;
                left = true;
                then.run();
            }
            case SaveState.Saving _ -> { }
            case SaveState.Failed failed -> {
                wanted = null;
                onStay.accept(failed.problem());
            }
        }
    }
}
