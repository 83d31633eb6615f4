package vn.hoidan.client.app.work;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vn.hoidan.client.app.quota.Admittance;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.quota.UnitCode;

/// The gate of an interview of a free quota.
record UnitGate(Screening screening, FactQueue queue, BiConsumer<Runnable, Consumer<Problem>> ending)
        implements Gate {
    @Override
    public Admittance admittance() {
        return screening.admittance();
    }

    @Override
    public void listen(Consumer<Admittance> listener) {
        screening.listen(listener);
    }

    @Override
    public Set<Path> questions() {
        return screening.questions();
    }

    @Override
    public void tryAgain() {
        queue.add(List.of(), screening.again());
    }

    @Override
    public void useCode(UnitCode code, Runnable onUsed) {
        queue.add(List.of(), screening.byCode(code, onUsed));
    }

    @Override
    public void turnAway(Runnable onDone, Consumer<Problem> onProblem) {
        ending.accept(onDone, onProblem);
    }
}
