package vn.hoidan.client.ui.interview;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Path;

/// Leaving an interview: one goes once everything is on the disk, and stays with the reason while it cannot be
/// written.
final class Departure {
    private final Filling work;
    private final EndCheck end;
    private final Consumer<Problem> onStay;
    private final ReadOnlyObjectWrapper<SaveState> saveState = new ReadOnlyObjectWrapper<>();
    /// What is to be done on leaving; null while nobody wants to leave.
    private Runnable wanted;
    private boolean left;

    /// @param onStay told why one cannot leave
    Departure(Filling work, EndCheck end, Consumer<Problem> onStay) {
        this.work = work;
        this.end = end;
        this.onStay = onStay;
        work.onSaveState(this::saved);
    }

    ReadOnlyObjectProperty<SaveState> saveState() {
        return saveState.getReadOnlyProperty();
    }

    boolean left() {
        return left;
    }

    /// One has left, or will as soon as everything is saved.
    boolean begun() {
        return left || wanted != null;
    }

    /// Keeps the place and leaves when everything is on the disk. Who asks later, while one waits, is the one who is
    /// called: locking takes over from going back a screen.
    void leave(Path place, Runnable then) {
        if (left) {
            then.run();
            return;
        }
        boolean placeKept = wanted != null || end.closed();
        wanted = then;
        if (placeKept) {
            work.saveAgain();
        } else {
            work.pause(place);
        }
        leaveWhenSaved();
    }

    /// It was ended and everything is on the disk.
    void gone(Runnable then) {
        left = true;
        then.run();
    }

    private void saved(SaveState state) {
        saveState.set(state);
        leaveWhenSaved();
    }

    /// The form was looked through, or completed, or could not be.
    void ended() {
        if (wanted != null && end.ending().get() instanceof Ending.Failed failed) {
            stay(failed.problem());
        } else {
            leaveWhenSaved();
        }
    }

    private void leaveWhenSaved() {
        if (wanted == null) {
            return;
        }
        switch (saveState.get()) {
            case SaveState.Saved _, SaveState.NotKept _ -> {
                if (!(end.ending().get() instanceof Ending.Completing)) {
                    go();
                }
            }
            case SaveState.Saving _ -> { }
            case SaveState.Failed failed -> stay(failed.problem());
        }
    }

    private void go() {
        Runnable then = wanted;
        wanted = null;
        left = true;
        then.run();
    }

    private void stay(Problem problem) {
        wanted = null;
        onStay.accept(problem);
    }
}
