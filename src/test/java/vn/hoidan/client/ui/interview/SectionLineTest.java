package vn.hoidan.client.ui.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionType;

final class SectionLineTest {
    private static Element.Question question(String path, String label) {
        return new Element.Question(new Path(path), QuestionType.TEXT, label, "", "", "", false, false,
                Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    @Test
    void questionsWithoutAHeadingAreKnownByTheFirstOfThem() {
        List<Element.Group> sections = List.of(
                new Element.Group(new Path("/data"), "", "", List.of(question("/data/a", "Họ và tên"))),
                new Element.Group(new Path("/data/g"), "Trải nghiệm", "", List.of(question("/data/g/b", "B"))));
        List<SectionLine> lines = SectionLine.of(sections, Route.of(sections), Set.of(), Set.of(), 0);
        assertEquals(List.of("Họ và tên", "Trải nghiệm"), lines.stream().map(SectionLine::label).toList());
        assertFalse(lines.getFirst().named());
        assertTrue(lines.getLast().named());
    }
}
