package vn.hoidan.client.ui.keying;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vn.hoidan.client.app.work.Completing;
import vn.hoidan.client.app.work.PaperKeying;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.KeyingDifference;
import vn.hoidan.core.interview.KeyingRuling;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.core.interview.SecondKeyer;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;

/// What comes after the last row: looking through the form, the second keying, the rulings, and completing.
final class KeyingEnd {
    private static final Keyed NOTHING = new Keyed.Nothing();

    /// What the end tells the model.
    interface Host {
        /// What is shown changed.
        void changed();

        /// Other values hold now, or those of the other keying: the rows are to be read again.
        void reread();

        /// To a row that is missing or wrong.
        void toRow(Path path);

        /// To the last row.
        void toLastRow();

        /// The second keying begins at the top.
        void restart();

        /// The key meant nothing here.
        void wrong(KeyingNotice notice);

        void completing(boolean now);

        void leave();
    }

    private final PaperKeying keying;
    private final ZoneId zone;
    private final BooleanSupplier chosen;
    private final Host host;
    private KeyingEnding ending = new KeyingEnding.Ahead();
    /// The value that neither keying had; empty while one of both is asked for.
    private Optional<Entry> third = Optional.empty();

    /// @param chosen the sample says that the form is keyed twice
    KeyingEnd(PaperKeying keying, ZoneId zone, BooleanSupplier chosen, Host host) {
        this.keying = keying;
        this.zone = zone;
        this.chosen = chosen;
        this.host = host;
    }

    KeyingEnding ending() {
        return ending;
    }

    Optional<Entry> third() {
        return third;
    }

    boolean completed() {
        return ending instanceof KeyingEnding.Completed;
    }

    /// Nothing may change: it is completed, or being completed.
    boolean closed() {
        return completed() || ending instanceof KeyingEnding.Completing;
    }

    private void tell(KeyingEnding now) {
        ending = now;
        third = Optional.empty();
        host.changed();
    }

    void ahead() {
        if (!closed()) {
            ending = new KeyingEnding.Ahead();
            third = Optional.empty();
        }
    }

    /// One came behind the last row.
    void arrive() {
        if (closed()) {
            return;
        }
        List<KeyingDifference> unruled = keying.unruled();
        if (!unruled.isEmpty()) {
            tell(new KeyingEnding.Ruling(unruled.getFirst(), unruled.size()));
            return;
        }
        tell(new KeyingEnding.Checking());
        keying.check(this::checked, problem -> tell(new KeyingEnding.Failed(problem)));
    }

    private void checked(List<Finding> findings) {
        if (!(ending instanceof KeyingEnding.Checking)) {
            return;
        }
        if (!findings.isEmpty()) {
            tell(new KeyingEnding.Found(findings));
            return;
        }
        switch (keying.stage()) {
            case FIRST -> tell(chosen.getAsBoolean() ? new KeyingEnding.WhoKeysAgain() : new KeyingEnding.Ready());
            case SECOND -> {
                keying.compare();
                host.reread();
                arrive();
            }
            case RULING -> tell(new KeyingEnding.Ready());
        }
    }

    /// A digit, a letter or one of the signs.
    void key(char key) {
        if (key == '-') {
            back();
            return;
        }
        switch (ending) {
            case KeyingEnding.Found found -> finding(found, key - '1');
            case KeyingEnding.WhoKeysAgain _ -> whoKeysAgain(key);
            case KeyingEnding.Ruling ruling -> rule(ruling, key);
            case KeyingEnding.Ready _ when key == '1' -> complete();
            case KeyingEnding.Completed _ when key == '1' -> host.leave();
            case KeyingEnding.Ahead _, KeyingEnding.Checking _, KeyingEnding.Ready _, KeyingEnding.Completing _,
                    KeyingEnding.Completed _, KeyingEnding.Failed _ -> host.wrong(new KeyingNotice.Wrong("wrong.key"));
        }
    }

    private void finding(KeyingEnding.Found found, int index) {
        if (index >= 0 && index < found.findings().size()) {
            host.toRow(found.findings().get(index).path());
        } else {
            host.wrong(new KeyingNotice.Wrong("wrong.key"));
        }
    }

