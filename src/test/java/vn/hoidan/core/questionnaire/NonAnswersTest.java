package vn.hoidan.core.questionnaire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NonAnswersTest {
    private static List<Choice> choices(String... codes) {
        return Stream.of(codes).map(code -> new Choice(code, "Phương án " + code)).toList();
    }

    private static List<String> codes(List<Choice> choices) {
        return choices.stream().map(Choice::code).toList();
    }

    @Test
    void findsUsualCodesInTheirOrder() {
        assertEquals(List.of("98", "99"), codes(NonAnswers.of(choices("1", "2", "98", "99"))));
        assertEquals(List.of("Khong_biet", "-99"), codes(NonAnswers.of(choices("co", "Khong_biet", "-99"))));
    }

    @Test
    void findsNoneWhereTheFormHasNone() {
        assertEquals(List.of(), NonAnswers.of(choices("1", "2", "9", "998", "khac", "dkx")));
    }

    @Test
    void takesNumbersOfALongListForRunningNumbers() {
        List<Choice> provinces = IntStream.rangeClosed(1, 99).mapToObj(code -> new Choice("" + code, "Xã " + code))
                .toList();
        assertEquals(List.of(), NonAnswers.of(provinces));
        List<Choice> withWord = Stream.concat(provinces.stream(), choices("tu_choi").stream()).toList();
        assertEquals(List.of("tu_choi"), codes(NonAnswers.of(withWord)));
    }

    @Test
    void givesTheNextOneEachTime() {
        List<Choice> choices = choices("1", "dk", "refused");
        assertEquals("dk", next(choices, Optional.empty()));
        assertEquals("dk", next(choices, Optional.of("1")));
        assertEquals("refused", next(choices, Optional.of("dk")));
        assertEquals("dk", next(choices, Optional.of("refused")));
        assertEquals("none", next(choices("1"), Optional.empty()));
    }

    private static String next(List<Choice> choices, Optional<String> value) {
        return NonAnswers.next(new Element.Question(new Path("/data/q"), QuestionType.SELECT_ONE, "", "", "", "", false,
                false, value, choices, Optional.empty(), Optional.empty())).map(Choice::code).orElse("none");
    }
}
