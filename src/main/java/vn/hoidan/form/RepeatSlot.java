package vn.hoidan.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.GroupDef;
import org.javarosa.core.model.instance.FormInstance;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// A repeat at its place in the filled-in form, with the instances there are.
final class RepeatSlot extends Slot {
    private final GroupDef definition;
    private final TreeElement parent;
    private final String name;
    private final Trail trail;
    private final Path path;
    private final Label label;
    private final String appearance;
    private final List<GroupSlot> instances;
    /// Null while nothing is shown.
    private Element.Repeat shown;

    /// @param trail how JavaRosa gets here from the top of the form
    RepeatSlot(GroupDef definition, TreeElement parent, String name, Trail trail, Label label, String appearance,
            List<GroupSlot> instances) {
        this.definition = definition;
        this.parent = parent;
        this.name = name;
        this.trail = trail;
        this.path = new Path(Values.path(parent).text() + "/" + name);
        this.label = label;
        this.appearance = appearance;
        this.instances = List.copyOf(instances);
        instances.forEach(instance -> instance.liesIn(this));
    }

    Path path() {
        return path;
    }

    Label label() {
        return label;
    }

    int size() {
        return instances.size();
    }

    List<GroupSlot> instances() {
        return instances;
    }

    TreeElement parent() {
        return parent;
    }

    /// An instance, or what one would be made from.
    TreeElement sample(FormDef form) {
        return instances.isEmpty() ? form.getMainInstance().getTemplatePath(reference(0)) : instance(0);
    }

    /// Where the form says how many instances there are, if it does.
    Optional<TreeReference> count() {
        return Optional.ofNullable(definition.getCountReference()).map(FormInstance::unpackReference);
    }

    TreeElement instance(int position) {
        return instances.get(position).node();
    }

    /// Whether the form itself decides how many instances there are.
    boolean fixedSize() {
        return definition.noAddRemove || definition.getCountReference() != null;
    }

    /// How many instances the form asks for, if it does.
    Optional<Integer> wanted(FormDef form) {
        if (definition.getCountReference() == null) {
            return Optional.empty();
        }
        TreeReference count = FormInstance.unpackReference(definition.getCountReference());
        TreeElement node = form.getMainInstance().resolveReference(count.contextualize(reference(size())));
        if (node == null || !node.isRelevant() || !relevant(form)) {
            return Optional.of(0);
        }
        return Optional.of(Values.of(node.getValue()).map(RepeatSlot::whole).orElse(0));
    }

    private static int whole(String number) {
        try {
            return (int) Math.clamp(Double.parseDouble(number), 0, Integer.MAX_VALUE);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    boolean relevant(FormDef form) {
        return parent.isRelevant() && form.isRepeatRelevant(reference(0));
    }

    /// JavaRosa's address of an instance, which need not exist yet; positions count from 0.
    FormIndex index(FormDef form, int position) {
        Trail here = trail.withLast(position);
        return form.buildIndex(new ArrayList<>(here.indexes()), new ArrayList<>(here.positions()),
                new ArrayList<>(here.elements()));
    }

    private TreeReference reference(int position) {
        return parent.getRef().extendRef(name, position);
    }

    @Override
    Optional<Element> now() {
        return Optional.ofNullable(shown);
    }

    @Override
    Optional<Element> refresh(Refresh refresh) {
        instances.forEach(instance -> instance.refresh(refresh));
        refreshItself(refresh);
        return now();
    }

    @Override
    boolean refreshItself(Refresh refresh) {
        Element.Repeat before = shown;
        List<Element.Group> groups = new ArrayList<>(instances.size());
        for (GroupSlot instance : instances) {
            instance.group().ifPresent(groups::add);
        }
        if (!relevant(refresh.form()) || groups.isEmpty() && fixedSize()) {
            shown = null;
        } else {
            Element.Repeat now =
                    new Element.Repeat(path, label.text(refresh.texts()), appearance, groups, fixedSize());
            shown = now.equals(before) ? before : now;
        }
        if ((before == null) != (shown == null) || shown != null && !shown.label().equals(before.label())) {
            refresh.note();
        }
        return shown != before;
    }
}
