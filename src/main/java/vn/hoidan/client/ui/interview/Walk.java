package vn.hoidan.client.ui.interview;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// Going through a form: where one stands, where a key leads, and what is to be said about it.
final class Walk {
    private static final Notice NO_NOTICE = new Notice.None();
    /// The place in a form that asks nothing.
    private static final Path NOWHERE = new Path("/");

    private final Filling work;
    private final Privacy privacy;
    private final Supplier<EndCheck> end;
    private final BooleanSupplier closed;
    private final ReadOnlyObjectWrapper<Stop> stop = new ReadOnlyObjectWrapper<>(new Stop.End(0));
    private final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper(0);
    private final ObservableList<SectionLine> sections = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(NO_NOTICE);
    private final AtGate gate;
    private Route route;
    private int position;
    private boolean stands;
    private boolean mending;

    /// @param privacy what of the answers is shown
    /// @param end    the page that comes last
    /// @param closed true when one has left or nothing may change any more
    Walk(Filling work, Privacy privacy, Supplier<EndCheck> end, BooleanSupplier closed) {
        this.work = work;
        this.privacy = privacy;
        this.end = end;
        this.closed = closed;
        route = Route.of(privacy.seen(work.sections()));
        gate = new AtGate(work.gate(), this::stand, this::say);
    }

    /// What stands behind the screening questions.
    AtGate gate() {
        return gate;
    }

