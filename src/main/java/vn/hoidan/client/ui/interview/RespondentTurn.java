package vn.hoidan.client.ui.interview;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// Turning the screen to the respondent and back: for one question in sight of both, or for one question after the
/// other that the respondent answers alone. Only questions of the same kind are gone through; at the next other one
/// the screen comes back to the enumerator.
final class RespondentTurn {
    private final Walk walk;
    private final Privacy privacy;
    private final boolean wholeInterview;
    private final BooleanSupplier closed;
    private final Runnable onHandBack;
    private final ReadOnlyObjectWrapper<Facing> facing = new ReadOnlyObjectWrapper<>(Facing.ENUMERATOR);

    /// @param wholeInterview all of it is answered alone
    /// @param closed         nothing may change any more
    /// @param onHandBack     told before the enumerator sees the screen again
    RespondentTurn(Walk walk, Privacy privacy, boolean wholeInterview, BooleanSupplier closed,
            Runnable onHandBack) {
        this.walk = walk;
        this.privacy = privacy;
        this.wholeInterview = wholeInterview;
        this.closed = closed;
        this.onHandBack = onHandBack;
    }

    ReadOnlyObjectProperty<Facing> facing() {
        return facing.getReadOnlyProperty();
    }

    /// An interview that the respondent fills in alone begins, or goes on, with the laptop being handed over.
    void invite() {
        if (wholeInterview && !(walk.stop().get() instanceof Stop.End)) {
            facing.set(Facing.INVITED);
        }
    }

    // ---- what the enumerator's screen shows

    Cover cover(Path path) {
        return privacy.cover(path);
    }

    /// The question in focus as whoever answers it now may see it.
    Optional<Element.Question> asked() {
        return walk.question().map(privacy::blank);
    }

    /// Its answer was given alone before, and is not shown again.
    boolean covered() {
        return walk.question().map(Element.Question::path).filter(privacy::covered).isPresent();
    }

    private boolean guarded() {
        return walk.question().map(Element.Question::path).filter(privacy::guarded).isPresent();
    }

    /// The respondent is to answer the question in focus, and has not.
    boolean isNext() {
        return guarded() && walk.question().filter(Element.Question::answered).isEmpty();
    }

    /// True when the enumerator may not answer the question in focus, which is then said.
    boolean refuses() {
        boolean guarded = guarded();
        if (guarded) {
            walk.say(new Notice.ForRespondent(covered()));
        }
        return guarded;
    }

    /// Has the question in focus answered alone, or lets the enumerator enter it after all.
    void togglePrivate() {
        walk.question().filter(Element.Question::asks).filter(asked -> !closed.getAsBoolean()).ifPresent(asked -> {
            if (privacy.covered(asked.path())) {
                walk.say(new Notice.ForRespondent(true));
            } else {
                privacy.toggle(asked.path());
                walk.changed();
            }
        });
    }

    // ---- turning

    /// There is something to turn to the respondent.
    boolean mayTurn() {
        return walk.question().isPresent() || goesThrough(walk.stop().get());
    }

    /// Turns the screen to the respondent, or back. What was answered alone is covered before the enumerator looks.
    void turn() {
        switch (facing.get()) {
            case ENUMERATOR -> unlessClosed(this::begin);
            case ALONE -> cover();
            case SHOWN, INVITED, HANDED_BACK -> facing.set(Facing.ENUMERATOR);
        }
    }

    private void unlessClosed(Runnable act) {
        if (!closed.getAsBoolean()) {
            act.run();
        }
    }

    /// In sight of both, or alone where the question is to be answered so.
    private void begin() {
        if (goesThrough(walk.stop().get())) {
            privacy.withRespondent(true);
            int row = nextRow(walk.row().get());
            toRow(row >= 0 ? row : nextRow(0));
            facing.set(Facing.ALONE);
        } else if (walk.question().isPresent()) {
            facing.set(Facing.SHOWN);
        }
    }

    /// Enter, or the large button, while the screen is turned.
    void next() {
        switch (facing.get()) {
            case INVITED -> unlessClosed(this::begin);
            case SHOWN -> unlessClosed(this::shownNext);
            case ALONE -> unlessClosed(this::aloneNext);
            case HANDED_BACK -> facing.set(Facing.ENUMERATOR);
            case ENUMERATOR -> { }
        }
    }