    /// @param typed what stands in the field of a third value
    void enter(String typed) {
        switch (ending) {
            case KeyingEnding.Found found -> finding(found, 0);
            case KeyingEnding.Ruling ruling when third.isPresent() -> take(ruling, third.get().enter(typed));
            case KeyingEnding.Completed _ -> host.leave();
            case KeyingEnding.Failed _ -> arrive();
            case KeyingEnding.Ahead _, KeyingEnding.Checking _, KeyingEnding.WhoKeysAgain _, KeyingEnding.Ruling _,
                    KeyingEnding.Ready _, KeyingEnding.Completing _ ->
                    host.wrong(new KeyingNotice.Wrong("wrong.key"));
        }
    }

    void back() {
        if (third.isPresent()) {
            third = Optional.empty();
            host.changed();
        } else if (!closed()) {
            host.toLastRow();
        }
    }

    // ---- the second keying

    private void whoKeysAgain(char key) {
        Optional<SecondKeyer> keyer = switch (key) {
            case '1' -> Optional.of(SecondKeyer.SAME_PERSON);
            case '2' -> Optional.of(SecondKeyer.OTHER_PERSON);
            default -> Optional.empty();
        };
        if (keyer.isEmpty()) {
            host.wrong(new KeyingNotice.Wrong("wrong.key"));
            return;
        }
        tell(new KeyingEnding.Checking());
        keying.beginSecond(keyer.get(), host::restart, problem -> tell(new KeyingEnding.Failed(problem)));
    }

    // ---- rulings

    private void rule(KeyingEnding.Ruling ruling, char key) {
        if (third.isPresent()) {
            if (key == '*') {
                mark(PaperMark.LEFT_BLANK);
            } else if (!third.get().types()) {
                take(ruling, third.get().key(key));
            }
            return;
        }
        switch (key) {
            case '1' -> rule(ruling, KeyingRuling.FIRST, NOTHING);
            case '2' -> rule(ruling, KeyingRuling.SECOND, NOTHING);
            case '3' -> {
                third = question(ruling).map(Element.Question::withoutValue).map(asked -> new Entry(asked, zone));
                host.changed();
            }
            default -> host.wrong(new KeyingNotice.Wrong("wrong.ruling"));
        }
    }

    Optional<Element.Question> question(KeyingEnding.Ruling ruling) {
        return keying.interview().question(ruling.difference().path());
    }

    private void take(KeyingEnding.Ruling ruling, Entry.Step step) {
        switch (step) {
            case Entry.Step.Value value -> rule(ruling, KeyingRuling.THIRD, new Keyed.Value(value.lexical()));
            case Entry.Step.Begun _ -> host.changed();
            case Entry.Step.Same _, Entry.Step.Emptied _ -> host.wrong(new KeyingNotice.Wrong("wrong.needed"));
            case Entry.Step.Wrong wrong -> host.wrong(new KeyingNotice.Wrong(wrong.key()));
        }
    }

    /// Says for a third value that the paper has none.
    void mark(PaperMark mark) {
        if (ending instanceof KeyingEnding.Ruling ruling && third.isPresent()) {
            rule(ruling, KeyingRuling.THIRD, new Keyed.Marked(mark));
        } else {
            host.wrong(new KeyingNotice.Wrong("wrong.key"));
        }
    }

    private void rule(KeyingEnding.Ruling ruling, KeyingRuling decided, Keyed value) {
        if (keying.rule(ruling.difference(), decided, value)) {
            host.reread();
            arrive();
        } else {
            host.wrong(new KeyingNotice.Refused(""));
        }
    }

    // ---- completing

    void complete() {
        if (!(ending instanceof KeyingEnding.Ready)) {
            host.wrong(new KeyingNotice.Wrong("wrong.key"));
            return;
        }
        tell(new KeyingEnding.Completing());
        host.completing(true);
        keying.complete(completing -> ended(switch (completing) {
            case Completing.Completed _ -> new KeyingEnding.Completed();
            case Completing.Incomplete incomplete -> new KeyingEnding.Found(incomplete.findings());
        }), this::failed);
    }

    private void failed(Problem problem) {
        ended(new KeyingEnding.Failed(problem));
    }

    private void ended(KeyingEnding now) {
        tell(now);
        host.completing(false);
    }
}
