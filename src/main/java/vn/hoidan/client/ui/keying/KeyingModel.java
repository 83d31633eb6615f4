package vn.hoidan.client.ui.keying;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.work.PaperKeying;
import vn.hoidan.client.app.work.SaveState;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.core.questionnaire.Path;

/// Keying a paper form, without controls: the column of rows, the row in focus, what each key does. It belongs to the
/// window's thread and never waits.
public final class KeyingModel {
    private static final KeyingNotice NO_NOTICE = new KeyingNotice.None();
    /// The place in a form that asks nothing.
    private static final Path NOWHERE = new Path("/");

    private final PaperKeying keying;
    private final DeviceClock clock;
    private final Runnable onLeave;
    private final KeyStrokes strokes = new KeyStrokes();
    private final KeyingPlace here;
    private final KeyingJump jump = new KeyingJump();
    private final RowKeys keys;
    private final Leaving leaving;
    private final KeyingEnd end;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper wrongs = new ReadOnlyIntegerWrapper();
    private KeyingNotice notice = NO_NOTICE;
    private Optional<PaperKeying.Surroundings> surroundings = Optional.empty();

    /// @param onLeave called when everything is on the disk and the screen can go
    public KeyingModel(PaperKeying keying, DeviceClock clock, Runnable onLeave) {
        this.keying = keying;
        this.clock = clock;
        this.onLeave = onLeave;
        this.here = new KeyingPlace(keying, clock.zone(), strokes);
        this.leaving = new Leaving(keying.interview(), problem -> say(new KeyingNotice.CannotLeave(problem)),
                this::changed);
        this.end = new KeyingEnd(keying, clock.zone(), () -> surroundings.orElseThrow().chosen(), new EndHost());
        this.keys = new RowKeys(keying, here, jump, () -> surroundings.orElseThrow().overview(), new RowHost());
        leaving.begin();
    }

    /// Reads what is needed and stands where it was left.
    public void open() {
        keying.open(known -> {
            surroundings = Optional.of(known);
            resume();
        }, problem -> say(new KeyingNotice.CannotLeave(problem)));
    }

    private void resume() {
        here.read();
        if (keying.stage() == PaperKeying.Stage.RULING) {
            stand(rows().end());
        } else {
            stand(keying.lastPlace().map(last -> rows().placeOf(last).map(this::goOnFrom)
                    .orElseGet(this::firstOpenPlace)).orElse(0));
        }
        if (keying.interview().factsNotTaken() > 0) {
            say(new KeyingNotice.FactsNotTaken(keying.interview().factsNotTaken()));
        }
    }

    private int goOnFrom(int last) {
        boolean done = rows().ask(last).filter(KeyingRow.Ask::isKeyed).isPresent();
        return done ? rows().notKeyedFrom(last).orElse(rows().end()) : last;
    }

    private int firstOpenPlace() {
        return rows().firstOpen().orElse(rows().end());
    }

    // ---- what is shown

    /// Goes up whenever anything that is shown changed.
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /// Goes up whenever a key meant nothing or a value was not taken.
    ReadOnlyIntegerProperty wrongs() {
        return wrongs.getReadOnlyProperty();
    }

    PaperKeying keying() {
        return keying;
    }

    KeyingRows rows() {
        return here.rows();
    }

    int place() {
        return here.place();
    }

    /// What is being keyed: at the row in focus, or as a third value of a difference.
    Optional<Entry> entry() {
        return atEnd() ? end.third() : here.entry();
    }

    KeyingNotice notice() {
        return notice;
    }

    /// The number typed after `/`; empty while none is asked for.
    Optional<String> jump() {
        return jump.typed();
    }

    KeyStrokes strokes() {
        return strokes;
    }

    KeyingEnd end() {
        return end;
    }

    boolean atEnd() {
        return opened() && here.atEnd();
    }

    boolean opened() {
        return surroundings.isPresent();
    }

    Optional<PaperKeying.Surroundings> surroundings() {
        return surroundings;
    }

    SaveState saveState() {
        return leaving.saveState();
    }

