package vn.hoidan.client.app.work;

import java.util.List;
import vn.hoidan.core.questionnaire.Element;

/// A form's parts with one of them exchanged; everything not on the way to it is shared with the old outline.
final class Outline {
    private Outline() {
    }

    static List<Element.Group> with(List<Element.Group> sections, Element.Question question) {
        return sections.stream().map(section -> group(section, question)).toList();
    }

    private static Element.Group group(Element.Group group, Element.Question question) {
        if (!question.path().text().startsWith(group.path().text()) && !group.path().text().isEmpty()
                && group.elements().stream().noneMatch(element -> element.path().equals(question.path()))) {
            return group;
        }
        return new Element.Group(group.path(), group.label(), group.appearance(),
                group.elements().stream().map(element -> exchanged(element, question)).toList());
    }

    private static Element exchanged(Element element, Element.Question question) {
        return switch (element) {
            case Element.Question old -> old.path().equals(question.path()) ? question : old;
            case Element.Group group -> group(group, question);
            case Element.Repeat repeat -> new Element.Repeat(repeat.path(), repeat.label(), repeat.appearance(),
                    repeat.instances().stream().map(instance -> group(instance, question)).toList(),
                    repeat.fixedSize());
        };
    }
}
