package vn.hoidan.client.ui.interview;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.quota.Admittance;
import vn.hoidan.client.app.work.Gate;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.quota.UnitCode;

/// Waits behind the last screening question until the interview holds its unit. Going back to the questions is always
/// possible.
final class AtGate {
    private static final Admittance NOTHING = new Admittance.NothingNeeded();

    /// Goes to where one wanted to be.
    interface Going {
        void stand(int position, int row);
    }

    private final Gate gate;
    private final Going going;
    private final Consumer<Notice> saying;
    private Runnable onGone = () -> { };
    private final ReadOnlyObjectWrapper<Admittance> shown = new ReadOnlyObjectWrapper<>(NOTHING);
    private int wanted;
    private int wantedRow;
    private boolean waiting;

    AtGate(Gate gate, Going going, Consumer<Notice> saying) {
        this.gate = gate;
        this.going = going;
        this.saying = saying;
        gate.listen(this::changed);
    }

    /// Without a unit: what stands in the way, as long as one wants to go on. Else nothing.
    ReadOnlyObjectProperty<Admittance> shown() {
        return shown.getReadOnlyProperty();
    }

    boolean isShown() {
        return shown.get() instanceof Admittance.NoUnit;
    }

    /// May one stand there? If not, one waits, and gets there as soon as there is a unit.
    boolean passes(int position, int row, Route route) {
        boolean passes = switch (gate.admittance()) {
            case Admittance.NothingNeeded _, Admittance.Admitted _ -> true;
            case Admittance.Waiting _, Admittance.NoUnit _ -> position <= last(route).orElse(-1);
        };
        waiting = !passes;
        wanted = position;
        wantedRow = row;
        shown.set(passes ? NOTHING : gate.admittance());
        return passes;
    }

    /// Where the last screening question is that is asked now.
    OptionalInt last(Route route) {
        return gate.questions().stream().flatMap(path -> route.positionOf(path).stream())
                .mapToInt(Integer::intValue).max();
    }

    private void changed(Admittance now) {
        if (!waiting) {
            return;
        }
        switch (now) {
            case Admittance.Admitted admitted -> {
                going.stand(wanted, wantedRow);
                if (admitted.stale()) {
                    saying.accept(new Notice.UnitStale());
                }
            }
            case Admittance.NothingNeeded _ -> going.stand(wanted, wantedRow);
            case Admittance.NoUnit _, Admittance.Waiting _ -> shown.set(now);
        }
    }

    /// Back to the screening questions.
    void mend() {
        waiting = false;
        shown.set(NOTHING);
    }

    void useCode(UnitCode code, Runnable onUsed) {
        gate.useCode(code, onUsed);
    }

    void tryAgain() {
        gate.tryAgain();
    }

    /// The one who is told when the interview was ended for want of a unit.
    void onGone(Runnable listener) {
        onGone = listener;
    }

    /// A round of sync ended: units may have come.
    void synced() {
        if (isShown()) {
            tryAgain();
        }
    }

    /// Ends the interview for want of a unit.
    void turnAway(Consumer<Problem> onProblem) {
        gate.turnAway(onGone, onProblem);
    }
}
