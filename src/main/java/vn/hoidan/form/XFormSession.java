package vn.hoidan.form;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.actions.ActionController;
import org.javarosa.core.model.actions.Actions;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.HiddenPart;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.message.Messages;

/// One interview on a form definition of its own.
///
/// What is seen is always a function of the answers told so far, in their order: after each of them everything that
/// JavaRosa leaves stale is computed again, and reading changes nothing. So replaying the facts of a draft leads to
/// the same answers, whatever was looked at in between.
final class XFormSession implements Session {
    /// A count that depends on its own repeat would never settle.
    private static final int MOST_ROUNDS = 100;

    private final FormDef form;
    private final XFormText.Vetted text;
    private final Languages languages;
    private final Texts texts;
    private final Choices choices;
    private final Changes changes;
    private final CountedRepeats counted;
    private final ZoneOffset offset;
    private final Refusals refusals;
    private Layout layout;
    private List<Element.Group> sections = List.of();
    private String language;
    private Messages messages;

    /// @param form      just parsed, used by nobody else
    /// @param instances that it was parsed with
    XFormSession(FormDef form, XFormText.Vetted text, SessionInstances instances, SessionFunctions functions,
            SessionContext context, Refusals refusals) {
        this.refusals = refusals;
        this.form = form;
        this.text = text;
        this.languages = Languages.of(form);
        this.texts = new Texts(form);
        this.choices = new Choices(form, texts, functions, instances.rows());
        this.changes = new Changes(form, texts, choices);
        this.counted = new CountedRepeats(form, text.bindFacts());
        this.offset = context.startedAt().getOffset();
        speak(context.language());
        engine(() -> {
            form.addFilterStrategy(new ListFilter(instances.lists()));
            functions.installIn(form);
            form.addFunctionHandler(new ChoiceNames(form, texts, choices));
            form.initialize(true, new InstanceInitializationFactory());
            layout = Layout.of(form, text.bindFacts());
            return settle(Set.of());
        });
    }

    @Override
    public List<Element.Group> sections() {
        return sections;
    }

    @Override
    public Optional<Element.Question> question(Path path) {
        return Optional.ofNullable(layout.questions().get(path)).flatMap(QuestionSlot::shown);
    }

    @Override
    public AnswerResult answer(Path path, String value) {
        if (value.isBlank()) {
            return clear(path);
        }
        QuestionSlot slot = asked(path);
        return switch (Answers.read(slot, slot.shown().orElseThrow(), value, offset)) {
            case Reading.Unreadable unreadable ->
                new AnswerResult.Refused(messages.get(unreadable.message(), unreadable.values()));
            case Reading.Readable readable -> engine(() -> fits(slot, readable.data())
                    ? set(slot, readable.data())
                    : new AnswerResult.Refused(texts.message(slot.facts().constraintMessage(), slot.reference())));
        };
    }

    /// JavaRosa looks for the node by its path first, even where it has no constraint.
    private boolean fits(QuestionSlot slot, IAnswerData data) {
        return slot.node().getConstraint() == null || form.evaluateConstraint(slot.reference(), data);
    }

    @Override
    public AnswerResult clear(Path path) {
        QuestionSlot slot = asked(path);
        return engine(() -> set(slot, null));
    }

    private QuestionSlot asked(Path path) {
        QuestionSlot slot = layout.questions().get(path);
        if (slot == null || slot.shown().filter(Element.Question::asks).isEmpty()) {
            throw new IllegalArgumentException("nothing is asked now at " + path.text());
        }
        return slot;
    }

    /// @param data null takes the answer away
    private AnswerResult set(QuestionSlot slot, IAnswerData data) {
        IAnswerData before = slot.node().getValue();
        try {
            put(slot, data);
            return new AnswerResult.Taken(settle(Set.of(slot)));
        } catch (RuntimeException | StackOverflowError broken) {
            takeBack(slot, before, broken);
            throw broken;
        }
    }

    /// As JavaRosa's `setValue` does it, which looks through the whole form for the question each time.
    private void put(QuestionSlot slot, IAnswerData data) {
        ActionController actions = slot.definition().getActionController();
        boolean fires = !actions.getListenersForEvent(Actions.EVENT_QUESTION_VALUE_CHANGED).isEmpty()
                && !Values.of(slot.node().getValue()).equals(Values.of(data));
        form.setAnswer(data, slot.node());
        form.triggerTriggerables(slot.reference());
        if (fires) {
            actions.triggerActionsFromEvent(Actions.EVENT_QUESTION_VALUE_CHANGED, form,
                    slot.reference().getParentRef(), null);
        }
    }

    /// Computes everything again with the answer that worked.
    private void takeBack(QuestionSlot slot, IAnswerData before, Throwable broken) {
        try {
            put(slot, before);
            settle(Set.of());
        } catch (RuntimeException | StackOverflowError again) {
            broken.addSuppressed(again);
        }
    }

    /// Computes what JavaRosa leaves stale, brings counted repeats to their number, and looks at everything again.
    /// Gives whether anything but the value of the answered question changed.
    private boolean settle(Set<QuestionSlot> answered) {
        boolean moved = false;
        int rounds = 0;
        do {
            if (text.computesRepeats()) {
                form.initialize(false, new InstanceInitializationFactory());
            }
            if (!counted.adjust(layout)) {
                break;
            }
            layout = layout.again();
            moved = true;
        } while (++rounds < MOST_ROUNDS);
        Refresh refresh = moved || answered.isEmpty() ? lookAtAll() : lookAtChanges(answered);
        return moved || refresh.changedElsewhere();
    }

    /// Looks at every part again.
    private Refresh lookAtAll() {
        Refresh refresh = new Refresh(form, texts, choices, Set.of());
        layout.sections().forEach(section -> section.refresh(refresh));
        changes.learn(layout);
        gather();
        return refresh;
    }

