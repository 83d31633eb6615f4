package vn.hoidan.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.IFormElement;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.instance.FormInstance;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;

/// All places of a form as it is filled in now. Made anew when an instance of a repeat comes or goes.
final class Layout {
    /// Instances of repeats in one interview; a listing longer than this belongs in interviews of its own.
    static final int MOST_INSTANCES = 2_000;

    private final FormDef form;
    private final Map<String, XFormText.BindFacts> facts;
    private final Map<QuestionDef, QuestionType> types;
    private final List<GroupSlot> sections = new ArrayList<>();
    private final Map<Path, QuestionSlot> questions = new LinkedHashMap<>();
    private final Map<Path, RepeatSlot> repeats = new HashMap<>();
    private int instances;

    private Layout(FormDef form, Map<String, XFormText.BindFacts> facts, Map<QuestionDef, QuestionType> types) {
        this.form = form;
        this.facts = facts;
        this.types = types;
    }

    static Layout of(FormDef form, Map<String, XFormText.BindFacts> facts) {
        return new Layout(form, facts, new IdentityHashMap<>()).built();
    }

    /// The same form after instances came or went.
    Layout again() {
        return new Layout(form, facts, types).built();
    }

    List<GroupSlot> sections() {
        return sections;
    }

    /// In the form's order.
    Map<Path, QuestionSlot> questions() {
        return questions;
    }

    Map<Path, RepeatSlot> repeats() {
        return repeats;
    }

    /// Instances of all repeats together.
    int instances() {
        return instances;
    }

    /// A node of the filled-in form and how deep it lies.
    private record Base(TreeElement node, int depth) {
        TreeElement find(TreeReference reference) {
            TreeElement at = node;
            for (int level = depth; level < reference.size(); level++) {
                TreeElement next = reference.getMultiplicity(level) == TreeReference.INDEX_ATTRIBUTE
                        ? at.getAttribute(null, reference.getName(level)) : at.getChild(reference.getName(level), 0);
                if (next == null) {
                    throw new IllegalStateException("no node for " + reference.toString(false));
                }
                at = next;
            }
            return at;
        }
    }

    private Layout built() {
        TreeElement root = form.getMainInstance().getRoot();
        List<Slot> top = slots(form.getChildren(), new Base(root, 1), Trail.TOP);
        List<Slot> loose = new ArrayList<>();
        int looseParts = 0;
        for (Slot slot : top) {
            switch (slot) {
                case GroupSlot group -> {
                    looseParts += gather(loose, root, looseParts);
                    sections.add(group);
                }
                case RepeatSlot repeat -> {
                    looseParts += gather(loose, root, looseParts);
                    sections.add(new GroupSlot(root, repeat.path(), repeat.label(), "", List.of(repeat)));
                }
                case QuestionSlot question -> loose.add(question);
            }
        }
        gather(loose, root, looseParts);
        sections.forEach(section -> tellDepth(section, 0));
        return this;
    }

    private static void tellDepth(Slot slot, int depth) {
        slot.atDepth(depth);
        switch (slot) {
            case QuestionSlot _ -> {
                // nothing lies inside
            }
            case GroupSlot group -> group.children().forEach(child -> tellDepth(child, depth + 1));
            case RepeatSlot repeat -> repeat.instances().forEach(instance -> tellDepth(instance, depth + 1));
        }
    }

    /// Questions of the top level that stand one after the other get a group of their own, named like the form; the
    /// second and further ones get a number, so that paths differ.
    private int gather(List<Slot> loose, TreeElement root, int before) {
        if (loose.isEmpty()) {
            return 0;
        }
        String path = Values.path(root).text() + (before == 0 ? "" : "[" + (before + 1) + "]");
        sections.add(new GroupSlot(root, new Path(path), Label.none(root.getRef()), "", loose));
        loose.clear();
        return 1;
    }

    private List<Slot> slots(List<IFormElement> elements, Base base, Trail trail) {
        List<Slot> slots = new ArrayList<>();
        for (int index = 0; index < elements.size(); index++) {
            Trail here = trail.into(index, elements.get(index));
            switch (elements.get(index)) {
                case QuestionDef question -> slots.add(question(question, base));
                case GroupDef group when group.getRepeat() -> slots.add(repeat(group, group, base, here));
                case GroupDef group when repeatIn(group).isPresent() -> {
                    GroupDef repeat = repeatIn(group).get();
                    slots.add(repeat(repeat, group, base, here.into(0, repeat)));
                }
                case GroupDef group -> slots.add(group(group, base, here));
                default -> throw new IllegalStateException("unknown part " + elements.get(index).getClass());
            }
        }
        return slots;
    }

