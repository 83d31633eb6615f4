package vn.hoidan.client.ui.signin;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.core.problem.Problem;

/// Putting another PIN in the place of the one that was just used to come in.
public final class ChangePinModel {
    private final Workplace workplace;
    private final Background lane;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param lane on which the store is written
    public ChangePinModel(Workplace workplace, Background lane) {
        this.workplace = workplace;
        this.lane = lane;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// The new PIN holds from now on.
    public ReadOnlyBooleanProperty done() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// All three arrays are wiped.
    public void change(char[] old, char[] next, char[] again) {
        if (busy.get() || done.get()) {
            for (char[] each : new char[][] {old, next, again}) {
                Arrays.fill(each, '\0');
            }
            return;
        }
        busy.set(true);
        problem.set(Optional.empty());
        lane.run(() -> workplace.changePin(old, next, again), refused -> {
            busy.set(false);
            problem.set(refused);
            done.set(refused.isEmpty());
        }, failed -> {
            busy.set(false);
            problem.set(Optional.of(failed));
        });
    }
}
