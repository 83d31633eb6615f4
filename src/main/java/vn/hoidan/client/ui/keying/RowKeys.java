package vn.hoidan.client.ui.keying;

import java.util.Optional;
import java.util.function.Supplier;
import vn.hoidan.client.app.work.PaperKeying;
import vn.hoidan.client.app.work.PaperOverview;
import vn.hoidan.core.interview.Keyed;
import vn.hoidan.core.interview.PaperMark;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Path;

/// What keys do at a row: keying its value, repeating, marking, emptying, and going to a row by its number.
final class RowKeys {
    private static final KeyingNotice NO_NOTICE = new KeyingNotice.None();

    /// What a row tells the model.
    interface Host {
        /// To a place of the column.
        void to(int place);

        void say(KeyingNotice now);

        /// The key meant nothing here, or a value was not taken.
        void wrong(KeyingNotice why);
    }

    private final PaperKeying keying;
    private final KeyingPlace here;
    private final KeyingJump jump;
    private final Supplier<PaperOverview> forms;
    private final Host host;

    RowKeys(PaperKeying keying, KeyingPlace here, KeyingJump jump, Supplier<PaperOverview> forms, Host host) {
        this.keying = keying;
        this.here = here;
        this.jump = jump;
        this.forms = forms;
        this.host = host;
    }

    private void wrong(String key) {
        host.wrong(new KeyingNotice.Wrong(key));
    }

    void key(char key) {
        if (jump.typed().isPresent()) {
            jumped(jump.key(key));
            return;
        }
        switch (key) {
            case '+' -> plus();
            case '*' -> mark(PaperMark.LEFT_BLANK);
            case '/' -> ask();
            case '.' -> empty();
            default -> entryKey(key);
        }
    }

    /// @param typed what stands in the field; empty where there is none
    void enter(String typed) {
        if (jump.typed().isPresent()) {
            jumped(jump.enter());
        } else if (here.entry().isPresent()) {
            take(here.entry().get().enter(typed), true);
        } else {
            host.to(here.place() + 1);
        }
    }

    /// Gives what is being keyed without going on; false if it was not taken.
    boolean give(String typed) {
        if (here.entry().isEmpty()) {
            return true;
        }
        Entry.Step step = here.entry().get().enter(typed);
        return step instanceof Entry.Step.Same || take(step, false);
    }

    private void ask() {
        jump.ask();
        host.say(NO_NOTICE);
    }

    private void entryKey(char key) {
        if (here.entry().filter(entry -> !entry.types()).isPresent()) {
            take(here.entry().orElseThrow().key(key), true);
        } else {
            wrong("wrong.key");
        }
    }

    private boolean take(Entry.Step step, boolean goOn) {
        KeyingRow.Ask ask = here.ask().orElseThrow();
        switch (step) {
            case Entry.Step.Value value -> {
                return answer(ask, value.lexical(), goOn);
            }
            case Entry.Step.Begun _ -> host.say(NO_NOTICE);
            case Entry.Step.Emptied _ -> {
                here.clear(ask.path());
                leaveRow(!ask.question().required(), goOn);
            }
            case Entry.Step.Same _ -> leaveRow(!ask.open(), goOn);
            case Entry.Step.Wrong wrong -> {
                wrong(wrong.key());
                return false;
            }
        }
        return true;
    }

    private void leaveRow(boolean may, boolean goOn) {
        if (may && goOn) {
            host.to(here.place() + 1);
        } else if (goOn) {
            here.begin();
            wrong("wrong.needed");
        }
    }

    private boolean answer(KeyingRow.Ask ask, String value, boolean goOn) {
        if (here.answer(ask.path(), value) instanceof AnswerResult.Refused refused) {
            here.begin();
            host.wrong(new KeyingNotice.Refused(refused.message()));
            return false;
        }
        if (goOn) {
            host.to(here.after(ask.path()));
        }
        return true;
    }

    /// Says that the paper gives no answer here, and goes on.
    void mark(PaperMark mark) {
        here.ask().ifPresentOrElse(ask -> {
            here.mark(ask.path(), mark);
            host.to(here.after(ask.path()));
        }, () -> wrong("wrong.key"));
    }

