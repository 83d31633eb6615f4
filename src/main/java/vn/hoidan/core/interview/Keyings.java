package vn.hoidan.core.interview;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;

/// What was keyed of a paper form, field by field, and where two keyings of it differ.
public final class Keyings {
    private static final Keyed NOTHING = new Keyed.Nothing();

    private Keyings() {
    }

    /// What was keyed of every question that is asked, in the form's order.
    ///
    /// @param marks of questions without an answer; those of questions that are not asked now are left out
    public static Map<Path, Keyed> of(List<Element.Group> sections, Map<Path, PaperMark> marks) {
        Map<Path, Keyed> keyed = new LinkedHashMap<>();
        sections.forEach(section -> collect(section, marks, keyed));
        return keyed;
    }

    private static void collect(Element element, Map<Path, PaperMark> marks, Map<Path, Keyed> into) {
        switch (element) {
            case Element.Question question when question.asks() -> into.put(question.path(), of(question, marks));
            case Element.Question _ -> { }
            case Element.Group group -> group.elements().forEach(inner -> collect(inner, marks, into));
            case Element.Repeat repeat -> repeat.instances().forEach(inner -> collect(inner, marks, into));
        }
    }

    /// What was keyed of one question: its answer, else its mark.
    public static Keyed of(Element.Question question, Map<Path, PaperMark> marks) {
        if (question.value().isPresent()) {
            return new Keyed.Value(question.value().get());
        }
        PaperMark mark = marks.get(question.path());
        return mark == null ? NOTHING : new Keyed.Marked(mark);
    }

    /// Every question of either keying once: those of the first in its order, then what only the second was asked.
    public static Set<Path> fields(Map<Path, Keyed> first, Map<Path, Keyed> second) {
        Set<Path> fields = new LinkedHashSet<>(first.keySet());
        fields.addAll(second.keySet());
        return fields;
    }

    /// Where they differ. Composed and decomposed letters are equal, and so are one blank and several: neither can be
    /// read off the paper.
    public static List<KeyingDifference> differences(Map<Path, Keyed> first, Map<Path, Keyed> second) {
        List<KeyingDifference> differences = new ArrayList<>();
        for (Path path : fields(first, second)) {
            Keyed one = first.getOrDefault(path, NOTHING);
            Keyed other = second.getOrDefault(path, NOTHING);
            if (!plain(one).equals(plain(other))) {
                differences.add(new KeyingDifference(path, one, other));
            }
        }
        return differences;
    }

    private static Keyed plain(Keyed keyed) {
        return switch (keyed) {
            case Keyed.Value value -> new Keyed.Value(Normalizer.normalize(value.lexical(), Normalizer.Form.NFC).strip()
                    .replaceAll("\\s+", " "));
            case Keyed.Marked _, Keyed.Nothing _ -> keyed;
        };
    }
}
