package vn.hoidan.client.app.work;

import java.util.Set;
import java.util.function.Consumer;
import vn.hoidan.client.app.quota.Admittance;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.UnitCode;

/// Stands behind the screening questions of an interview: who has no unit does not go on. Belongs to the window's
/// thread.
public interface Gate {
    /// Of an interview that needs no unit.
    Gate OPEN = new Gate() {
        @Override
        public Admittance admittance() {
            return new Admittance.NothingNeeded();
        }

        @Override
        public void listen(Consumer<Admittance> listener) {
            // it stays open
        }

        @Override
        public Set<Path> questions() {
            return Set.of();
        }

        @Override
        public void tryAgain() {
            throw new IllegalStateException("the gate is open");
        }

        @Override
        public void useCode(UnitCode code, Runnable onUsed) {
            throw new IllegalStateException("the gate is open");
        }

        @Override
        public void turnAway(Runnable onDone, Consumer<Problem> onProblem) {
            throw new IllegalStateException("the gate is open");
        }
    };

    Admittance admittance();

    /// @param listener told each change
    void listen(Consumer<Admittance> listener);

    /// Whose answers decide which unit is needed; those after the last of them are behind the gate.
    Set<Path> questions();

    /// Units may have come.
    void tryAgain();

    /// A mate told the code of a unit.
    ///
    /// @param onUsed told if the code was used on this laptop before
    void useCode(UnitCode code, Runnable onUsed);

    /// Ends the interview: no unit could be found. It is recorded as a contact and counts as nobody's refusal.
    void turnAway(Runnable onDone, Consumer<Problem> onProblem);
}
