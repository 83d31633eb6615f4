package vn.hoidan.client.ui.interview;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.client.app.work.Progress;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.client.ui.question.Answers;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.NonAnswers;
import vn.hoidan.core.questionnaire.Path;

/// An interview on the screen, without controls: where one stands, what a key does, what is still to mend. It belongs
/// to the window's thread and never waits.
///
/// A digit in a grid rates the row in focus and the focus goes on at once, so that rows can be keyed as fast as hands
/// are; correcting the row before is one Backspace and the digit. A timed second chance on the same row was left out,
/// because quick keying would then change the row before instead of rating the next.
public final class InterviewViewModel {
    private final Filling work;
    private final Runnable onLeave;
    private final Walk walk;
    private final RespondentTurn turn;
    private final Answering answering;
    private final EndCheck end;
    private final Departure departure;

    /// @param onLeave called when everything is on the disk and the screen can go
    public InterviewViewModel(Filling work, Runnable onLeave) {
        this.work = work;
        this.onLeave = onLeave;
        Privacy privacy = new Privacy(work);
        walk = new Walk(work, privacy, this::endCheck, this::closed);
        answering = new Answering(work, privacy, this::closed, walk::changed, walk::toMember, this::goOn);
        end = new EndCheck(work, answering, walk::route, this::ended);
        departure = new Departure(work, end, problem -> walk.say(new Notice.CannotLeave(problem)));
        turn = new RespondentTurn(walk, privacy, work.aloneOnDevice(), this::closed, answering::forgetAlone);
        walk.gate().onGone(() -> departure.gone(onLeave));
        walk.resume();
        turn.invite();
        if (work.factsNotTaken() > 0) {
            walk.say(new Notice.FactsNotTaken(work.factsNotTaken()));
        }
    }

    ReadOnlyObjectProperty<Stop> stop() {
        return walk.stop();
    }

    /// The row in focus of a grid or page, or the finding in focus at the end.
    ReadOnlyIntegerProperty row() {
        return walk.row();
    }

    ObservableList<SectionLine> sections() {
        return walk.sections();
    }

    ReadOnlyObjectProperty<SaveState> saveState() {
        return departure.saveState();
    }

    ReadOnlyObjectProperty<Notice> notice() {
        return walk.notice();
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
        return walk.route().stops();
    }

    /// Where the completed interview is, as far as is known.
    ReadOnlyObjectProperty<Whereabouts> whereabouts() {
        return end.whereabouts();
    }

    /// A round of sync ended: a completed interview may be elsewhere now.
    void synced() {
        gate().synced();
        end.look(problem -> walk.say(new Notice.CannotTellWhere(problem)));
    }

    boolean completed() {
        return end.completed();
    }

    private EndCheck endCheck() {
        return end;
    }

    /// What stands behind the screening questions.
    AtGate gate() {
        return walk.gate();
    }

    private boolean closed() {
        return departure.left() || end.closed();
    }

    private Stop here() {
        return walk.stop().get();
    }

    private int rowHere() {
        return walk.row().get();
    }

    /// Goes to the question at this path, if it is there now.
    public void goTo(Path path) {
        walk.goTo(path);
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
        if (turn.isNext()) {
            turn.turn();
            return;
        }
        switch (here()) {
            case Stop.Grid grid -> walk.nextFromGrid(grid);
            case Stop.Page page -> walk.nextFromPage(page);
            case Stop.Single single -> walk.nextFromSingle(single);
            case Stop.Roster _ -> walk.leaveStop();
            case Stop.End _ -> openFinding(rowHere());
        }
    }

    /// Goes on from a question that is still the one in focus.
    private void goOn(Path from) {
        boolean here = switch (here()) {
            case Stop.Single single -> single.holds(from);
            case Stop.Page page -> page.question(rowHere()).path().equals(from);
            case Stop.Grid _, Stop.Roster _, Stop.End _ -> false;
        };
        if (here) {
            next();
        }
    }

    /// Goes one back: to the row above, or to the stop before, whose last row is then in focus.
    public void back() {
        unlessClosed(() -> {
            work.wentBack();
            walk.back();
        });
    }

    /// The stop after this one, whatever is open here.
    public void skip() {
        unlessClosed(walk::skip);
    }

    /// The stop before this one, from its top.
    public void skipBack() {
        unlessClosed(walk::skipBack);
    }

    /// Puts the focus on a row of the grid, or on a finding at the end.
    public void toRow(int newRow) {
        walk.toRow(newRow);
    }

    /// The first stop of a section; the number of sections leads to the end.
    public void toSection(int section) {
        unlessClosed(() -> walk.toSection(section));
    }

    public void nextSection() {
        unlessClosed(walk::nextSection);
    }

    public void previousSection() {
        unlessClosed(walk::previousSection);
    }

    public void toEnd() {
        unlessClosed(walk::toEnd);
    }

    /// The first question that must be answered and is not; if there is none, the first without an answer; if all
    /// have one, the end.
    public void firstOpen() {
        unlessClosed(walk::firstOpen);
    }

    private void unlessClosed(Runnable act) {
        if (!closed()) {
            act.run();
        }
    }