    /// The next question to be answered alone, or back to the enumerator where there is none.
    private void aloneNext() {
        if (!missing() && !toRow(nextRow(walk.row().get() + 1))) {
            boolean goesOn = walk.following().filter(this::goesThrough).isPresent();
            if (!goesOn) {
                cover();
            }
            walk.leaveStop();
            if (goesOn) {
                toRow(nextRow(0));
            }
        }
    }

    private void shownNext() {
        switch (walk.stop().get()) {
            case Stop.Grid grid -> walk.nextFromGrid(grid);
            case Stop.Page page -> walk.nextFromPage(page);
            case Stop.Single single -> walk.nextFromSingle(single);
            case Stop.Roster _, Stop.End _ -> { }
        }
        leaveWhereNothingIsShown();
    }

    private void leaveWhereNothingIsShown() {
        if (walk.question().filter(question -> !privacy.wanted(question.path())).isEmpty()) {
            facing.set(Facing.ENUMERATOR);
        }
    }

    /// A required answer that is missing is told once; then one may go on.
    private boolean missing() {
        boolean missing = walk.question().filter(Element.Question::asks).filter(Element.Question::required)
                .filter(each -> !each.answered()).isPresent() && !(walk.notice().get() instanceof Notice.AnswerNeeded);
        if (missing) {
            walk.say(new Notice.AnswerNeeded());
        }
        return missing;
    }

    void back() {
        if (closed.getAsBoolean()) {
            return;
        }
        if (facing.get() == Facing.SHOWN) {
            walk.back();
            leaveWhereNothingIsShown();
        } else if (facing.get().alone() && !toRow(rowBefore(walk.row().get()))
                && walk.preceding().filter(this::goesThrough).isPresent()) {
            walk.back();
            toRow(rowBefore(Integer.MAX_VALUE));
        }
    }

    /// True when Enter hands the laptop back.
    boolean last() {
        return facing.get().alone() && nextRow(walk.row().get() + 1) < 0
                && walk.following().filter(this::goesThrough).isEmpty();
    }

    private void cover() {
        facing.set(Facing.HANDED_BACK);
        privacy.withRespondent(false);
        onHandBack.run();
        walk.changed();
    }

    // ---- what the respondent goes through

    private static Optional<Element.Question> question(Stop stop, int row) {
        return switch (stop) {
            case Stop.Single single -> Optional.of(single.question());
            case Stop.Page page -> Optional.of(page.question(row));
            case Stop.Grid grid -> Optional.of(grid.rows().get(row));
            case Stop.Roster _, Stop.End _ -> Optional.empty();
        };
    }

    private boolean goesThrough(Stop stop) {
        return switch (stop) {
            case Stop.Single single -> wanted(single.question()) || wholeInterview && !single.question().asks();
            case Stop.Page page -> page.questions().stream().anyMatch(this::wanted);
            case Stop.Grid grid -> grid.rows().stream().anyMatch(this::wanted);
            case Stop.Roster _ -> wholeInterview;
            case Stop.End _ -> false;
        };
    }

    private boolean wanted(Element.Question question) {
        return privacy.wanted(question.path());
    }

    private boolean row(Stop stop, int row) {
        return question(stop, row).filter(this::wanted).isPresent();
    }

    private static int rows(Stop stop) {
        return switch (stop) {
            case Stop.Page page -> page.parts().size();
            case Stop.Grid grid -> grid.rows().size();
            case Stop.Single _, Stop.Roster _, Stop.End _ -> 1;
        };
    }

    /// The first row to be answered alone at or after a place; -1 for none.
    private int nextRow(int from) {
        Stop stop = walk.stop().get();
        for (int row = Math.max(0, from); row < rows(stop); row++) {
            if (row(stop, row)) {
                return row;
            }
        }
        return -1;
    }

    private boolean toRow(int row) {
        if (row >= 0) {
            walk.say(new Notice.None());
            walk.toRow(row);
        }
        return row >= 0;
    }

    private int rowBefore(int before) {
        Stop stop = walk.stop().get();
        int row = Math.min(before, rows(stop)) - 1;
        while (row >= 0 && !row(stop, row)) {
            row--;
        }
        return row;
    }
}
