package vn.hoidan.client.ui.keying;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.PaperOverview;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.client.ui.question.Reading;
import vn.hoidan.core.interview.PaperSheet;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.sampling.ListId;

/// Taking up a paper form: its number and date first, then the consent on it. The number after the last one and the
/// last date are proposed, so that a pile costs Enter, Enter, 1.
public final class PaperStartModel {
    /// What is asked.
    public enum Step {
        NUMBER,
        DATE,
        CONSENT
    }

    /// What is shown.
    ///
    /// @param message text of this room that says what is wrong, or empty
    /// @param about   what the message is about
    public record Shown(Step step, String number, String date, String message, String about, boolean busy,
            Optional<Problem> problem) {
    }

    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)(\\d{1,12})(\\D*)");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[/.\\- ]?(\\d{2})");
    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private final FieldWork field;
    private final Background lane;
    private final DeviceClock clock;
    private final ListId list;
    private final int household;
    private final Consumer<InterviewWork> onStarted;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(
            new Shown(Step.NUMBER, "", "", "", "", true, Optional.empty()));
    private PaperOverview forms = new PaperOverview(List.of());
    private String warnedOf = "";
    private Optional<LocalDate> day = Optional.empty();

    /// @param lane      on which the store is read and written
    /// @param onStarted told the interview that was begun
    public PaperStartModel(FieldWork field, Background lane, DeviceClock clock, ListId list, int household,
            Consumer<InterviewWork> onStarted) {
        this.field = field;
        this.lane = lane;
        this.clock = clock;
        this.list = list;
        this.household = household;
        this.onStarted = onStarted;
    }

    public ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Reads the forms keyed before, to propose a number and a date.
    public void load() {
        lane.run(field::paperForms, known -> {
            forms = known;
            Optional<PaperSheet> last = known.lastSheet();
            shown.set(new Shown(Step.NUMBER, last.map(sheet -> next(sheet.number())).orElse(""),
                    last.map(sheet -> sheet.filledOn().format(WRITTEN)).orElse(""), "", "", false, Optional.empty()));
        }, this::failed);
    }

    private void failed(Problem problem) {
        Shown now = shown.get();
        shown.set(new Shown(now.step(), now.number(), now.date(), "", "", false, Optional.of(problem)));
    }

    /// The number after a number: its last digits counted on, as many of them as before.
    static String next(String number) {
        Matcher matcher = LAST_NUMBER.matcher(number);
        if (!matcher.matches()) {
            return "";
        }
        String digits = matcher.group(2);
        String after = String.valueOf(Long.parseLong(digits) + 1);
        String counted = matcher.group(1) + "0".repeat(Math.max(0, digits.length() - after.length())) + after
                + matcher.group(3);
        return counted.length() <= PaperSheet.MOST_NUMBER_CHARACTERS ? counted : "";
    }

    private void to(Step step, String number, String date, String message, String about) {
        shown.set(new Shown(step, number, date, message, about, false, Optional.empty()));
    }

    /// The number was typed. One that was keyed already is told once.
    public void number(String typed) {
        Shown now = shown.get();
        String number = typed.strip();
        Optional<Integer> known = forms.household(number);
        if (now.busy()) {
            return;
        }
        if (number.isEmpty() || number.length() > PaperSheet.MOST_NUMBER_CHARACTERS) {
            to(Step.NUMBER, number, now.date(), "start.badNumber", String.valueOf(PaperSheet.MOST_NUMBER_CHARACTERS));
        } else if (known.isPresent() && !warnedOf.equals(number)) {
            warnedOf = number;
            to(Step.NUMBER, number, now.date(), "start.known", String.valueOf(known.get()));
        } else {
            to(Step.DATE, number, now.date(), "", "");
        }
    }

    /// The date was typed.
    public void date(String typed) {
        Shown now = shown.get();
        if (now.busy()) {
            return;
        }
        day = read(typed.strip()).filter(date -> !date.isAfter(today()));
        if (day.isEmpty()) {
            to(Step.DATE, now.number(), typed, "start.badDate", "");
        } else {
            to(Step.CONSENT, now.number(), day.get().format(WRITTEN), "", "");
        }
    }

    private LocalDate today() {
        return clock.now().atZone(clock.zone()).toLocalDate();
    }

    /// As dates are typed everywhere; without a year, the last such day that was.
    private Optional<LocalDate> read(String typed) {
        if (Reading.ofDay().read(typed) instanceof Reading.Outcome.Value value) {
            return Optional.of(LocalDate.parse(value.lexical()));
        }
        Matcher separated = DAY_AND_MONTH.matcher(typed);
        Matcher matcher = separated.matches() ? separated : SHORT.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate thisYear = LocalDate.of(today().getYear(), Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(1)));
            return Optional.of(thisYear.isAfter(today()) ? thisYear.minusYears(1) : thisYear);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// @param given    the respondent agreed on the paper; without that nothing is begun
    /// @param language to begin in
    public void consent(boolean given, String language) {
        Shown now = shown.get();
        if (now.busy() || now.step() != Step.CONSENT) {
            return;
        }
        if (!given) {
            to(Step.CONSENT, now.number(), now.date(), "start.noConsent", "");
            return;
        }
        PaperSheet sheet = new PaperSheet(now.number(), day.orElseThrow());
        shown.set(new Shown(Step.CONSENT, now.number(), now.date(), "", "", true, Optional.empty()));
        lane.run(() -> field.startPaper(list, household, sheet, language), starting -> {
            switch (starting) {
                case Starting.Started started -> onStarted.accept(started.interview());
                case Starting.Refused refused -> failed(refused.problem());
            }
        }, this::failed);
    }

    /// One field back; false at the first.
    public boolean back() {
        Shown now = shown.get();
        if (now.busy() || now.step() == Step.NUMBER) {
            return now.busy();
        }
        to(now.step() == Step.CONSENT ? Step.DATE : Step.NUMBER, now.number(), now.date(), "", "");
        return true;
    }
}