    private QuestionSlot question(QuestionDef question, Base base) {
        TreeElement node = base.find(FormInstance.unpackReference(question.getBind()));
        XFormText.BindFacts bind = facts.getOrDefault(Values.nodeset(node), XFormText.BindFacts.NONE);
        QuestionType type = types.computeIfAbsent(question, first -> QuestionTypes.of(first, node, bind));
        QuestionSlot slot = new QuestionSlot(question, node, type, bind);
        questions.put(slot.path(), slot);
        return slot;
    }

    private GroupSlot group(GroupDef group, Base base, Trail trail) {
        Base own = base;
        if (group.getBind() != null) {
            TreeReference reference = FormInstance.unpackReference(group.getBind());
            own = new Base(base.find(reference), Math.max(base.depth(), reference.size()));
        }
        List<Slot> children = slots(children(group), own, trail);
        return new GroupSlot(own.node(), Values.path(own.node()), Label.of(group, own.node().getRef()),
                appearance(group), children);
    }

    /// XLSForm writes a repeat as a group with a label around a repeat without one.
    private static Optional<GroupDef> repeatIn(GroupDef group) {
        if (children(group).size() == 1 && children(group).getFirst() instanceof GroupDef inner && inner.getRepeat()
                && group.getBind() != null && FormInstance.unpackReference(group.getBind())
                        .equals(FormInstance.unpackReference(inner.getBind()))) {
            return Optional.of(inner);
        }
        return Optional.empty();
    }

    private RepeatSlot repeat(GroupDef repeat, GroupDef labelled, Base base, Trail trail) {
        TreeReference reference = FormInstance.unpackReference(repeat.getBind());
        TreeElement parent = base.find(reference.getParentRef());
        List<TreeElement> nodes = parent.getChildrenWithName(reference.getNameLast()).stream()
                .filter(node -> node.getMult() >= 0).sorted(Comparator.comparingInt(TreeElement::getMult)).toList();
        instances += nodes.size();
        List<GroupSlot> slots = new ArrayList<>();
        for (TreeElement node : nodes) {
            List<Slot> children = slots(children(repeat), new Base(node, reference.size()),
                    trail.withLast(node.getMult()));
            slots.add(new GroupSlot(node, Values.path(node), Label.of(labelled, node.getRef()), "", children));
        }
        String appearance = appearance(repeat).isEmpty() ? appearance(labelled) : appearance(repeat);
        RepeatSlot slot = new RepeatSlot(repeat, parent, reference.getNameLast(), trail,
                Label.of(labelled, parent.getRef()), appearance, slots);
        repeats.put(slot.path(), slot);
        return slot;
    }

    /// Paths without positions of questions that cannot be asked here, relevant or not.
    static List<Path> unaskable(FormDef form, Map<String, XFormText.BindFacts> facts) {
        List<Path> unaskable = new ArrayList<>();
        collectUnaskable(form, form.getChildren(), facts, unaskable);
        return unaskable;
    }

    private static void collectUnaskable(FormDef form, List<IFormElement> elements,
            Map<String, XFormText.BindFacts> facts, List<Path> unaskable) {
        for (IFormElement element : elements) {
            if (element instanceof QuestionDef question) {
                TreeElement node = form.getMainInstance().getTemplatePath(
                        FormInstance.unpackReference(question.getBind()));
                String nodeset = Values.nodeset(node);
                if (QuestionTypes.of(question, node, facts.getOrDefault(nodeset, XFormText.BindFacts.NONE))
                        == QuestionType.UNSUPPORTED) {
                    unaskable.add(new Path(nodeset));
                }
            } else if (element instanceof GroupDef group) {
                collectUnaskable(form, children(group), facts, unaskable);
            }
        }
    }

    private static List<IFormElement> children(GroupDef group) {
        return group.getChildren() == null ? List.of() : group.getChildren();
    }

    private static String appearance(GroupDef group) {
        return group.getAppearanceAttr() == null ? "" : group.getAppearanceAttr().strip();
    }
}
