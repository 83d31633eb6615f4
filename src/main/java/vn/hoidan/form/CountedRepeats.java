package vn.hoidan.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InvalidReferenceException;
import org.javarosa.core.model.instance.TreeElement;
import vn.hoidan.core.questionnaire.Path;

/// Keeps repeats whose number the form decides at that number. Answers of an instance that goes are kept aside and
/// come back with it: who means 15 and types 1 first has lost nothing.
final class CountedRepeats {
    private final FormDef form;
    private final Map<String, XFormText.BindFacts> facts;
    private final Map<Path, Deque<Map<String, IAnswerData>>> aside = new HashMap<>();

    CountedRepeats(FormDef form, Map<String, XFormText.BindFacts> facts) {
        this.form = form;
        this.facts = facts;
    }

    /// Brings the first repeat that has another number than wanted to that number; says whether there was one.
    boolean adjust(Layout layout) {
        for (RepeatSlot repeat : layout.repeats().values()) {
            Optional<Integer> wanted = repeat.wanted(form);
            if (wanted.isPresent() && wanted.get() != repeat.size()) {
                adjust(repeat, wanted.get(), layout);
                return true;
            }
        }
        return false;
    }

    private void adjust(RepeatSlot repeat, int wanted, Layout layout) {
        if (wanted - repeat.size() > Layout.MOST_INSTANCES - layout.instances()) {
            throw new IllegalStateException(repeat.path().text() + ": more than " + Layout.MOST_INSTANCES);
        }
        Deque<Map<String, IAnswerData>> kept = aside.computeIfAbsent(repeat.path(), path -> new ArrayDeque<>());
        for (int position = repeat.size() - 1; position >= wanted; position--) {
            kept.push(answers(repeat.instance(position)));
            form.deleteRepeat(repeat.index(form, position));
        }
        for (int position = repeat.size(); position < wanted; position++) {
            TreeElement added = create(form, repeat, position);
            if (!kept.isEmpty()) {
                putBack(added, "", kept.pop());
            }
        }
    }

    /// A new instance at this position, counted from 0, which must be the next.
    static TreeElement create(FormDef form, RepeatSlot repeat, int position) {
        try {
            var index = repeat.index(form, position);
            form.createNewRepeat(index);
            return form.getMainInstance().resolveReference(form.getChildInstanceRef(index));
        } catch (InvalidReferenceException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Map<String, IAnswerData> answers(TreeElement instance) {
        Map<String, IAnswerData> answers = new LinkedHashMap<>();
        collect(instance, "", answers);
        return answers;
    }

    private void collect(TreeElement node, String path, Map<String, IAnswerData> answers) {
        if (node.isLeaf() && node.getValue() != null && !calculated(node)) {
            answers.put(path, node.getValue());
        }
        for (int index = 0; index < node.getNumChildren(); index++) {
            TreeElement child = node.getChildAt(index);
            if (child.getMult() >= 0) {
                collect(child, step(path, child), answers);
            }
        }
    }

    private void putBack(TreeElement node, String path, Map<String, IAnswerData> answers) {
        if (node.isLeaf() && answers.containsKey(path)) {
            form.setValue(answers.get(path), node.getRef(), node, true);
        }
        for (int index = 0; index < node.getNumChildren(); index++) {
            TreeElement child = node.getChildAt(index);
            if (child.getMult() >= 0) {
                putBack(child, step(path, child), answers);
            }
        }
    }

    private static String step(String path, TreeElement child) {
        return path + "/" + child.getName() + "[" + child.getMult() + "]";
    }

    private boolean calculated(TreeElement node) {
        return facts.getOrDefault(Values.nodeset(node), XFormText.BindFacts.NONE).calculated();
    }
}
