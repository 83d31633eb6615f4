package vn.hoidan.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormElementStateListener;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.condition.IConditionExpr;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;

/// Knows after an answer which parts of the form may look different: JavaRosa tells when the value or the state of a
/// node changes, and each part is known by the nodes that it shows or that its texts and choices look at. So the
/// cost of an answer grows with what it changes, not with the form.
final class Changes implements FormElementStateListener {
    private final FormDef form;
    private final Texts texts;
    private final Choices choices;
    private final Set<TreeElement> watched = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<TreeElement, List<Slot>> shownBy = new IdentityHashMap<>();
    private final Set<Slot> always = new LinkedHashSet<>();
    private final List<Slot> touched = new ArrayList<>();

    Changes(FormDef form, Texts texts, Choices choices) {
        this.form = form;
        this.texts = texts;
        this.choices = choices;
    }

    /// Learns all places anew, after instances came or went or the language changed.
    void learn(Layout layout) {
        shownBy.clear();
        always.clear();
        touched.forEach(Slot::looked);
        touched.clear();
        layout.sections().forEach(this::learn);
        Set<TreeElement> now = Collections.newSetFromMap(new IdentityHashMap<>());
        watch(form.getMainInstance().getRoot(), now);
        watched.clear();
        watched.addAll(now);
    }

    private void watch(TreeElement node, Set<TreeElement> now) {
        now.add(node);
        if (!watched.contains(node)) {
            node.registerStateObserver(this);
        }
        for (int index = 0; index < node.getNumChildren(); index++) {
            watch(node.getChildAt(index), now);
        }
    }

    private void learn(Slot slot) {
        switch (slot) {
            case QuestionSlot question -> {
                shows(question, question.node());
                for (Label label : List.of(question.label(), question.hint(), question.guidance())) {
                    looksAt(question, label, question.reference());
                }
                Optional<Set<TreeReference>> dependsOn = choices.dependsOn(question);
                dependsOn.orElse(Set.of()).forEach(reference -> looksAt(question, reference));
                if (dependsOn.isEmpty() || choices.haveOutputs(question)) {
                    always.add(question);
                }
            }
            case GroupSlot group -> {
                shows(group, group.node());
                looksAt(group, group.label(), group.node().getRef());
                group.children().forEach(this::learn);
            }
            case RepeatSlot repeat -> {
                // whether it is relevant JavaRosa computes each time it is asked
                always.add(repeat);
                repeat.instances().forEach(this::learn);
            }
        }
    }

    /// Learns what only shows once a part is shown.
    private void learnMore(Slot shown) {
        if (shown instanceof QuestionSlot question && choices.haveOutputs(question)) {
            always.add(question);
        }
    }

    private void looksAt(Slot slot, Label label, TreeReference where) {
        for (IConditionExpr output : texts.outputs(label.written(texts))) {
            if (output.getExpr().containsFunc("jr:choice-name")) {
                // looks at choices, which look at other answers
                always.add(slot);
            }
            output.getTriggers(where).forEach(reference -> looksAt(slot, reference));
        }
    }

    private void looksAt(Slot slot, TreeReference reference) {
        if (reference.getInstanceName() == null) {
            for (TreeReference each : form.getEvaluationContext().expandReference(reference)) {
                shows(slot, form.getMainInstance().resolveReference(each));
            }
        }
    }

    private void shows(Slot slot, TreeElement node) {
        shownBy.computeIfAbsent(node, first -> new ArrayList<>(1)).add(slot);
    }

    @Override
    public void formElementStateChanged(TreeElement node, int flags) {
        List<Slot> slots = shownBy.get(node);
        if (slots != null) {
            slots.forEach(this::touch);
        }
    }

    @Override
    public void formElementStateChanged(IFormElement element, int flags) {
        // of definitions nothing is shown that changes
    }

    private void touch(Slot slot) {
        if (slot.waits()) {
            touched.add(slot);
        }
    }

    /// Looks at what may be different since the last look, and at what lies around that; says whether a top-level part
    /// is to be shown differently.
    boolean look(Refresh refresh) {
        always.forEach(this::touch);
        boolean top = false;
        while (!touched.isEmpty()) {
            Slot slot = takeDeepest();
            slot.looked();
            if (slot.refreshItself(refresh)) {
                learnMore(slot);
                slot.around().ifPresent(this::touch);
                top |= slot.depth() == 0;
            }
        }
        return top;
    }

    /// So that a part is looked at after all that lies inside. There are seldom more than a handful.
    private Slot takeDeepest() {
        int deepest = 0;
        for (int place = 1; place < touched.size(); place++) {
            if (touched.get(place).depth() > touched.get(deepest).depth()) {
                deepest = place;
            }
        }
        Slot last = touched.removeLast();
        return deepest < touched.size() ? touched.set(deepest, last) : last;
    }
}
