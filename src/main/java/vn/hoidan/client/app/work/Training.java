package vn.hoidan.client.app.work;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Questionnaire;

/// Trial interviews for training. They are filled in as in the field and stand in memory only: no store, no list, no
/// quota, no log knows of them, so there is nothing by which one could ever count. What was begun can be gone on with
/// until the person leaves; then it is gone. Belongs to the window's thread.
public final class Training {
    private final FieldWork field;
    private final Supplier<Questionnaire> exercises;
    private final Trial.Surroundings surroundings;
    private final Map<Form, Trial> begun = new EnumMap<>(Form.class);

    /// What is tried.
    public enum Form {
        /// Questions of every type that say what to press.
        EXERCISES,
        /// The questionnaire of the survey in work.
        SURVEY
    }

    /// @param exercises asked for on the lane
    public Training(FieldWork field, Supplier<Questionnaire> exercises, Trial.Surroundings surroundings) {
        this.field = field;
        this.exercises = exercises;
        this.surroundings = surroundings;
    }

    /// Questions answered in the trial that was left unfinished; empty when there is none.
    public Optional<Integer> answered(Form form) {
        return Optional.ofNullable(begun.get(form)).filter(trial -> !trial.completed())
                .map(trial -> trial.progress().answered());
    }

    /// Begins a trial from the beginning; one that was begun before is gone.
    ///
    /// @param language to begin in, if the form has it
    public void begin(Form form, String language, Consumer<Trial> onDone, Consumer<Problem> onProblem) {
        begun.remove(form);
        open(() -> Trial.of(questionnaire(form), Trial.Memory.empty(
                surroundings.clock().now().atZone(surroundings.clock().zone()), language), surroundings), form, onDone,
                onProblem);
    }

    /// Goes on where a trial was left.
    ///
    /// @throws IllegalStateException if none was left
    public void goOn(Form form, Consumer<Trial> onDone, Consumer<Problem> onProblem) {
        Trial left = Optional.ofNullable(begun.get(form)).filter(trial -> !trial.completed())
                .orElseThrow(() -> new IllegalStateException("no trial was left: " + form));
        Trial.Memory memory = left.memory();
        open(() -> Trial.of(left.questionnaire(), memory, surroundings), form, onDone, onProblem);
    }

    private void open(Supplier<Trial> trial, Form form, Consumer<Trial> onDone, Consumer<Problem> onProblem) {
        surroundings.lane().run(trial::get, opened -> {
            begun.put(form, opened);
            onDone.accept(opened);
        }, onProblem);
    }

    private Questionnaire questionnaire(Form form) {
        return switch (form) {
            case EXERCISES -> exercises.get();
            case SURVEY -> field.questionnaire(field.survey().questionnaire());
        };
    }
}
