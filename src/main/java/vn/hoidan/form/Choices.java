package vn.hoidan.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.ItemsetBinding;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xform.parse.RandomizeHelper;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.form.lookup.RowSource;

/// What can be chosen now. JavaRosa's own way to ask for choices takes an answer away when it is no longer among them,
/// and does so while it is asked; here asking changes nothing, and such an answer is found wrong at the end instead.
///
/// A list that does not depend on answers is made once in a language and shared by all questions that use it; others
/// are made again when an answer that they depend on changed.
final class Choices {
    private final FormDef form;
    private final Texts texts;
    private final SessionFunctions functions;
    private final ChoiceSource source;
    private final Map<String, Listed> constant = new HashMap<>();
    private int generation = -1;

    /// @param lists look-up lists by id of their instance
    Choices(FormDef form, Texts texts, SessionFunctions functions, Map<String, RowSource> lists) {
        this.form = form;
        this.texts = texts;
        this.functions = functions;
        this.source = new ChoiceSource(form, texts, lists);
    }

    /// Choices with their labels as written.
    ///
    /// @param outputs some label holds an output, to be filled in each time
    private record Listed(List<Choice> choices, boolean outputs) {
        static Listed of(List<Choice> choices) {
            return new Listed(List.copyOf(choices),
                    choices.stream().anyMatch(choice -> Texts.hasOutputs(choice.label())));
        }
    }

    /// The choices made last for one question, and what they were made from.
    static final class Kept {
        private boolean looked;
        private Set<TreeReference> dependsOn = Set.of();
        private List<Object> madeFrom = List.of();
        private Listed listed = Listed.of(List.of());
        private String key = "";

        /// Names the list, the same for all questions that offer it.
        private String key(ItemsetBinding itemset) {
            if (key.isEmpty()) {
                key = itemset.nodesetExpr.getExpr() + "\n" + itemset.labelExpr.getExpr() + "\n"
                        + (itemset.valueExpr == null ? "" : itemset.valueExpr.getExpr());
            }
            return key;
        }
    }

    List<Choice> of(QuestionSlot slot) {
        Listed listed = listed(slot);
        return listed.outputs() ? listed.choices().stream().map(choice -> new Choice(choice.code(),
                texts.filled(choice.label(), slot.reference()), choice.image())).toList() : listed.choices();
    }

    /// The label of one choice of a question, as written; empty if it is not among them now.
    ///
    /// @param where the question stands
    Optional<String> label(QuestionDef question, TreeReference where, String code) {
        ItemsetBinding itemset = question.getDynamicChoices();
        if (itemset != null) {
            return source.label(itemset, where, code);
        }
        return labelled(question.getChoices() == null ? List.of() : question.getChoices()).stream()
                .filter(choice -> choice.code().equals(code)).findFirst().map(Choice::label);
    }

    private Listed listed(QuestionSlot slot) {
        ItemsetBinding itemset = slot.definition().getDynamicChoices();
        if (itemset == null) {
            List<SelectChoice> written = slot.definition().getChoices();
            return written == null || written.isEmpty() ? slot.keptChoices().listed
                    : kept(slot, List.of(), () -> labelled(written));
        }
        Set<TreeReference> dependsOn = dependsOn(slot, itemset);
        if (dependsOn.isEmpty() && !itemset.randomize && itemset.nodesetRef.getInstanceName() != null) {
            return constant(slot, itemset);
        }
        Optional<List<Object>> state = state(dependsOn);
        if (state.isEmpty()) {
            return Listed.of(ordered(slot, itemset, source.choices(itemset, slot.reference())));
        }
        List<Object> madeFrom = new ArrayList<>(state.get());
        seed(slot, itemset).ifPresent(madeFrom::add);
        return kept(slot, madeFrom, () -> ordered(slot, itemset, source.choices(itemset, slot.reference())));
    }

