package vn.hoidan.client.ui.preview;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.hoidan.client.app.FormSource;
import vn.hoidan.client.app.machine.DeviceClock;
import vn.hoidan.client.app.work.Trial;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.pack.FormRemark;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Questionnaire;

/// The author's window without controls: which form is open, what is wrong with it, the trial of it and what can be
/// said of the trial. Belongs to the window's thread.
public final class PreviewModel {
    /// Between two readings of a form that keeps changing while it is read.
    private static final int MOST_READINGS = 3;

    private final FormSource source;
    private final Trial.Surroundings surroundings;
    private final String firstLanguage;
    private final ReadOnlyObjectWrapper<PreviewState> state = new ReadOnlyObjectWrapper<>(new PreviewState.Empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper panel = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<Reloaded>> reloaded = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<FormRemark> remarks = FXCollections.observableArrayList();
    private final ObservableList<AnswerLine> answers = FXCollections.observableArrayList();
    private final ObservableList<HiddenLine> hidden = FXCollections.observableArrayList();
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private Consumer<Runnable> settle = Runnable::run;
    /// What the next trial goes on with while none runs; null before the first.
    private Trial.Memory memory;
    private String stamp = "";
    private String stampSeen = "";
    private boolean again;

    /// The form was read again.
    ///
    /// @param answersNotTaken answers given before that do not fit any more
    record Reloaded(Instant at, int answersNotTaken) {
    }

    private record Read(FormReading form, String stamp) {
    }

    /// @param language that forms are first shown in, if they have it
    public PreviewModel(FormSource source, Trial.Surroundings surroundings, String language) {
        this.source = source;
        this.surroundings = surroundings;
        this.firstLanguage = language;
    }

    ReadOnlyObjectProperty<PreviewState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Path>> file() {
        return file.getReadOnlyProperty();
    }

    /// The form is being read.
    ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /// What is known of the form and the trial is shown beside it.
    ReadOnlyBooleanProperty panel() {
        return panel.getReadOnlyProperty();
    }

    /// Goes up with each change after which {@link #refresh} would tell something else.
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Reloaded>> reloaded() {
        return reloaded.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    ObservableList<FormRemark> remarks() {
        return remarks;
    }

    ObservableList<AnswerLine> answers() {
        return answers;
    }

    ObservableList<HiddenLine> hidden() {
        return hidden;
    }

    /// What is missing or wrong in the trial as it stands.
    ObservableList<Finding> findings() {
        return findings;
    }

    /// The one who takes what is being typed into the trial and keeps the place before another takes its turn.
    void onSettle(Consumer<Runnable> settler) {
        settle = settler;
    }

    void togglePanel() {
        panel.set(!panel.get());
        changed();
    }

    // ---- the form

    /// Opens a form; a trial of another one is given up.
    public void open(Path form) {
        settle.accept(() -> {
            settle = Runnable::run;
            memory = null;
            stamp = "";
            file.set(Optional.of(form));
            reloaded.set(Optional.empty());
            remarks.clear();
            state.set(new PreviewState.Reading());
            read();
        });
    }

    /// Reads the form again; the trial goes on with the answers that still fit.
    public void reload() {
        if (file.get().isPresent()) {
            read();
        }
    }

    /// Asks whether the form has changed on disk, and reads it again once it has been still for one turn: programs
    /// write large files in several strokes.
    public void look() {
        if (reading.get() || file.get().isEmpty()) {
            return;
        }
        Path form = file.get().get();
        surroundings.lane().run(() -> source.stamp(form), now -> {
            boolean ours = file.get().filter(form::equals).isPresent() && !reading.get();
            if (ours && !now.equals(stamp) && now.equals(stampSeen)) {
                reload();
            }
            stampSeen = now;
        }, this::tell);
    }

    private void read() {
        if (reading.get()) {
            again = true;
            return;
        }
        Path form = file.get().orElseThrow();
        reading.set(true);
        surroundings.lane().run(() -> readWhole(form), done -> {
            reading.set(false);
            if (again) {
                again = false;
                read();
            } else {
                problem.set(Optional.empty());
                stamp = done.stamp();
                settle.accept(() -> show(done.form()));
            }
        }, failed -> {
            reading.set(false);
            again = false;
            // what could not be read is read again when it changes, not each second
            stamp = stampSeen;
            tell(failed);
        });
    }

    /// With the stamp of exactly what was read.
    private Read readWhole(Path form) {
        for (int round = 1; ; round++) {
            String before = source.stamp(form);
            FormReading read = source.read(form);
            String after = source.stamp(form);
            if (before.equals(after) || round == MOST_READINGS) {
                return new Read(read, after);
            }
        }
    }

    private void show(FormReading form) {
        boolean first = memory == null && state.get() instanceof PreviewState.Reading;
        trial().ifPresent(before -> memory = before.memory());
        settle = Runnable::run;
        remarks.setAll(form.remarks());
        switch (form) {
            case FormReading.Refused _ -> {
                forgetTrial();
                state.set(new PreviewState.Refused());
            }
            case FormReading.Usable usable -> begin(usable.questionnaire(), first);
        }
    }

    private void begin(Questionnaire questionnaire, boolean first) {
        Trial.Memory from = memory == null
                ? Trial.Memory.empty(surroundings.clock().now().atZone(surroundings.clock().zone()), firstLanguage)
                : memory;
        surroundings.lane().run(() -> Trial.of(questionnaire, from, surroundings), trial -> {
            reloaded.set(first ? Optional.empty()
                    : Optional.of(new Reloaded(surroundings.clock().now(), trial.answersNotTaken())));
            fill(trial);
        }, this::tell);
    }

    private void fill(Trial trial) {
        memory = trial.memory();
        trial.onChange(() -> trialChanged(trial));
        state.set(new PreviewState.Filled(trial));
        changed();
        refresh();
    }

    // ---- the trial

    private Optional<Trial> trial() {
        return switch (state.get()) {
            case PreviewState.Filled filled -> Optional.of(filled.trial());
            case PreviewState.Finished finished -> Optional.of(finished.trial());
            case PreviewState.Empty _, PreviewState.Reading _, PreviewState.Refused _ -> Optional.empty();
        };
    }

    private void trialChanged(Trial trial) {
        if (trial().filter(now -> now == trial).isEmpty()) {
            return;
        }
        if (trial.completed()) {
            settle = Runnable::run;
            state.set(new PreviewState.Finished(trial));
            refresh();
        }
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /// Fills the form in anew, from its beginning.
    public void restart() {
        trial().ifPresent(trial -> settle.accept(() -> {
            settle = Runnable::run;
            go(trial, trial.afterwards(surroundings.clock().now().atZone(surroundings.clock().zone())));
        }));
    }

    /// Goes on with the trial where it was left, also after it was completed: nothing of it was stored.
    public void goOn() {
        trial().ifPresent(trial -> {
            settle = Runnable::run;
            go(trial, trial.memory());
        });
    }

    private void go(Trial before, Trial.Memory from) {
        reloaded.set(Optional.empty());
        surroundings.lane().run(() -> Trial.of(before.questionnaire(), from, surroundings), this::fill, this::tell);
    }

    /// Tells anew what would be stored, what is hidden and why, and what is missing.
    public void refresh() {
        Optional<Trial> now = trial();
        if (now.isEmpty() || !panel.get()) {
            return;
        }
        Trial trial = now.get();
        answers.setAll(trial.answers().entrySet().stream()
                .map(answer -> new AnswerLine(answer.getKey(), answer.getValue())).toList());
        hidden.setAll(trial.hidden().stream().map(part -> HiddenLine.of(part, trial)).toList());
        trial.check(found -> {
            if (trial().filter(running -> running == trial).isPresent()) {
                findings.setAll(found);
            }
        }, this::tell);
    }

    private void forgetTrial() {
        answers.clear();
        hidden.clear();
        findings.clear();
    }

    /// Languages of the form that is filled in, with the one shown first.
    List<String> languages() {
        return trial().map(Trial::languages).orElse(List.of());
    }

    private void tell(Problem failed) {
        problem.set(Optional.of(failed));
    }
}