    /// The key of a choice, counted from 0: rates the row in focus and goes to the next one, or chooses in a list.
    public void digit(int index) {
        if (closed() || turn.refuses()) {
            return;
        }
        switch (here()) {
            case Stop.Grid grid -> {
                if (index < grid.levels().size()) {
                    rate(rowHere(), index);
                    toRow(rowHere() + 1);
                }
            }
            case Stop.Page page -> choose(page.question(rowHere()), index);
            case Stop.Single single -> choose(single.question(), index);
            case Stop.Roster _ -> { }
            case Stop.End _ -> openFinding(index);
        }
    }

    private void choose(Element.Question question, int index) {
        if (question.asks() && index < question.choices().size()) {
            answering.choose(question.path(), question.choices().get(index).code());
        }
    }

    /// Rates a row of the grid without moving.
    public void rate(int gridRow, int level) {
        if (here() instanceof Stop.Grid grid) {
            answering.set(grid.rows().get(gridRow).path(), grid.levels().get(level).code());
        }
    }

    /// Moves the rating of the row in focus to the level beside it.
    public void shiftLevel(int by) {
        if (here() instanceof Stop.Grid grid && !turn.refuses()) {
            rate(rowHere(), grid.levelBeside(rowHere(), by));
        }
    }

    /// Takes away the answer of the question or row in focus.
    public void clearHere() {
        if (closed()) {
            return;
        }
        switch (here()) {
            case Stop.Single single when single.question().asks() -> answering.clear(single.question().path());
            case Stop.Page page when page.question(rowHere()).asks() ->
                answering.clear(page.question(rowHere()).path());
            case Stop.Grid grid -> answering.clear(grid.rows().get(rowHere()).path());
            case Stop.Page _, Stop.Single _, Stop.Roster _, Stop.End _ -> { }
        }
    }

    /// Refused or not known, where the form has a choice for it; once more gives the next such choice.
    public void giveNone() {
        if (closed() || turn.refuses()) {
            return;
        }
        switch (here()) {
            case Stop.Single single -> giveNone(single.question());
            case Stop.Page page -> giveNone(page.question(rowHere()));
            case Stop.Grid grid -> {
                if (giveNone(grid.rows().get(rowHere()))) {
                    toRow(rowHere() + 1);
                }
            }
            case Stop.Roster _, Stop.End _ -> { }
        }
    }

    private boolean giveNone(Element.Question question) {
        Optional<Choice> none = question.asks() ? NonAnswers.next(question)
                : Optional.empty();
        none.ifPresent(choice -> answering.set(question.path(), choice.code()));
        return none.isPresent();
    }

    /// The form has a choice for refused or not known here.
    boolean mayGiveNone() {
        return switch (here()) {
            case Stop.Single single -> mayGiveNone(single.question());
            case Stop.Page page -> mayGiveNone(page.question(rowHere()));
            case Stop.Grid grid -> mayGiveNone(grid.rows().get(rowHere()));
            case Stop.Roster _, Stop.End _ -> false;
        };
    }

    private static boolean mayGiveNone(Element.Question question) {
        return question.asks() && !NonAnswers.of(question.choices()).isEmpty();
    }

    /// Turning the screen to the respondent.
    RespondentTurn respondent() {
        return turn;
    }

    /// The question or row in focus; empty at a roster and at the end.
    Optional<Element.Question> question() {
        return walk.question();
    }

    /// The enumerator's words on a question, or empty.
    String comment(Path path) {
        return work.remarks().comments().getOrDefault(path, "");
    }

    /// @param text empty to take the comment away
    void comment(Path path, String text) {
        if (!closed() && !text.strip().equals(comment(path))) {
            work.comment(path, text);
            walk.changed();
        }
    }

    boolean hasLanguages() {
        return work.languages().size() > 1;
    }

    /// The form's language after the present one.
    String otherLanguage() {
        List<String> languages = work.languages();
        return languages.get((languages.indexOf(work.language()) + 1) % languages.size());
    }

    /// The form's next language; place and answers stay.
    public void nextLanguage() {
        if (closed() || !hasLanguages()) {
            return;
        }
        work.setLanguage(otherLanguage());
        walk.changed();
        if (here() instanceof Stop.End) {
            end.check();
        }
    }

    /// Keeps the place and leaves as soon as everything is on the disk; while it cannot be written, one stays.
    public void pause() {
        if (!departure.begun() && (completed() || !closed())) {
            departure.leave(walk.place(), onLeave);
        }
    }

    /// Keeps the place and calls back as soon as everything is on the disk, after which nothing may change any more.
    /// While it cannot be written, nobody is called and the notice says why.
    public void settle(Runnable whenSaved) {
        departure.leave(walk.place(), whenSaved);
    }

    private void ended() {
        walk.tellSections();
        departure.ended();
    }

    /// Tries again to write what could not be written, and to look through the form if that failed.
    public void tryAgain() {
        work.saveAgain();
        if (here() instanceof Stop.End && end.ending().get() instanceof Ending.Failed) {
            end.check();
        }
    }

    /// Goes to something missing or wrong; Enter leads back to the end from there.
    public void openFinding(int index) {
        end.finding(index).ifPresent(finding -> walk.toMend(finding.path()));
    }

    /// Closes the interview, if nothing is missing or wrong; otherwise the end page says what.
    public void complete() {
        if (closed()) {
            return;
        }
        if (!(here() instanceof Stop.End) || !answering.refused().isEmpty()) {
            toEnd();
        } else {
            end.complete();
        }
    }
}
