package vn.hoidan.client.ui.interview;

import java.util.List;
import java.util.Optional;
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
import vn.hoidan.core.questionnaire.Path;

/// An interview on the screen, without controls: where one stands, what a key does, what is still to mend. It belongs
/// to the window's thread and never waits.
///
/// A digit in a grid rates the row in focus and the focus goes on at once, so that rows can be keyed as fast as hands
/// are; correcting the row before is one Backspace and the digit. A timed second chance on the same row was left out,
/// because quick keying would then change the row before instead of rating the next.
public final class InterviewViewModel {
    private static final Notice NO_NOTICE = new Notice.None();

    private final InterviewWork work;
    private final Runnable onLeave;
    private final List<String> languages;
    private final ReadOnlyObjectWrapper<Stop> stop = new ReadOnlyObjectWrapper<>(new Stop.End(0));
    private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(0);
    private final ObservableList<SectionLine> sections = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(NO_NOTICE);
    private final Answering answering;
    private final EndCheck end;
    private final Departure departure;
    private Route route;
    private int position;
    private boolean mending;

    /// @param languages tags that F8 goes through, such as `vi`, `en`
    /// @param onLeave   called when everything is on the disk and the screen can go
    public InterviewViewModel(InterviewWork work, List<String> languages, Runnable onLeave) {
        this.work = work;
        this.languages = List.copyOf(languages);
        this.onLeave = onLeave;
        answering = new Answering(work, this::closed, this::changed, this::toMember);
        end = new EndCheck(work, answering, () -> route, this::ended);
        departure = new Departure(work, end, problem -> notice.set(new Notice.CannotLeave(problem)));
        route = Route.of(work.sections());
        resume();
        if (work.factsNotTaken() > 0) {
            notice.set(new Notice.FactsNotTaken(work.factsNotTaken()));
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
        return departure.saveState();
    }

    ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Ending> ending() {
        return end.ending();
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
        return route.stops();
    }

    boolean completed() {
        return end.completed();
    }

    private boolean closed() {
        return departure.left() || end.closed();
    }

    // ---- where one stands

    private void resume() {
        Optional<Path> last = work.lastPlace();
        if (last.isEmpty()) {
            stand(0, 0);
            return;
        }
        last.filter(path -> route.positionOf(path).isPresent()).or(work::firstOpen)
                .ifPresentOrElse(this::goTo, () -> stand(route.end(), 0));
        if (stop.get() instanceof Stop.Grid grid && grid.rows().get(row.get()).answered()) {
            row.set(Math.max(row.get(), grid.openFrom(row.get())));
        }
    }

    private void stand(int newPosition, int newRow) {
        notice.set(NO_NOTICE);
        position = Math.clamp(newPosition, 0, route.end());
        Stop here = route.at(position);
        row.set(here instanceof Stop.Grid grid ? Math.clamp(newRow, 0, grid.rows().size() - 1) : 0);
        stop.set(here);
        tellSections();
        if (here instanceof Stop.End && !closed()) {
            mending = false;
            end.check();
        }
    }

    /// Goes to the question at this path, if it is there now.
    public void goTo(Path path) {
        route.positionOf(path).ifPresent(index -> stand(index,
                route.at(index) instanceof Stop.Grid grid ? grid.rowOf(path) : 0));
    }

    /// Enter. In a grid it goes to the next row until all are answered. A required answer that is missing is told
    /// once; a second Enter goes on.
    public void next() {
        if (completed()) {
            pause();
            return;
        }
        if (closed()) {
            return;
        }
        switch (stop.get()) {
            case Stop.Grid grid -> nextFromGrid(grid);
            case Stop.Single single -> {
                if (single.question().asks() && single.question().required() && !single.question().answered()
                        && !told()) {
                    notice.set(new Notice.AnswerNeeded());
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
            notice.set(new Notice.RowsOpen(grid.open()));
        }
    }

    private boolean told() {
        return notice.get() instanceof Notice.AnswerNeeded || notice.get() instanceof Notice.RowsOpen;
    }

    private void leaveStop() {
        stand(mending ? route.end() : position + 1, 0);
    }

    /// Goes one back: to the row above, or to the stop before, whose last row is then in focus.
    public void back() {
        if (closed()) {
            return;
        }
        notice.set(NO_NOTICE);
        if (stop.get() instanceof Stop.Grid && row.get() > 0) {
            row.set(row.get() - 1);
        } else if (position > 0) {
            stand(position - 1, Integer.MAX_VALUE);
        }
    }

    /// The stop after this one, whatever is open here.
    public void skip() {
        if (!closed() && position < route.end()) {
            stand(position + 1, 0);
        }
    }

    /// The stop before this one, from its top.
    public void skipBack() {
        if (!closed() && position > 0) {
            stand(position - 1, 0);
        }
    }

    /// Puts the focus on a row of the grid, or on a finding at the end.
    public void toRow(int newRow) {
        if (stop.get() instanceof Stop.Grid grid) {
            notice.set(NO_NOTICE);
            row.set(Math.clamp(newRow, 0, grid.rows().size() - 1));
        } else if (stop.get() instanceof Stop.End) {
            row.set(Math.clamp(newRow, 0, Math.max(0, end.findings().size() - 1)));
        }
    }

    /// The first stop of a section; the number of sections leads to the end.
    public void toSection(int section) {
        if (closed()) {
            return;
        }
        route.sectionStart(section).ifPresent(index -> stand(index, 0));
    }

    public void nextSection() {
        toSection(Math.min(stop.get().section() + 1, work.sections().size()));
    }

    public void previousSection() {
        boolean atTop = position == 0 || route.at(position - 1).section() != stop.get().section();
        toSection(Math.max(0, atTop && row.get() == 0 ? stop.get().section() - 1 : stop.get().section()));
    }

    public void toEnd() {
        if (!closed()) {
            stand(route.end(), 0);
        }
    }

    /// The first question that must be answered and is not; if there is none, the first without an answer; if all
    /// have one, the end.
    public void firstOpen() {
        if (closed()) {
            return;
        }
        Optional<Path> open = route.firstOpen();
        if (open.isPresent()) {
            goTo(open.get());
        } else {
            toEnd();
            notice.set(new Notice.NothingOpen());
        }
    }

    // ---- answering

    /// The key of a choice, counted from 0: rates the row in focus and goes to the next one, or chooses in a list.
    public void digit(int index) {
        if (closed()) {
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
            rate(row.get(), grid.levelBeside(row.get(), by));
        }
    }

    /// Takes away the answer of the question or row in focus.
    public void clearHere() {
        if (closed()) {
            return;
        }
        switch (stop.get()) {
            case Stop.Single single when single.question().asks() -> answering.clear(single.question().path());
            case Stop.Grid grid -> answering.clear(grid.rows().get(row.get()).path());
            case Stop.Single _, Stop.Roster _, Stop.End _ -> { }
        }
    }

    private void toMember(Path instance) {
        route.inside(instance).ifPresent(index -> stand(index, 0));
    }

    /// After an answer: parts may have come or gone, the place stays.
    private void changed() {
        Stop here = stop.get();
        route = Route.of(work.sections());
        position = route.positionOf(here).orElse(Math.min(position, route.end()));
        Stop now = route.at(position);
        if (now instanceof Stop.Grid grid) {
            row.set(Math.clamp(row.get(), 0, grid.rows().size() - 1));
        }
        notice.set(NO_NOTICE);
        stop.set(now);
        tellSections();
    }

    private void tellSections() {
        SectionLine.put(SectionLine.of(work.sections(), route, end.wrong(), stop.get().section()), sections);
    }

    // ---- language, pause, end

    /// The form's next language; place and answers stay.
    public void nextLanguage() {
        if (closed() || languages.size() < 2) {
            return;
        }
        int now = languages.indexOf(work.language());
        work.setLanguage(languages.get((now + 1) % languages.size()));
        changed();
        if (stop.get() instanceof Stop.End) {
            end.check();
        }
    }

    /// Keeps the place and leaves as soon as everything is on the disk; while it cannot be written, one stays.
    public void pause() {
        if (!departure.begun() && (completed() || !closed())) {
            departure.leave(place(), onLeave);
        }
    }

    /// Keeps the place and calls back as soon as everything is on the disk, after which nothing may change any more.
    /// While it cannot be written, nobody is called and the notice says why.
    public void settle(Runnable whenSaved) {
        departure.leave(place(), whenSaved);
    }

    private Path place() {
        return route.place(position, row.get()).orElse(work.sections().getFirst().path());
    }

    private void ended() {
        tellSections();
        departure.ended();
    }

    /// Tries again to write what could not be written, and to look through the form if that failed.
    public void tryAgain() {
        work.saveAgain();
        if (stop.get() instanceof Stop.End && end.ending().get() instanceof Ending.Failed) {
            end.check();
        }
    }

    /// Goes to something missing or wrong; Enter leads back to the end from there.
    public void openFinding(int index) {
        end.finding(index).ifPresent(finding -> {
            goTo(finding.path());
            mending = !(stop.get() instanceof Stop.End);
        });
    }

    /// Closes the interview, if nothing is missing or wrong; otherwise the end page says what.
    public void complete() {
        if (closed()) {
            return;
        }
        if (!(stop.get() instanceof Stop.End) || !answering.refused().isEmpty()) {
            toEnd();
        } else {
            end.complete();
        }
    }
}
