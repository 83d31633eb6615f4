package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vn.hoidan.client.app.store.Attaching;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.client.app.work.Filling;
import vn.hoidan.client.ui.question.Answers;
import vn.hoidan.client.ui.question.Reading;
import vn.hoidan.client.ui.question.Refusal;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.sync.Bytes;

/// Gives answers to the interview and remembers what was not taken, so that nothing typed is lost by going elsewhere.
final class Answering implements Answers {
    private final Filling work;
    private final Privacy privacy;
    private final BooleanSupplier closed;
    private final Runnable onChange;
    private final Consumer<Path> onMember;
    private final Consumer<Path> onGoOn;
    private final Map<Path, Refusal> refusals = new LinkedHashMap<>();
    private final Map<Path, List<String>> rankings = new HashMap<>();

    /// @param closed   true when nothing may change any more
    /// @param onChange told after each change of what is to be shown
    /// @param onMember told the path of an instance added to a repeat
    /// @param onGoOn   told the question whose answer is complete
    Answering(Filling work, Privacy privacy, BooleanSupplier closed, Runnable onChange, Consumer<Path> onMember,
            Consumer<Path> onGoOn) {
        this.work = work;
        this.privacy = privacy;
        this.closed = closed;
        this.onChange = onChange;
        this.onMember = onMember;
        this.onGoOn = onGoOn;
    }

    /// Where something typed was not taken.
    Set<Path> refused() {
        return Set.copyOf(refusals.keySet());
    }

    /// What was typed alone and not taken goes with the respondent.
    void forgetAlone() {
        refusals.keySet().removeIf(privacy::wanted);
        rankings.keySet().removeIf(privacy::wanted);
    }

    @Override
    public boolean type(Path path, String typed, Reading reading) {
        String trimmed = typed.strip();
        Optional<Element.Question> question = work.question(path).map(privacy::blank);
        if (closed.getAsBoolean() || question.isEmpty() || privacy.guarded(path)
                || trimmed.isEmpty() && privacy.covered(path)) {
            return true;
        }
        if (trimmed.isEmpty()) {
            clear(path);
            return true;
        }
        return switch (reading.read(trimmed)) {
            case Reading.Outcome.Unreadable unreadable -> {
                refuse(path, new Refusal(typed, unreadable.key(), ""));
                yield false;
            }
            case Reading.Outcome.Value value -> answer(question.get(), value.lexical(), typed);
        };
    }

    @Override
    public void set(Path path, String value) {
        question(path).ifPresent(question -> answer(question, value, value));
    }

    /// The question, if it may be answered now; without an answer that is covered.
    private Optional<Element.Question> question(Path path) {
        return closed.getAsBoolean() || privacy.guarded(path) ? Optional.empty()
                : work.question(path).map(privacy::blank);
    }

    private boolean answer(Element.Question question, String value, String typed) {
        boolean sameManner = work.remarks().manner(question.path()) == privacy.manner(question.path());
        if (sameManner && question.value().filter(value::equals).isPresent()) {
            forget(question.path());
            return true;
        }
        return switch (work.answer(question.path(), value, privacy.manner(question.path()))) {
            case AnswerResult.Taken _ -> {
                privacy.given(question.path());
                refusals.remove(question.path());
                onChange.run();
                yield true;
            }
            case AnswerResult.Refused refused -> {
                refuse(question.path(), new Refusal(typed, Refusal.BY_FORM, refused.message()));
                yield false;
            }
        };
    }

    private void refuse(Path path, Refusal refusal) {
        refusals.put(path, refusal);
        onChange.run();
    }

    private void forget(Path path) {
        if (refusals.remove(path) != null) {
            onChange.run();
        }
    }

    @Override
    public void clear(Path path) {
        if (closed.getAsBoolean()) {
            return;
        }
        rankings.remove(path);
        boolean hadRefusal = refusals.remove(path) != null;
        boolean answered = work.question(path).map(Element.Question::answered).orElse(false);
        if (answered && work.clear(path) instanceof AnswerResult.Refused refused) {
            refusals.put(path, new Refusal("", Refusal.BY_FORM, refused.message()));
        }
        if (answered || hadRefusal) {
            onChange.run();
        }
    }

    @Override
    public void choose(Path path, String code) {
        question(path).ifPresent(question -> {
            if (question.type() == QuestionType.SELECT_MULTIPLE) {
                toggle(question, code);
            } else if (question.type() == QuestionType.RANK) {
                rank(question, code);
            } else {
                set(path, code);
            }
        });
    }

    /// Codes stand in the order of the choices, whatever the order of choosing.
    private void toggle(Element.Question question, String code) {
        Set<String> chosen = new LinkedHashSet<>(List.of(question.value().orElse("").split(" ")));
        if (!chosen.remove(code)) {
            chosen.add(code);
        }
        List<String> ordered = question.choices().stream().map(Choice::code).filter(chosen::contains).toList();
        if (ordered.isEmpty()) {
            clear(question.path());
        } else {
            set(question.path(), String.join(" ", ordered));
        }
    }

    private void rank(Element.Question question, String code) {
        List<String> order = new ArrayList<>(ranking(question.path()));
        if (!order.remove(code)) {
            order.add(code);
        }
        if (order.size() == question.choices().size()) {
            rankings.remove(question.path());
            set(question.path(), String.join(" ", order));
        } else {
            clear(question.path());
            rankings.put(question.path(), order);
            onChange.run();
        }
    }

    @Override
    public List<String> ranking(Path path) {
        List<String> begun = rankings.get(path);
        return begun != null ? List.copyOf(begun) : question(path).flatMap(Element.Question::value)
                .map(value -> List.of(value.split(" "))).orElse(List.of());
    }

    @Override
    public void moveRank(Path path, String code, int by) {
        Optional<Element.Question> question = question(path);
        List<String> order = new ArrayList<>(ranking(path));
        int from = order.indexOf(code);
        int to = from + by;
        if (question.isEmpty() || from < 0 || to < 0 || to >= order.size()) {
            return;
        }
        order.remove(from);
        order.add(to, code);
        if (rankings.containsKey(path)) {
            rankings.put(path, order);
            onChange.run();
        } else {
            set(path, String.join(" ", order));
        }
    }

    @Override
    public void attach(Path path, AttachmentSource source, Consumer<Attaching> onDone, Consumer<Problem> onProblem) {
        if (question(path).isPresent()) {
            work.attach(path, source, privacy.manner(path), attaching -> {
                if (attaching instanceof Attaching.Kept) {
                    privacy.given(path);
                }
                onDone.accept(attaching);
                onChange.run();
            }, onProblem);
        }
    }

    @Override
    public void attachment(String name, Consumer<Optional<Bytes>> onDone, Consumer<Problem> onProblem) {
        work.attachment(name, onDone, onProblem);
    }

    @Override
    public Optional<Bytes> picture(String name) {
        return work.picture(name);
    }

    @Override
    public void goOn(Path path) {
        onGoOn.accept(path);
    }

    @Override
    public Optional<Refusal> refusal(Path path) {
        return Optional.ofNullable(refusals.get(path));
    }

    @Override
    public void addMember(Path repeat) {
        if (!closed.getAsBoolean()) {
            Path added = work.addRepeat(repeat);
            onChange.run();
            onMember.accept(added);
        }
    }

    @Override
    public void removeMember(Path instance) {
        if (!closed.getAsBoolean()) {
            work.removeRepeat(instance);
            privacy.forget();
            refusals.keySet().removeIf(path -> path.text().startsWith(instance.text()));
            onChange.run();
        }
    }
}
