package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.hoidan.client.app.InterviewWork;
import vn.hoidan.client.app.Progress;
import vn.hoidan.client.app.SaveState;
import vn.hoidan.client.ui.question.Answers;
import vn.hoidan.client.ui.question.Refusal;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;

/// An interview on the screen, without controls: where one stands, what a key does, what is still to mend. It belongs
/// to the window's thread and never waits.
///
/// A digit in a grid rates the row in focus and the focus goes on at once, so that rows can be keyed as fast as hands
/// are; correcting the row before is one Backspace and the digit. A timed second chance on the same row was left out,
/// because quick keying would then change the row before instead of rating the next.
public final class InterviewViewModel {
    private final InterviewWork work;
    private final Runnable onLeave;
    private final List<String> languages;
    private final ReadOnlyObjectWrapper<Stop> stop = new ReadOnlyObjectWrapper<>(new Stop.End(0));
    private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(0);
    private final ObservableList<SectionLine> sections = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<SaveState> saveState = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Ending> ending = new ReadOnlyObjectWrapper<>(new Ending.Ahead());
    private final Answering answering;
    private List<Stop> stops = List.of();
    private int position;
    private boolean mending;
    private boolean leaving;

    /// @param languages tags that F8 goes through, such as `vi`, `en`
    /// @param onLeave   called when everything is on the disk and the screen can go
    public InterviewViewModel(InterviewWork work, List<String> languages, Runnable onLeave) {
        this.work = work;
        this.languages = List.copyOf(languages);
        this.onLeave = onLeave;
        answering = new Answering(work, this::completed, this::changed, this::toMember);
        stops = Stops.of(work.sections());
        work.onSaveState(this::saved);
        resume();
        if (work.factsNotTaken() > 0) {
            notice.set(Optional.of(new Notice.FactsNotTaken(work.factsNotTaken())));
        }
    }

    ReadOnlyObjectProperty<Stop> stop() {
        return stop.getReadOnlyProperty();
    }

    /// The row in focus of a grid, or the finding in focus at the end.
    ReadOnlyIntegerProperty row() {
        return row.getReadOnlyProperty();
    }

    ObservableList<SectionLine> sections() {
        return sections;
    }