    private boolean closed() {
        return !opened() || leaving.begun() || end.closed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    private void say(KeyingNotice now) {
        notice = now;
        changed();
    }

    private void wrong(KeyingNotice why) {
        wrongs.set(wrongs.get() + 1);
        say(why);
    }

    // ---- keys

    /// A key was pressed, whatever it does: it is counted.
    void pressed() {
        strokes.pressed(clock.monotonicNanos());
    }

    /// A digit, a letter, or one of the signs `+ - * / .`.
    void key(char key) {
        if (!opened() || leaving.begun()) {
            return;
        }
        if (atEnd()) {
            notice = NO_NOTICE;
            end.key(key);
        } else if (key == '-' && jump().isEmpty()) {
            back();
        } else {
            keys.key(key);
        }
    }

    /// @param typed what stands in the field; empty where there is none
    void enter(String typed) {
        if (!opened() || leaving.begun()) {
            return;
        }
        if (atEnd()) {
            notice = NO_NOTICE;
            end.enter(typed);
        } else {
            keys.enter(typed);
        }
    }

    /// Gives what is being keyed, before one goes elsewhere without Enter.
    ///
    /// @return false if it was not taken; one then stays
    boolean give(String typed) {
        return closed() || atEnd() || keys.give(typed);
    }

    /// Says that the paper gives no answer here, and goes on.
    void mark(PaperMark mark) {
        if (atEnd()) {
            end.mark(mark);
        } else if (!closed()) {
            keys.mark(mark);
        }
    }

    /// Takes away what was keyed at the row in focus, and stays.
    void empty() {
        if (!closed() && !atEnd()) {
            keys.empty();
        }
    }

    /// Takes back the last digit of the number; false if none was asked for.
    boolean shortenJump() {
        boolean asked = jump.typed().isPresent();
        if (asked) {
            keys.key('-');
        }
        return asked;
    }

    /// Puts the number away; false if none was asked for.
    boolean cancelJump() {
        boolean asked = jump.typed().isPresent();
        if (asked) {
            jump.putAway();
            say(NO_NOTICE);
        }
        return asked;
    }

    // ---- going

    void back() {
        if (atEnd()) {
            end.back();
        } else if (!closed() && place() > 0) {
            stand(place() - 1);
        }
    }

    void next() {
        if (!closed() && !atEnd()) {
            stand(place() + 1);
        }
    }

    /// To the beginning of a section.
    ///
    /// @param by 1 for the next; -1 for the one before or, inside one, for its own beginning
    void toSection(int by) {
        if (closed()) {
            return;
        }
        int now = atEnd() ? rows().sections().size() : rows().at(place()).section();
        boolean inside = by < 0 && !atEnd() && !rows().sectionStart(now).equals(Optional.of(place()));
        int wanted = Math.clamp(inside ? now : now + by, 0, rows().sections().size());
        stand(rows().sectionStart(wanted).orElse(rows().end()));
    }

    /// The first row that must still be keyed; if there is none, the end.
    void firstOpen() {
        if (!closed()) {
            stand(firstOpenPlace());
        }
    }

    void toEnd() {
        if (!closed()) {
            stand(rows().end());
        }
    }

    private void stand(int wanted) {
        notice = NO_NOTICE;
        jump.putAway();
        here.to(wanted);
        if (atEnd()) {
            end.arrive();
        } else {
            end.ahead();
        }
        changed();
    }

    // ---- notes, language, leaving

    /// What else the paper says at the row in focus.
    Optional<String> note() {
        return here.ask().flatMap(ask -> keying.note(ask.path()));
    }

    boolean mayNote() {
        return !closed() && here.ask().isPresent();
    }

    void note(String text) {
        here.ask().filter(ask -> !closed()).ifPresent(ask -> {
            if (!text.strip().equals(keying.note(ask.path()).orElse(""))) {
                keying.note(ask.path(), text.strip());
            }
            say(NO_NOTICE);
        });
    }

    /// The form's next language; place and values stay.
    void nextLanguage() {
        List<String> languages = keying.interview().languages();
        if (!closed() && languages.size() > 1) {
            int now = languages.indexOf(keying.interview().language());
            keying.setLanguage(languages.get((now + 1) % languages.size()));
            here.read();
            changed();
        }
    }

    /// Keeps the place and leaves as soon as everything is on the disk.
    void pause() {
        if (!leaving.begun()) {
            settle(onLeave);
        }
    }

    /// Keeps the place and calls back as soon as everything is on the disk, after which nothing may change any more.
    void settle(Runnable whenSaved) {
        Path place = here.atEnd() ? NOWHERE : rows().at(place()).path();
        leaving.leave(place, end.closed() || !opened(), whenSaved);
    }

    /// Tries again to write what could not be written.
    void tryAgain() {
        keying.interview().saveAgain();
    }

    private final class RowHost implements RowKeys.Host {
        @Override
        public void to(int place) {
            stand(place);
        }

        @Override
        public void say(KeyingNotice now) {
            KeyingModel.this.say(now);
        }

        @Override
        public void wrong(KeyingNotice why) {
            KeyingModel.this.wrong(why);
        }
    }

    private final class EndHost implements KeyingEnd.Host {
        @Override
        public void changed() {
            KeyingModel.this.changed();
        }

        @Override
        public void reread() {
            here.read();
            here.to(rows().end());
        }

        @Override
        public void toRow(Path path) {
            rows().placeOf(path).ifPresent(KeyingModel.this::stand);
        }

        @Override
        public void toLastRow() {
            stand(rows().end() - 1);
        }

        @Override
        public void restart() {
            here.read();
            stand(0);
        }

        @Override
        public void wrong(KeyingNotice why) {
            KeyingModel.this.wrong(why);
        }

        @Override
        public void completing(boolean now) {
            leaving.completing(now);
        }

        @Override
        public void leave() {
            pause();
        }
    }
}
