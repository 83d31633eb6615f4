package vn.hoidan.client.ui.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.hoidan.client.app.work.Progress;
import vn.hoidan.client.ui.question.Markup;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// One section in the list on the left.
///
/// @param named   it has a heading of its own; else the label is that of its first question
/// @param toMend  answers that were not taken, or that the check found wrong
/// @param comments questions of it that have a comment
/// @param current  one stands in it
record SectionLine(String label, boolean named, Progress progress, int toMend, int comments, boolean current) {
    /// Everything asked for is there and nothing is wrong.
    boolean done() {
        return progress.complete() && toMend == 0 && progress.answered() > 0;
    }

    /// The lines of a form as it stands.
    ///
    /// @param wrong     where something is wrong
    /// @param commented questions with a comment, also such as are not asked any more
    static List<SectionLine> of(List<Element.Group> sections, Route route, Set<Path> wrong, Set<Path> commented,
            int current) {
        List<SectionLine> lines = new ArrayList<>();
        for (int index = 0; index < sections.size(); index++) {
            Element.Group group = sections.get(index);
            lines.add(new SectionLine(name(group), !group.label().isBlank(), Progress.of(group),
                    in(index, wrong, route), in(index, commented, route), index == current));
        }
        return lines;
    }

    private static int in(int section, Set<Path> paths, Route route) {
        return (int) paths.stream().flatMap(path -> route.positionOf(path).stream())
                .filter(position -> route.at(position).section() == section).count();
    }

    /// Questions that stand in no group have no heading: they are known by the first of them.
    private static String name(Element.Group section) {
        return Markup.plain(section.label().isBlank()
                ? section.elements().stream().map(Element::label).filter(label -> !label.isBlank()).findFirst()
                        .orElse(section.path().name())
                : section.label());
    }

    /// Puts lines in the place of those shown; what is the same already is not touched.
    static void put(List<SectionLine> lines, List<SectionLine> shown) {
        while (shown.size() > lines.size()) {
            shown.removeLast();
        }
        for (int index = 0; index < lines.size(); index++) {
            if (index == shown.size()) {
                shown.add(lines.get(index));
            } else if (!shown.get(index).equals(lines.get(index))) {
                shown.set(index, lines.get(index));
            }
        }
    }
}
