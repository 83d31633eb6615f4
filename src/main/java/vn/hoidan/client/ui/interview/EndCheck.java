package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.client.ui.question.Refusal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;

/// Looking through the whole form and completing it.
final class EndCheck {
    private final Filling work;
    private final Answering answering;
    private final Supplier<Route> route;
    private final Runnable onChange;
    private final ReadOnlyObjectWrapper<Whereabouts> whereabouts = new ReadOnlyObjectWrapper<>(Whereabouts.HERE);
    private final ReadOnlyObjectWrapper<Ending> ending = new ReadOnlyObjectWrapper<>(new Ending.Ahead());

    /// @param onChange told after each change of {@link #ending}
    EndCheck(Filling work, Answering answering, Supplier<Route> route, Runnable onChange) {
        this.work = work;
        this.answering = answering;
        this.route = route;
        this.onChange = onChange;
    }

    ReadOnlyObjectProperty<Ending> ending() {
        return ending.getReadOnlyProperty();
    }

    /// Where the completed interview is, as far as is known.
    ReadOnlyObjectProperty<Whereabouts> whereabouts() {
        return whereabouts.getReadOnlyProperty();
    }

    /// Looks where the completed interview is; what cannot be read stays as it was told.
    void look(Consumer<Problem> onProblem) {
        if (completed()) {
            work.whereabouts(whereabouts::set, onProblem);
        }
    }

    boolean completed() {
        return ending.get() instanceof Ending.Completed;
    }

    /// Nothing may change: it is completed, or being completed.
    boolean closed() {
        return completed() || ending.get() instanceof Ending.Completing;
    }

    List<Finding> findings() {
        return ending.get() instanceof Ending.Checked checked ? checked.findings() : List.of();
    }

    /// Where something is wrong, rather than missing, as far as is known.
    Set<Path> wrong() {
        Set<Path> wrong = new HashSet<>(answering.refused());
        findings().stream().filter(finding -> finding.kind() == Finding.Kind.WRONG)
                .forEach(finding -> wrong.add(finding.path()));
        return wrong;
    }

    void check() {
        tell(new Ending.Checking());
        work.check(findings -> {
            if (!closed()) {
                tell(new Ending.Checked(withRefusals(findings)));
            }
        }, problem -> tell(new Ending.Failed(problem)));
    }

    void complete() {
        tell(new Ending.Completing());
        work.complete(completing -> tell(switch (completing) {
            case Completing.Completed _ -> new Ending.Completed();
            case Completing.Incomplete incomplete -> new Ending.Checked(withRefusals(incomplete.findings()));
        }), problem -> tell(new Ending.Failed(problem)));
    }

    private void tell(Ending now) {
        ending.set(now);
        onChange.run();
    }

    /// What was typed and not taken is only on the screen; it must not go unseen.
    private List<Finding> withRefusals(List<Finding> findings) {
        Set<Path> refused = answering.refused();
        List<Finding> all = new ArrayList<>(findings.stream()
                .filter(finding -> !refused.contains(finding.path())).toList());
        for (Path path : refused) {
            work.question(path).ifPresent(question -> all.add(new Finding(path, Finding.Kind.WRONG, question.label(),
                    answering.refusal(path).map(Refusal::formMessage).orElse(""))));
        }
        Route now = route.get();
        all.sort(Comparator.comparing(finding -> now.positionOf(finding.path()).orElse(now.end())));
        return all;
    }

    /// The finding at a place of the list.
    Optional<Finding> finding(int index) {
        return index < findings().size() ? Optional.of(findings().get(index)) : Optional.empty();
    }
}