    ReadOnlyObjectProperty<Stop> stop() {
        return stop.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty row() {
        return row.getReadOnlyProperty();
    }

    ObservableList<SectionLine> sections() {
        return sections;
    }

    ReadOnlyObjectProperty<Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    void say(Notice now) {
        notice.set(now);
    }

    Route route() {
        return route;
    }

    /// Stands where one was when it was left, or where one goes on.
    void resume() {
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
        boolean passes = gate.passes(Math.clamp(newPosition, 0, route.end()), newRow, route);
        if (passes) {
            put(newPosition, newRow);
        } else if (!stands) {
            put(gate.last(route).orElse(0), 0);
        }
    }

    private void put(int newPosition, int newRow) {
        stands = true;
        notice.set(NO_NOTICE);
        position = Math.clamp(newPosition, 0, route.end());
        Stop here = route.at(position);
        row.set(rowIn(here, newRow));
        stop.set(here);
        tellSections();
        if (here instanceof Stop.End && !closed.getAsBoolean()) {
            mending = false;
            end.get().check();
        }
    }

    private static int rowIn(Stop stop, int wanted) {
        return switch (stop) {
            case Stop.Grid grid -> Math.clamp(wanted, 0, grid.rows().size() - 1);
            case Stop.Page page -> page.focusable(Math.clamp(wanted, 0, page.parts().size() - 1));
            case Stop.Single _, Stop.Roster _, Stop.End _ -> 0;
        };
    }

    /// Goes to the question at this path, if it is there now.
    void goTo(Path path) {
        route.positionOf(path).ifPresent(index -> stand(index, switch (route.at(index)) {
            case Stop.Grid grid -> grid.rowOf(path);
            case Stop.Page page -> page.rowOf(path);
            case Stop.Single _, Stop.Roster _, Stop.End _ -> 0;
        }));
    }

    /// Goes to something missing or wrong; Enter leads back to the end from there.
    void toMend(Path path) {
        goTo(path);
        mending = !(stop.get() instanceof Stop.End);
    }

    /// The first stop inside an instance of a repeat.
    void toMember(Path instance) {
        route.inside(instance).ifPresent(index -> stand(index, 0));
    }

    void nextFromSingle(Stop.Single single) {
        if (single.question().asks() && single.question().required() && !single.question().answered() && !told()) {
            notice.set(new Notice.AnswerNeeded());
        } else {
            leaveStop();
        }
    }

    void nextFromGrid(Stop.Grid grid) {
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

    void nextFromPage(Stop.Page page) {
        int next = page.askingFrom(row.get() + 1);
        if (next >= 0) {
            row.set(next);
        } else if (page.open() == 0 || told()) {
            leaveStop();
        } else {
            row.set(page.needed());
            notice.set(new Notice.RowsOpen(page.open()));
        }
    }

    private boolean told() {
        return notice.get() instanceof Notice.AnswerNeeded || notice.get() instanceof Notice.RowsOpen;
    }

    void leaveStop() {
        stand(mending ? route.end() : position + 1, 0);
    }

    /// The question or row in focus; empty at a roster and at the end.
    Optional<Element.Question> question() {
        return switch (stop.get()) {
            case Stop.Single single -> Optional.of(single.question());
            case Stop.Page page -> Optional.of(page.question(row.get()));
            case Stop.Grid grid -> Optional.of(grid.rows().get(row.get()));
            case Stop.Roster _, Stop.End _ -> Optional.empty();
        };
    }

    /// Where {@link #leaveStop} leads; empty from the end.
    Optional<Stop> following() {
        int next = mending ? route.end() : position + 1;
        return position < route.end() ? Optional.of(route.at(next)) : Optional.empty();
    }

    Optional<Stop> preceding() {
        return position > 0 ? Optional.of(route.at(position - 1)) : Optional.empty();
    }

    void back() {
        notice.set(NO_NOTICE);
        int above = switch (stop.get()) {
            case Stop.Grid _ -> row.get() - 1;
            case Stop.Page page -> page.askingBefore(row.get());
            case Stop.Single _, Stop.Roster _, Stop.End _ -> -1;
        };
        if (above >= 0) {
            row.set(above);
        } else if (position > 0) {
            stand(position - 1, Integer.MAX_VALUE);
        }
    }

    void skip() {
        if (position < route.end()) {
            stand(position + 1, 0);
        }
    }

    void skipBack() {
        if (position > 0) {
            stand(position - 1, 0);
        }
    }

    void toRow(int newRow) {
        switch (stop.get()) {
            case Stop.Grid grid -> {
                notice.set(NO_NOTICE);
                row.set(Math.clamp(newRow, 0, grid.rows().size() - 1));
            }
            case Stop.Page page -> row.set(page.focusable(Math.clamp(newRow, 0, page.parts().size() - 1)));
            case Stop.End _ -> row.set(Math.clamp(newRow, 0, Math.max(0, end.get().findings().size() - 1)));
            case Stop.Single _, Stop.Roster _ -> { }
        }
    }

    void toSection(int section) {
        route.sectionStart(section).ifPresent(index -> stand(index, 0));
    }

    void nextSection() {
        toSection(Math.min(stop.get().section() + 1, work.sections().size()));
    }

    void previousSection() {
        boolean atTop = position == 0 || route.at(position - 1).section() != stop.get().section();
        toSection(Math.max(0, atTop && row.get() == 0 ? stop.get().section() - 1 : stop.get().section()));
    }

    void toEnd() {
        stand(route.end(), 0);
    }

    void firstOpen() {
        Optional<Path> open = route.firstOpen();
        if (open.isPresent()) {
            goTo(open.get());
        } else {
            toEnd();
            notice.set(new Notice.NothingOpen());
        }
    }

    /// After an answer: parts may have come or gone, the place stays.
    void changed() {
        Stop here = stop.get();
        route = Route.of(privacy.seen(work.sections()));
        position = route.positionOf(here).orElse(Math.min(position, route.end()));
        Stop now = route.at(position);
        row.set(rowIn(now, here instanceof Stop.Page old && now instanceof Stop.Page page
                && page.holds(old.question(row.get()).path()) ? page.rowOf(old.question(row.get()).path())
                : row.get()));
        notice.set(NO_NOTICE);
        stop.set(now);
        tellSections();
    }

    void tellSections() {
        SectionLine.put(SectionLine.of(work.sections(), route, end.get().wrong(), work.remarks().comments().keySet(),
                stop.get().section()), sections);
    }

    /// The question in focus, or the last before the end, for keeping the place.
    Path place() {
        return route.place(position, row.get()).orElse(NOWHERE);
    }
}