    private Listed kept(QuestionSlot slot, List<Object> madeFrom, Supplier<List<Choice>> maker) {
        List<Object> key = new ArrayList<>(madeFrom);
        key.add(texts.generation());
        Kept kept = slot.keptChoices();
        if (!kept.madeFrom.equals(key)) {
            kept.listed = Listed.of(maker.get());
            kept.madeFrom = key;
        }
        return kept.listed;
    }

    private Listed constant(QuestionSlot slot, ItemsetBinding itemset) {
        if (generation != texts.generation()) {
            constant.clear();
            generation = texts.generation();
        }
        String key = slot.keptChoices().key(itemset);
        Listed known = constant.get(key);
        if (known == null) {
            known = Listed.of(source.choices(itemset, slot.reference()));
            constant.put(key, known);
        }
        return known;
    }

    /// Answers that the choices of a question depend on; empty when that cannot be told. Outputs in their labels
    /// come on top.
    Optional<Set<TreeReference>> dependsOn(QuestionSlot slot) {
        ItemsetBinding itemset = slot.definition().getDynamicChoices();
        if (itemset == null) {
            return Optional.of(Set.of());
        }
        return itemset.randomize && itemset.randomSeedExpr != null || itemset.nodesetRef.getInstanceName() == null
                ? Optional.empty() : Optional.of(dependsOn(slot, itemset));
    }

    /// Whether labels of the choices made last hold outputs.
    boolean haveOutputs(QuestionSlot slot) {
        ItemsetBinding itemset = slot.definition().getDynamicChoices();
        Listed shared = itemset == null ? null : constant.get(slot.keptChoices().key(itemset));
        return slot.keptChoices().listed.outputs() || shared != null && shared.outputs();
    }

    /// Answers that the list depends on. Rows of a look-up list never change.
    private static Set<TreeReference> dependsOn(QuestionSlot slot, ItemsetBinding itemset) {
        Kept kept = slot.keptChoices();
        if (!kept.looked) {
            Set<TreeReference> answers = new HashSet<>();
            for (TreeReference trigger : itemset.nodesetExpr.getTriggers(slot.reference())) {
                if (trigger.getInstanceName() == null) {
                    answers.add(trigger);
                }
            }
            kept.dependsOn = Set.copyOf(answers);
            kept.looked = true;
        }
        return kept.dependsOn;
    }

    /// The values of those answers; empty when one of them is a whole set of nodes, whose state is not told so shortly.
    private Optional<List<Object>> state(Set<TreeReference> dependsOn) {
        List<Object> state = new ArrayList<>();
        for (TreeReference reference : dependsOn) {
            TreeElement node = form.getMainInstance().resolveReference(reference);
            if (node == null || node.isRepeatable() || !node.isLeaf()) {
                return Optional.empty();
            }
            state.add(node.isRelevant() ? Values.of(node.getValue()) : Optional.empty());
        }
        return Optional.of(state);
    }

    private List<Choice> labelled(List<SelectChoice> written) {
        return written.stream().map(choice -> new Choice(choice.getValue(),
                texts.written(choice.getTextID(), choice.getLabelInnerText()),
                texts.image(choice.getTextID()))).toList();
    }

    private List<Choice> ordered(QuestionSlot slot, ItemsetBinding itemset, List<Choice> choices) {
        return seed(slot, itemset).map(seed -> RandomizeHelper.shuffle(choices, seed)).orElse(choices);
    }

    /// The seed that the form gives, or one of this session: the order must not change while one looks at it.
    private Optional<Long> seed(QuestionSlot slot, ItemsetBinding itemset) {
        if (!itemset.randomize) {
            return Optional.empty();
        }
        if (itemset.randomSeedExpr == null) {
            return Optional.of(functions.shuffleSeed(slot.path().text()));
        }
        Object seed = itemset.randomSeedExpr.eval(form.getMainInstance(),
                new EvaluationContext(form.getEvaluationContext(), slot.reference()));
        return Optional.of(RandomizeHelper.toNumericWithLongHash(seed));
    }
}
