package vn.hoidan.client.ui.household;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.hoidan.client.app.machine.Background;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.work.FieldWork;
import vn.hoidan.client.app.work.Home;
import vn.hoidan.client.app.work.InterviewWork;
import vn.hoidan.client.app.work.Starting;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.HouseholdState;
import vn.hoidan.core.sampling.HouseholdStatus;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.Outcome;
import vn.hoidan.core.survey.Consent;

/// One household and what can be done there now.
public final class HouseholdModel {
    /// Where the enumerator stands.
    public enum Step {
        CARD,
        /// The consent text is read aloud.
        CONSENT,
        /// What came of the attempt?
        ATTEMPT,
        /// Why did they refuse or stop?
        REASON,
        /// When to come again?
        APPOINTMENT
    }

    /// What the screen shows.
    ///
    /// @param opened labels of reserve households that the last attempt opened
    public record Shown(Home.Village village, HouseholdStatus status, Consent consent, List<String> opened) {
        public Shown {
            opened = List.copyOf(opened);
        }
    }

    private final FieldWork field;
    private final Background lane;
    private final DeviceClock clock;
    private final ListId list;
    private final int household;
    private final Consumer<InterviewWork> onInterview;
    private final Runnable onChange;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.CARD);
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper badTime = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param lane        on which the store is read and written
    /// @param onInterview told the interview that was begun or goes on
    /// @param onChange    told when something was recorded
    public HouseholdModel(FieldWork field, Background lane, DeviceClock clock, ListId list, int household,
            Consumer<InterviewWork> onInterview, Runnable onChange) {
        this.field = field;
        this.lane = lane;
        this.clock = clock;
        this.list = list;
        this.household = household;
        this.onInterview = onInterview;
        this.onChange = onChange;
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /// Empty until it was read.
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// The time typed for an appointment is none, or is over.
    public ReadOnlyBooleanProperty badTime() {
        return badTime.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public void load() {
        run(field::home, home -> show(home, List.of()));
    }

    private void show(Home home, List<String> opened) {
        Home.Village village = home.villages().stream().filter(each -> each.list().equals(list)).findFirst()
                .orElseThrow(() -> new IllegalStateException("list not held: " + list.text()));
        HouseholdStatus status = village.household(household)
                .orElseThrow(() -> new IllegalStateException("no household " + household));
        shown.set(Optional.of(new Shown(village, status, home.survey().orElseThrow().consent(), opened)));
    }

    private HouseholdState state() {
        return shown.get().orElseThrow().status().state();
    }

    /// True when an interview may be begun or gone on with.
    public boolean canInterview() {
        return shown.get().isPresent() && switch (state()) {
            case NEW, CONTACTED, APPOINTMENT, IN_WORK -> true;
            case COMPLETED, CLOSED, RESERVE -> false;
        };
    }

    public boolean goesOn() {
        return shown.get().isPresent() && state() == HouseholdState.IN_WORK;
    }

    /// The main act: asks for consent, or goes on with what was begun. A full village is refused before anything is
    /// read to anybody.
    public void interview() {
        if (busy.get() || !canInterview()) {
            return;
        }
        Shown now = shown.get().orElseThrow();
        if (goesOn()) {
            run(() -> field.resume(now.status().interview().orElseThrow()), onInterview);
        } else if (mayBegin()) {
            to(Step.CONSENT);
        }
    }

    /// True if an interview may be begun here now; a full village is told. Nothing is begun by asking.
    public boolean mayBegin() {
        if (busy.get() || !canInterview() || goesOn()) {
            return false;
        }
        Home.Village village = shown.get().orElseThrow().village();
        boolean full = village.open().isEmpty() && (village.startable() <= 0 || village.quota().full());
        if (full) {
            problem.set(Optional.of(Problem.of(ProblemKind.QUOTA_FULL, "cell", village.quota().name())));
        }
        return !full;
    }

    /// The respondent agreed.
    ///
    /// @param mode     how the answers will be obtained: face to face, or alone on the device
    /// @param language to begin the interview in
    public void agree(InterviewMode mode, String language) {
        if (step.get() == Step.CONSENT && !busy.get()) {
            run(() -> field.start(list, household, mode, language), starting -> {
                switch (starting) {
                    case Starting.Started started -> {
                        to(Step.CARD);
                        onChange.run();
                        onInterview.accept(started.interview());
                    }
                    case Starting.Refused refused -> problem.set(Optional.of(refused.problem()));
                }
            });
        }
    }

    /// The respondent did not agree.
    public void decline() {
        to(Step.REASON);
    }

    public void attempt() {
        if (canInterview() && !busy.get()) {
            to(Step.ATTEMPT);
        }
    }

    /// What may have come of an attempt here, in the order of their digits.
    public List<Outcome> outcomes() {
        return goesOn() ? List.of(Outcome.NOT_AT_HOME, Outcome.APPOINTMENT, Outcome.BROKEN_OFF)
                : List.of(Outcome.NOT_AT_HOME, Outcome.APPOINTMENT, Outcome.REFUSED, Outcome.NO_ELIGIBLE_ADULT,
                        Outcome.NOT_FOUND);
    }

    public void choose(Outcome outcome) {
        switch (outcome) {
            case APPOINTMENT -> to(Step.APPOINTMENT);
            case REFUSED, BROKEN_OFF -> to(Step.REASON);
            case NOT_AT_HOME, NO_ELIGIBLE_ADULT, NOT_FOUND -> attempted(outcome, "");
            case INTERVIEW_STARTED, QUOTA_FULL, INTERVIEWED_ELSEWHERE ->
                throw new IllegalArgumentException("recorded by the interview or told by the office");
        }
    }

    /// @param reason code of a reason for refusing
    public void refuse(String reason) {
        attempted(goesOn() ? Outcome.BROKEN_OFF : Outcome.REFUSED, reason);
    }

    public void appointment() {
        if (canInterview() && !busy.get()) {
            to(Step.APPOINTMENT);
        }
    }

    /// Makes an appointment unless the time is none or is over.
    ///
    /// @param typed as people write times: `9:30`, `0930`, `9h30`, `14`
    public void appoint(LocalDate day, String typed) {
        Optional<Instant> at = time(typed).map(time -> day.atTime(time).atZone(clock.zone()).toInstant())
                .filter(moment -> moment.isAfter(clock.now()));
        badTime.set(at.isEmpty());
        at.ifPresent(moment -> record(() -> field.recordAppointment(list, household, moment)));
    }

    static Optional<LocalTime> time(String typed) {
        String text = typed.strip().replaceAll("[hHgG:., ]+", ":").replaceAll(":$", "");
        if (text.matches("\\d{3,4}")) {
            text = text.substring(0, text.length() - 2) + ":" + text.substring(text.length() - 2);
        }
        if (!text.matches("\\d{1,2}(:\\d{1,2})?")) {
            return Optional.empty();
        }
        String[] parts = text.split(":");
        int hour = Integer.parseInt(parts[0]);
        int minute = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    public LocalDate today() {
        return clock.now().atZone(clock.zone()).toLocalDate();
    }

    private void attempted(Outcome outcome, String reason) {
        record(() -> field.recordContact(list, household, outcome, reason));
    }

    private void record(Runnable attempt) {
        if (busy.get()) {
            return;
        }
        run(() -> {
            List<HouseholdStatus> before = households(field.home());
            attempt.run();
            Home after = field.home();
            return new Recorded(after, opened(before, households(after)));
        }, recorded -> {
            show(recorded.home(), recorded.opened());
            to(Step.CARD);
            onChange.run();
        });
    }

    private record Recorded(Home home, List<String> opened) {
    }

    private List<HouseholdStatus> households(Home home) {
        return home.villages().stream().filter(each -> each.list().equals(list)).findFirst().orElseThrow()
                .households();
    }

    private static List<String> opened(List<HouseholdStatus> before, List<HouseholdStatus> after) {
        List<Integer> closed = before.stream().filter(each -> each.state() == HouseholdState.RESERVE)
                .map(each -> each.household().number()).toList();
        return after.stream().filter(each -> each.state() != HouseholdState.RESERVE)
                .filter(each -> closed.contains(each.household().number()))
                .map(each -> each.household().label()).toList();
    }

    /// One step back; false on the card.
    public boolean back() {
        if (step.get() == Step.CARD) {
            return false;
        }
        if (!busy.get()) {
            to(Step.CARD);
        }
        return true;
    }

    private void to(Step next) {
        problem.set(Optional.empty());
        badTime.set(false);
        step.set(next);
    }

    private <T> void run(Callable<T> work, Consumer<T> onDone) {
        busy.set(true);
        problem.set(Optional.empty());
        lane.run(work, result -> {
            busy.set(false);
            onDone.accept(result);
        }, failed -> {
            busy.set(false);
            problem.set(Optional.of(failed));
        });
    }
}
