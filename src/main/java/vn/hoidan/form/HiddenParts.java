package vn.hoidan.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.xpath.XPathConditional;
import vn.hoidan.core.questionnaire.HiddenPart;
import vn.hoidan.core.questionnaire.Path;

/// Tells the author of a form what is hidden now, and which condition hides it.
final class HiddenParts {
    /// Answers told for one condition; one over a long roster would tell hundreds.
    private static final int MOST_REASONS = 50;

    private final FormDef form;
    private final Texts texts;
    private final Map<String, XFormText.BindFacts> facts;
    private final List<HiddenPart> found = new ArrayList<>();

    private HiddenParts(FormDef form, Texts texts, Map<String, XFormText.BindFacts> facts) {
        this.form = form;
        this.texts = texts;
        this.facts = facts;
    }

    static List<HiddenPart> of(FormDef form, Texts texts, Map<String, XFormText.BindFacts> facts, Layout layout) {
        HiddenParts hidden = new HiddenParts(form, texts, facts);
        layout.sections().forEach(hidden::visit);
        return List.copyOf(hidden.found);
    }

    private void visit(Slot slot) {
        switch (slot) {
            case QuestionSlot question -> {
                if (!question.node().isRelevant()) {
                    tell(question.path(), question.label(), question.node());
                }
            }
            case GroupSlot group -> {
                if (!group.node().isRelevant()) {
                    tell(group.path(), group.label(), group.node());
                }
                group.children().forEach(this::visit);
            }
            case RepeatSlot repeat -> {
                if (!repeat.relevant(form)) {
                    tell(repeat.path(), repeat.label(), repeat.sample(form));
                } else if (repeat.size() == 0) {
                    repeat.count().ifPresent(count -> tell(repeat.path(), repeat.label(), count,
                            Set.of(count.contextualize(repeat.parent().getRef()))));
                }
                repeat.instances().forEach(this::visit);
            }
        }
    }

    private void tell(Path path, Label label, TreeElement node) {
        for (TreeElement at = node; at != null && at.getName() != null; at = (TreeElement) at.getParent()) {
            String relevant = facts.getOrDefault(Values.nodeset(at), XFormText.BindFacts.NONE).relevant();
            if (!relevant.isEmpty()) {
                Optional<XPathConditional> condition = falseAt(relevant, at.getRef());
                if (condition.isPresent()) {
                    add(path, label, relevant, condition.get().getTriggers(at.getRef()));
                    return;
                }
            }
        }
        add(path, label, "", Set.of());
    }

    private void tell(Path path, Label label, TreeReference count, Set<TreeReference> reasons) {
        add(path, label, count.toString(false), reasons);
    }

    private void add(Path path, Label label, String condition, Set<TreeReference> reasons) {
        found.add(new HiddenPart(path, label.text(texts), condition, reasons(reasons)));
    }

    /// The condition if it does not hold there.
    private Optional<XPathConditional> falseAt(String relevant, TreeReference where) {
        XPathConditional condition = JavaRosa.expression(new Expressions().read(relevant).text());
        return condition.eval(form.getMainInstance(), new EvaluationContext(form.getEvaluationContext(), where))
                ? Optional.empty() : Optional.of(condition);
    }

    private List<HiddenPart.Reason> reasons(Set<TreeReference> triggers) {
        Set<HiddenPart.Reason> reasons = new LinkedHashSet<>();
        triggers.stream().filter(trigger -> trigger.getInstanceName() == null)
                .flatMap(trigger -> form.getEvaluationContext().expandReference(trigger).stream())
                .map(reference -> form.getMainInstance().resolveReference(reference)).limit(MOST_REASONS)
                .forEach(node -> reasons.add(new HiddenPart.Reason(Values.path(node),
                        node.isRelevant() ? Values.of(node.getValue()) : Optional.empty())));
        return reasons.stream().sorted((one, other) -> one.path().compareTo(other.path())).toList();
    }
}