    /// Looks at those parts again that the answer may have changed, and at what lies around them.
    private Refresh lookAtChanges(Set<QuestionSlot> answered) {
        Refresh refresh = new Refresh(form, texts, choices, answered);
        if (changes.look(refresh)) {
            gather();
        }
        return refresh;
    }

    /// Everything looked at anew; for tests that what was shown after each answer is the same.
    List<Element.Group> sectionsLookedAtAnew() {
        engine(this::lookAtAll);
        return sections;
    }

    private void gather() {
        List<Element.Group> groups = new ArrayList<>(layout.sections().size());
        for (GroupSlot section : layout.sections()) {
            section.group().ifPresent(groups::add);
        }
        sections = List.copyOf(groups);
    }

    @Override
    public Path addRepeat(Path repeat) {
        RepeatSlot slot = changeable(repeat);
        if (layout.instances() >= Layout.MOST_INSTANCES) {
            throw new IllegalArgumentException("no more than " + Layout.MOST_INSTANCES + " at " + repeat.text());
        }
        engine(() -> {
            CountedRepeats.create(form, slot, slot.size());
            layout = layout.again();
            return settle(Set.of());
        });
        return new Path(repeat.text() + "[" + (slot.size() + 1) + "]");
    }

    @Override
    public void removeRepeat(Path instance) {
        String path = instance.text();
        int bracket = path.lastIndexOf('[');
        if (bracket < 0 || !path.substring(bracket).matches("\\[[1-9]\\d{0,5}]")) {
            throw new IllegalArgumentException("no instance of a repeat: " + path);
        }
        RepeatSlot slot = changeable(new Path(path.substring(0, bracket)));
        int position = Integer.parseInt(path.substring(bracket + 1, path.length() - 1)) - 1;
        if (position >= slot.size()) {
            throw new IllegalArgumentException("no instance of a repeat: " + path);
        }
        engine(() -> {
            form.deleteRepeat(slot.index(form, position));
            layout = layout.again();
            return settle(Set.of());
        });
    }

    private RepeatSlot changeable(Path repeat) {
        RepeatSlot slot = layout.repeats().get(repeat);
        if (slot == null || slot.fixedSize() || !slot.relevant(form)) {
            throw new IllegalArgumentException("nothing is added or removed now at " + repeat.text());
        }
        return slot;
    }

    @Override
    public List<Finding> findings() {
        return engine(() -> {
            List<Finding> findings = new ArrayList<>();
            for (QuestionSlot slot : layout.questions().values()) {
                slot.shown().flatMap(question -> finding(slot, question)).ifPresent(findings::add);
            }
            return List.copyOf(findings);
        });
    }

    private Optional<Finding> finding(QuestionSlot slot, Element.Question question) {
        if (!question.answered()) {
            return question.required() && question.asks() ? Optional.of(new Finding(slot.path(), Finding.Kind.MISSING,
                    question.label(), texts.message(slot.facts().requiredMessage(), slot.reference())))
                    : Optional.empty();
        }
        if (!fits(slot, slot.node().getValue())) {
            return Optional.of(new Finding(slot.path(), Finding.Kind.WRONG, question.label(),
                    texts.message(slot.facts().constraintMessage(), slot.reference())));
        }
        return offered(question) ? Optional.empty() : Optional.of(new Finding(slot.path(), Finding.Kind.WRONG,
                question.label(), messages.get("finding.choice-gone")));
    }

    /// A list of choices that depends on other answers may have changed since this one was given.
    private static boolean offered(Element.Question question) {
        return switch (question.type()) {
            case SELECT_ONE, SELECT_MULTIPLE, RANK -> {
                Set<String> codes = new HashSet<>(question.choices().stream().map(Choice::code).toList());
                yield codes.containsAll(Arrays.asList(question.value().orElseThrow().split(" ")));
            }
            case TEXT, INTEGER, DECIMAL, RANGE, DATE, TIME, DATE_TIME, GEOPOINT, ACKNOWLEDGE, NOTE, FILE, IMAGE,
                    BARCODE, UNSUPPORTED -> true;
        };
    }

    /// Left out is the form's own `instanceID`: an interview has its id already.
    @Override
    public Map<Path, String> answers() {
        Map<Path, String> answers = new LinkedHashMap<>();
        collect(form.getMainInstance().getRoot(), answers);
        return Collections.unmodifiableMap(answers);
    }

    private static void collect(TreeElement node, Map<Path, String> answers) {
        if (!node.isRelevant() || node.getMult() < 0) {
            return;
        }
        if (!"uid".equals(node.getPreloadHandler())) {
            Values.of(node.getValue()).ifPresent(value -> answers.put(Values.path(node), value));
        }
        for (int index = 0; index < node.getNumChildren(); index++) {
            collect(node.getChildAt(index), answers);
        }
    }

    @Override
    public List<HiddenPart> hidden() {
        return engine(() -> HiddenParts.of(form, texts, text.bindFacts(), layout));
    }

    @Override
    public void setLanguage(String wanted) {
        engine(() -> {
            speak(wanted);
            return lookAtAll();
        });
    }

    private void speak(String wanted) {
        int place = languages.find(wanted);
        language = languages.tags().get(place);
        texts.setLanguage(languages.names().get(place));
        messages = Messages.of(Refusals.BUNDLE, Languages.spoken(Messages.LANGUAGES, wanted, language));
    }

    @Override
    public String language() {
        return language;
    }

    /// Whatever JavaRosa throws while it evaluates is a fault of the form: an expression that fits no value.
    private <T> T engine(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException told) {
            throw told;
        } catch (RuntimeException | StackOverflowError broken) {
            throw refusals.foreign("evaluation", broken);
        }
    }
}