    ReadOnlyObjectProperty<SaveState> saveState() {
        return saveState.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Ending> ending() {
        return ending.getReadOnlyProperty();
    }

    /// What the fields answer to.
    Answers answers() {
        return answering;
    }

    Progress progress() {
        return work.progress();
    }

    String language() {
        return work.language();
    }

    List<Stop> stops() {
        return stops;
    }

    boolean completed() {
        return ending.get() instanceof Ending.Completed;
    }

    // ---- where one stands

    private void resume() {
        Optional<Path> last = work.lastPlace();
        if (last.isEmpty()) {
            stand(0, 0);
            return;
        }
        last.filter(path -> positionOf(path).isPresent()).or(work::firstOpen)
                .ifPresentOrElse(this::goTo, () -> stand(stops.size() - 1, 0));
        if (stop.get() instanceof Stop.Grid grid && grid.rows().get(row.get()).answered()) {
            row.set(Math.max(row.get(), grid.openFrom(row.get())));
        }
    }

    private Optional<Integer> positionOf(Path path) {
        for (int index = 0; index < stops.size(); index++) {
            if (stops.get(index).holds(path)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private void stand(int newPosition, int newRow) {
        notice.set(Optional.empty());
        position = Math.clamp(newPosition, 0, stops.size() - 1);
        Stop here = stops.get(position);
        row.set(here instanceof Stop.Grid grid ? Math.clamp(newRow, 0, grid.rows().size() - 1) : 0);
        stop.set(here);
        tellSections();
        if (here instanceof Stop.End && !completed()) {
            mending = false;
            check();
        }
    }

    /// Goes to the question at this path, if it is there now.
    public void goTo(Path path) {
        positionOf(path).ifPresent(index -> stand(index,
                stops.get(index) instanceof Stop.Grid grid ? grid.rowOf(path) : 0));
    }

    /// Enter. In a grid it goes to the next row until all are answered. A required answer that is missing is told
    /// once; a second Enter goes on.
    public void next() {
        if (completed()) {
            onLeave.run();
            return;
        }
        switch (stop.get()) {
            case Stop.Grid grid -> nextFromGrid(grid);
            case Stop.Single single -> {
                if (single.question().asks() && single.question().required() && !single.question().answered()
                        && !told()) {
                    notice.set(Optional.of(new Notice.AnswerNeeded()));
                } else {
                    leaveStop();
                }
            }
            case Stop.Roster _ -> leaveStop();
            case Stop.End _ -> openFinding(row.get());
        }
    }

    private void nextFromGrid(Stop.Grid grid) {
        int firstOpen = grid.openFrom(0);
        boolean last = row.get() == grid.rows().size() - 1;
        if (firstOpen < 0 || told()) {
            leaveStop();
        } else if (!last) {
            row.set(row.get() + 1);
        } else {
            row.set(firstOpen);
            notice.set(Optional.of(new Notice.RowsOpen(
                    (int) grid.rows().stream().filter(each -> !each.answered()).count())));
        }
    }

    private boolean told() {
        return notice.get().filter(said -> said instanceof Notice.AnswerNeeded || said instanceof Notice.RowsOpen)
                .isPresent();
    }

    private void leaveStop() {
        stand(mending ? stops.size() - 1 : position + 1, 0);
    }

    /// Goes one back: to the row above, or to the stop before, whose last row is then in focus.
    public void back() {
        if (completed()) {
            return;
        }
        notice.set(Optional.empty());
        if (stop.get() instanceof Stop.Grid && row.get() > 0) {
            row.set(row.get() - 1);
        } else if (position > 0) {
            stand(position - 1, Integer.MAX_VALUE);
        }
    }

    /// The stop after this one, whatever is open here.
    public void skip() {
        if (!completed() && position < stops.size() - 1) {
            stand(position + 1, 0);
        }
    }

    /// The stop before this one, from its top.
    public void skipBack() {
        if (!completed() && position > 0) {
            stand(position - 1, 0);
        }
    }

    /// Puts the focus on a row of the grid, or on a finding at the end.
    public void toRow(int newRow) {
        if (stop.get() instanceof Stop.Grid grid) {
            notice.set(Optional.empty());
            row.set(Math.clamp(newRow, 0, grid.rows().size() - 1));
        } else if (stop.get() instanceof Stop.End && ending.get() instanceof Ending.Checked checked) {
            row.set(Math.clamp(newRow, 0, Math.max(0, checked.findings().size() - 1)));
        }
    }

    /// The first stop of a section; the number of sections leads to the end.
    public void toSection(int section) {
        if (completed()) {
            return;
        }
        for (int index = 0; index < stops.size(); index++) {
            if (stops.get(index).section() >= section) {
                stand(index, 0);
                return;
            }
        }
    }

    public void nextSection() {
        toSection(Math.min(stop.get().section() + 1, work.sections().size()));
    }

    public void previousSection() {
        boolean atTop = position == 0 || stops.get(position - 1).section() != stop.get().section();
        toSection(Math.max(0, atTop && row.get() == 0 ? stop.get().section() - 1 : stop.get().section()));
    }

    public void toEnd() {
        if (!completed()) {
            stand(stops.size() - 1, 0);
        }
    }

    /// The first question that must be answered and is not; if there is none, the first without an answer; if all
    /// have one, the end.
    public void firstOpen() {
        if (completed()) {
            return;
        }
        Optional<Path> open = firstUnanswered(true).or(() -> firstUnanswered(false));
        if (open.isPresent()) {
            goTo(open.get());
        } else {
            toEnd();
            notice.set(Optional.of(new Notice.NothingOpen()));
        }
    }

    private Optional<Path> firstUnanswered(boolean required) {
        for (Stop each : stops) {
            List<Element.Question> questions = switch (each) {
                case Stop.Single single -> List.of(single.question());
                case Stop.Grid grid -> grid.rows();
                case Stop.Roster _, Stop.End _ -> List.of();
            };
            for (Element.Question question : questions) {
                if (question.asks() && !question.answered() && (question.required() || !required)) {
                    return Optional.of(question.path());
                }
            }
        }
        return Optional.empty();
    }

    // ---- answering

    /// The key of a choice, counted from 0: rates the row in focus and goes to the next one, or chooses in a list.
    public void digit(int index) {
        if (completed()) {
            return;
        }
        switch (stop.get()) {
            case Stop.Grid grid -> {
                if (index < grid.levels().size()) {
                    rate(row.get(), index);
                    toRow(row.get() + 1);
                }
            }
            case Stop.Single single -> {
                if (single.question().asks() && index < single.question().choices().size()) {
                    answering.choose(single.question().path(), single.question().choices().get(index).code());
                }
            }
            case Stop.Roster _ -> { }
            case Stop.End _ -> openFinding(index);
        }
    }

    /// Rates a row of the grid without moving.
    public void rate(int gridRow, int level) {
        if (stop.get() instanceof Stop.Grid grid) {
            answering.set(grid.rows().get(gridRow).path(), grid.levels().get(level).code());
        }
    }

    /// Moves the rating of the row in focus to the level beside it.
    public void shiftLevel(int by) {
        if (stop.get() instanceof Stop.Grid grid) {
            Element.Question question = grid.rows().get(row.get());
            List<String> codes = grid.levels().stream().map(Choice::code).toList();
            int now = question.value().map(codes::indexOf).orElse(by > 0 ? -1 : codes.size());
            rate(row.get(), Math.clamp(now + by, 0, codes.size() - 1));
        }
    }

    /// Takes away the answer of the question or row in focus.
    public void clearHere() {
        if (completed()) {
            return;
        }
        switch (stop.get()) {
            case Stop.Single single when single.question().asks() -> answering.clear(single.question().path());
            case Stop.Grid grid -> answering.clear(grid.rows().get(row.get()).path());
            case Stop.Single _, Stop.Roster _, Stop.End _ -> { }
        }
    }

    private void toMember(Path instance) {
        for (int index = 0; index < stops.size(); index++) {
            if (inside(stops.get(index), instance)) {
                stand(index, 0);
                return;
            }
        }
    }

    private static boolean inside(Stop each, Path instance) {
        Optional<Path> place = switch (each) {
            case Stop.Single single -> Optional.of(single.question().path());
            case Stop.Grid grid -> Optional.of(grid.rows().getFirst().path());
            case Stop.Roster _, Stop.End _ -> Optional.empty();
        };
        return place.filter(path -> path.text().startsWith(instance.text() + "/")).isPresent();
    }

    /// After an answer: parts may have come or gone, the place stays.
    private void changed() {
        Stop here = stop.get();
        stops = Stops.of(work.sections());
        position = sameStop(here).orElse(Math.min(position, stops.size() - 1));
        Stop now = stops.get(position);
        if (now instanceof Stop.Grid grid) {
            row.set(Math.clamp(row.get(), 0, grid.rows().size() - 1));
        }
        notice.set(Optional.empty());
        stop.set(now);
        tellSections();
    }

    private Optional<Integer> sameStop(Stop here) {
        return switch (here) {
            case Stop.Single single -> positionOf(single.question().path());
            case Stop.Grid grid -> grid.rows().stream().map(question -> positionOf(question.path()))
                    .flatMap(Optional::stream).findFirst();
            case Stop.Roster roster -> positionOf(roster.repeat().path());
            case Stop.End _ -> Optional.of(stops.size() - 1);
        };
    }

    private void tellSections() {
        List<Element.Group> groups = work.sections();
        while (sections.size() > groups.size()) {
            sections.removeLast();
        }
        for (int index = 0; index < groups.size(); index++) {
            SectionLine line = new SectionLine(groups.get(index).label(), Progress.of(groups.get(index)),
                    toMend(index), stop.get().section() == index);
            if (index == sections.size()) {
                sections.add(line);
            } else if (!sections.get(index).equals(line)) {
                sections.set(index, line);
            }
        }
    }

    private int toMend(int section) {
        Set<Path> wrong = new LinkedHashSet<>(answering.refused());
        if (ending.get() instanceof Ending.Checked checked) {
            checked.findings().stream().filter(finding -> finding.kind() == Finding.Kind.WRONG)
                    .forEach(finding -> wrong.add(finding.path()));
        }
        return (int) wrong.stream().filter(path -> positionOf(path)
                .filter(index -> stops.get(index).section() == section).isPresent()).count();
    }

    // ---- language, pause, end

    /// The form's next language; place and answers stay.
    public void nextLanguage() {
        if (completed() || languages.size() < 2) {
            return;
        }
        int now = languages.indexOf(work.language());
        work.setLanguage(languages.get((now + 1) % languages.size()));
        changed();
        if (stop.get() instanceof Stop.End) {
            check();
        }
    }

    /// Keeps the place and leaves as soon as everything is on the disk; while it cannot be written, one stays.
    public void pause() {
        if (completed()) {
            onLeave.run();
        } else if (!leaving) {
            leaving = true;
            work.pause(place());
            leaveWhenSaved();
        }
    }

    private Path place() {
        for (int index = position; index >= 0; index--) {
            switch (stops.get(index)) {
                case Stop.Single single -> {
                    return single.question().path();
                }
                case Stop.Grid grid -> {
                    return grid.rows().get(index == position ? row.get() : grid.rows().size() - 1).path();
                }
                case Stop.Roster roster -> {
                    return roster.repeat().path();
                }
                case Stop.End _ -> { }
            }
        }
        return work.sections().getFirst().path();
    }

    private void saved(SaveState state) {
        saveState.set(state);
        leaveWhenSaved();
    }

    private void leaveWhenSaved() {
        if (!leaving) {
            return;
        }
        switch (saveState.get()) {
            case SaveState.Saved _ -> onLeave.run();
            case SaveState.Saving _ -> { }
            case SaveState.Failed failed -> {
                leaving = false;
                notice.set(Optional.of(new Notice.CannotLeave(failed.problem())));
            }
        }
    }

    /// Tries again to write what could not be written.
    public void saveAgain() {
        work.saveAgain();
    }

    /// Looks through the whole form.
    public void check() {
        ending.set(new Ending.Checking());
        work.check(findings -> checked(new Ending.Checked(withRefusals(findings))),
                problem -> checked(new Ending.Failed(problem)));
    }

    private void checked(Ending outcome) {
        if (!completed()) {
            ending.set(outcome);
            tellSections();
        }
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
        all.sort(Comparator.comparing(finding -> positionOf(finding.path()).orElse(stops.size())));
        return all;
    }

    /// Goes to something missing or wrong; Enter leads back to the end from there.
    public void openFinding(int index) {
        if (ending.get() instanceof Ending.Checked checked && index < checked.findings().size()) {
            goTo(checked.findings().get(index).path());
            mending = !(stop.get() instanceof Stop.End);
        }
    }

    /// Closes the interview, if nothing is missing or wrong; otherwise the end page says what.
    public void complete() {
        if (completed() || ending.get() instanceof Ending.Completing) {
            return;
        }
        if (!(stop.get() instanceof Stop.End) || !answering.refused().isEmpty()) {
            toEnd();
            return;
        }
        ending.set(new Ending.Completing());
        work.complete(completing -> {
            ending.set(switch (completing) {
                case vn.hoidan.client.app.Completing.Completed _ -> new Ending.Completed();
                case vn.hoidan.client.app.Completing.Incomplete incomplete ->
                        new Ending.Checked(withRefusals(incomplete.findings()));
            });
            tellSections();
        }, problem -> checked(new Ending.Failed(problem)));
    }
}