    /// Takes away what was keyed at the row in focus, and stays. After a repeat, its last instance goes if nothing was
    /// keyed in it.
    void empty() {
        switch (here.rows().at(here.place())) {
            case KeyingRow.Ask ask -> {
                if (ask.isKeyed()) {
                    here.clear(ask.path());
                }
                here.begin();
                host.say(NO_NOTICE);
            }
            case KeyingRow.More more -> removeLast(more);
        }
    }

    private void removeLast(KeyingRow.More more) {
        boolean keyed = more.repeat().instances().isEmpty() || here.rows().rows().stream().anyMatch(row ->
                row instanceof KeyingRow.Ask ask && ask.isKeyed() && ask.path().text()
                        .startsWith(more.repeat().instances().getLast().path().text() + "/"));
        if (keyed) {
            wrong("wrong.member");
        } else {
            keying.removeRepeat(more.repeat().instances().getLast().path());
            here.read();
            host.to(here.rows().placeOf(more.path()).orElse(here.place()));
        }
    }

    private void plus() {
        switch (here.rows().at(here.place())) {
            case KeyingRow.More more -> {
                Path added = keying.addRepeat(more.path());
                here.read();
                host.to(here.rows().rows().stream().map(KeyingRow::path)
                        .filter(path -> path.text().startsWith(added.text() + "/")).findFirst()
                        .flatMap(here.rows()::placeOf).orElse(here.place()));
            }
            case KeyingRow.Ask ask -> repeatable(ask).ifPresentOrElse(value -> repeat(ask, value),
                    () -> wrong("wrong.repeat"));
        }
    }

    /// In a grid what the row above has; else what this row had in the form keyed before.
    private Optional<Keyed> repeatable(KeyingRow.Ask ask) {
        if (here.rows().alike(here.place(), here.place() - 1)) {
            return here.above();
        }
        return forms.get().lastBefore(keying.interview().id())
                .map(form -> form.answers().get(ask.path())).map(Keyed.Value::new);
    }

    private void repeat(KeyingRow.Ask ask, Keyed value) {
        switch (value) {
            case Keyed.Value known -> answer(ask, known.lexical(), true);
            case Keyed.Marked marked -> mark(marked.mark());
            case Keyed.Nothing _ -> throw new IllegalStateException("nothing is not repeated");
        }
    }

    private void jumped(KeyingJump.Outcome outcome) {
        switch (outcome) {
            case KeyingJump.Outcome.Typing _, KeyingJump.Outcome.PutAway _ -> host.say(NO_NOTICE);
            case KeyingJump.Outcome.GoTo to -> numbered(to.number()).ifPresentOrElse(host::to,
                    () -> wrong("wrong.number"));
            case KeyingJump.Outcome.Repeat to -> fill(to.number(), here.above(), here.rows().gridEnd(here.place()),
                    "wrong.fill");
            case KeyingJump.Outcome.Blank to -> fill(to.number(),
                    Optional.of(new Keyed.Marked(PaperMark.LEFT_BLANK)), here.rows().groupEnd(here.place()),
                    "wrong.fillBlank");
            case KeyingJump.Outcome.Unknown _ -> wrong("wrong.number");
        }
    }

    private Optional<Integer> numbered(String number) {
        return here.rows().numbered(number, here.rows().at(here.place()).section());
    }

    /// @param furthest the last row that may be filled from here
    private void fill(String number, Optional<Keyed> value, int furthest, String otherwise) {
        int last = number.isEmpty() ? furthest : numbered(number).orElse(-1);
        if (value.isEmpty() || here.ask().isEmpty() || last < here.place() || last > furthest) {
            wrong(otherwise);
            return;
        }
        Path lastPath = here.rows().at(last).path();
        int count = here.fill(last, value.get());
        host.to(here.after(lastPath));
        host.say(value.get() instanceof Keyed.Value ? new KeyingNotice.Repeated(count)
                : new KeyingNotice.Blanked(count));
    }
}
