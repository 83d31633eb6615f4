package vn.hoidan.client.ui.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Choice;

final class ChoiceSearchTest {
    private final List<Choice> communes = List.of(new Choice("1", "Yên Bài"), new Choice("2", "Thị trấn Ba Vì"),
            new Choice("3", "Ba Trại"), new Choice("4", "Đồng Thái"), new Choice("5", "Đông Quang"),
            new Choice("105", "Phú **Đông**"));
    private final ChoiceSearch search = new ChoiceSearch();

    private List<String> found(String text) {
        search.choices(communes);
        return search.find(text).stream().map(Choice::code).toList();
    }

    @Test
    void findsWhateverTheAccentsAndPutsBeginningsFirst() {
        assertEquals(List.of("3", "1", "2"), found("ba"));
        assertEquals(List.of("2"), found("vi ba"));
        assertEquals(List.of("4", "5", "105"), found("dong"));
        assertEquals(List.of("4", "5", "105"), found("  ĐÔNG "));
        assertEquals(List.of("4"), found("do\u0302\u0300ng thai"), "marks typed one by one");
        assertEquals(List.of(), found("xyz"));
    }

    @Test
    void findsACodeTypedInFull() {
        assertEquals(List.of("105"), found("105"));
        assertEquals(List.of(), found("10"));
    }

    @Test
    void givesTheListItselfWhenNothingIsLookedFor() {
        search.choices(communes);
        assertSame(communes, search.find("  "));
    }
}
