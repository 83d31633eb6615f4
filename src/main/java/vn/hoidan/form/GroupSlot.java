package vn.hoidan.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.javarosa.core.model.instance.TreeElement;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// A group, or one instance of a repeat, at its place in the filled-in form.
final class GroupSlot extends Slot {
    private final TreeElement node;
    private final Path path;
    private final Label label;
    private final String appearance;
    private final List<Slot> children;
    /// Null while nothing is shown.
    private Element.Group shown;

    GroupSlot(TreeElement node, Path path, Label label, String appearance, List<Slot> children) {
        this.node = node;
        this.path = path;
        this.label = label;
        this.appearance = appearance;
        this.children = List.copyOf(children);
        children.forEach(child -> child.liesIn(this));
    }

    TreeElement node() {
        return node;
    }

    Path path() {
        return path;
    }

    Label label() {
        return label;
    }

    List<Slot> children() {
        return children;
    }

    @Override
    Optional<Element> now() {
        return Optional.ofNullable(shown);
    }

    /// The group as it is to be shown, as of the last look. One that would show nothing is left out.
    Optional<Element.Group> group() {
        return Optional.ofNullable(shown);
    }

    @Override
    Optional<Element> refresh(Refresh refresh) {
        children.forEach(child -> child.refresh(refresh));
        refreshItself(refresh);
        return now();
    }

    @Override
    boolean refreshItself(Refresh refresh) {
        Element.Group before = shown;
        shown = read(refresh, before);
        if ((before == null) != (shown == null) || shown != null && !shown.label().equals(before.label())) {
            refresh.note();
        }
        return shown != before;
    }

    private Element.Group read(Refresh refresh, Element.Group before) {
        if (!node.isRelevant()) {
            return null;
        }
        List<Element> elements = new ArrayList<>(children.size());
        for (Slot child : children) {
            child.now().ifPresent(elements::add);
        }
        if (elements.isEmpty()) {
            return null;
        }
        String text = label.text(refresh.texts());
        return before != null && before.label().equals(text) && sameObjects(before.elements(), elements) ? before
                : new Element.Group(path, text, appearance, elements);
    }

    private static boolean sameObjects(List<Element> before, List<Element> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int index = 0; index < before.size(); index++) {
            if (before.get(index) != after.get(index)) {
                return false;
            }
        }
        return true;
    }
}
