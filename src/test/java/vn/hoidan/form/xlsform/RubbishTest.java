package vn.hoidan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.hoidan.support.BesideOthers;

/// Forms that no author writes end with errors that name cells. Without the bounds these hold, some would keep the
/// compiler busy for minutes or fill the memory.
@BesideOthers
class RubbishTest {
    private static final List<String> HEADER =
            List.of("type", "name", "label", "relevant", "calculation", "repeat_count", "choice_filter");

    private static XlsFormSheets form(List<List<String>> rows, Sheet... others) {
        List<Sheet> sheets = new ArrayList<>(List.of(others));
        sheets.add(sheet("survey", HEADER, rows));
        return new XlsFormSheets(sheets);
    }

    private static Sheet sheet(String name, List<String> header, List<List<String>> rows) {
        return new Sheet(name, header, IntStream.range(0, rows.size())
                .mapToObj(index -> new Sheet.Row(index + 2, rows.get(index))).toList());
    }

    private static List<List<String>> rows(int count, IntFunction<List<String>> row) {
        return IntStream.range(0, count).mapToObj(row).toList();
    }

    private static List<CellError> errors(XlsFormSheets sheets) {
        return XlsFormCompiler.compile(sheets) instanceof Compilation.Refused refused ? refused.errors() : List.of();
    }

    static Stream<Arguments> cycles() {
        return Stream.of(
                Arguments.of("itself", List.of(List.of("calculate", "a", "", "", "${a} + 1"))),
                Arguments.of("relevance of itself", List.of(List.of("text", "a", "A", "${a} = 'x'"))),
                Arguments.of("a group of its member", List.of(List.of("begin_group", "g", "G", "${a} = 'x'"),
                        List.of("begin_group", "h", "H"), List.of("text", "a", "A"), List.of("end_group"),
                        List.of("end_group"))),
                Arguments.of("a count of its member", List.of(List.of("begin_repeat", "r", "R", "", "", "${a}"),
                        List.of("integer", "a", "A"), List.of("end_repeat"))),
                Arguments.of("a ring", List.of(List.of("calculate", "a", "", "", "${b}"),
                        List.of("text", "b", "B", "${c} = 1"), List.of("calculate", "c", "", "", "${a}"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cycles")
    void tellsACycleByItsNames(String what, List<List<String>> rows) {
        List<CellError> errors = errors(form(rows));
        assertEquals(List.of(CellErrorKind.REFERENCE_CYCLE), errors.stream().map(CellError::kind).toList());
        assertTrue(errors.getFirst().details().getFirst().contains("a"), errors.toString());
    }

    @Test
    void findsTheRingInALongChain() {
        int count = 15_000;
        List<List<String>> rows = rows(count, index -> List.of("calculate", "q" + index, "", "",
                "${q" + (index + 1) % count + "} + 1"));
        List<CellError> errors = errors(form(rows));
        assertEquals(CellErrorKind.REFERENCE_CYCLE, errors.getFirst().kind());
    }

    @Test
    void compilesALongChainWithoutARing() {
        List<List<String>> rows = rows(5_000, index -> List.of("calculate", "q" + index, "", "",
                index == 0 ? "1" : "${q" + (index - 1) + "} + 1"));
        assertTrue(XlsFormCompiler.compile(form(rows)) instanceof Compilation.Compiled);
    }

    @Test
    void doesNotCopyAGroupsDependenceToEachOfItsQuestions() {
        String many = IntStream.range(0, 2_000).mapToObj(index -> "${q" + index + "} = 1")
                .collect(Collectors.joining(" or "));
        List<List<String>> rows = new ArrayList<>(rows(2_000, index -> List.of("integer", "q" + index, "Q")));
        rows.add(List.of("begin_group", "g", "G", many));
        rows.addAll(rows(10_000, index -> List.of("integer", "r" + index, "R")));
        rows.add(List.of("end_group"));
        assertTrue(XlsFormCompiler.compile(form(rows)) instanceof Compilation.Compiled);
    }

    @Test
    void refusesMoreQuestionsThanTheEngineCanHold() {
        List<CellError> errors = errors(form(rows(100_000, index -> List.of("integer", "q" + index, "Q"))));
        assertEquals(List.of(CellErrorKind.TOO_MANY_QUESTIONS), errors.stream().map(CellError::kind).toList());
        assertEquals(Limits.MOST_PARTS + 2, errors.getFirst().row());
    }

    @Test
    void refusesALoopOverALongList() {
        Sheet choices = sheet("choices", List.of("list_name", "name", "label"),
                rows(50_000, index -> List.of("l", "c" + index, "C")));
        List<List<String>> rows = List.of(List.of("begin_loop over l", "a", "A"),
                List.of("begin_loop over l", "b", "B"), List.of("text", "c", "C"), List.of("end_loop"),
                List.of("end_loop"));
        assertTrue(errors(form(rows, choices)).stream()
                .anyMatch(error -> error.kind() == CellErrorKind.TOO_MANY_QUESTIONS));
    }

    @Test
    void refusesGroupsWithoutEnd() {
        List<CellError> errors = errors(form(rows(100_000, index -> List.of("begin_group", "g" + index, "G"))));
        assertEquals(List.of(CellErrorKind.TOO_DEEP), errors.stream().map(CellError::kind).toList());
    }

    @Test
    void refusesLoopsWithoutEnd() {
        Sheet choices = sheet("choices", List.of("list_name", "name", "label"), List.of(List.of("l", "c", "C")));
        List<CellError> errors =
                errors(form(rows(2_000, index -> List.of("begin_loop over l", "g" + index, "G")), choices));
        assertFalse(errors.isEmpty());
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of("brackets", "(".repeat(15_000) + "1" + ")".repeat(15_000)),
                Arguments.of("open brackets", "(".repeat(32_000)),
                Arguments.of("predicates", "a[".repeat(10_000) + "1" + "]".repeat(10_000)),
                Arguments.of("minus signs", "-".repeat(32_000) + "1"),
                Arguments.of("calls", "not(".repeat(6_500) + "1" + ")".repeat(6_500)),
                Arguments.of("terms", "1+".repeat(16_000) + "1"),
                Arguments.of("choices of terms", "1 or ".repeat(6_500) + "1"),
                Arguments.of("steps", "a/".repeat(16_000) + "a"),
                Arguments.of("predicates in a row", "a" + "[1]".repeat(10_000)),
                Arguments.of("arguments", "concat(" + "1,".repeat(16_000) + "1)"),
                Arguments.of("calls in a row", "true() and ".repeat(2_900) + "1"),
                Arguments.of("signs apart", "1 - -".repeat(6_500) + "1"),
                Arguments.of("operators", "+*=".repeat(10_000)),
                Arguments.of("quotes", "'\"".repeat(16_000)),
                Arguments.of("references", "${a}".repeat(8_000)),
                Arguments.of("half references", "${".repeat(16_000)),
                Arguments.of("look-ups", "pulldata('".repeat(3_200)),
                Arguments.of("instances", "instance('".repeat(3_200)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expressions")
    void readsAnyExpressionToItsEnd(String what, String expression) {
        assertTrue(expression.length() <= Limits.MOST_CELL_CHARACTERS, what);
        List<String> first = List.of("text", "a", "A");
        Compilation inRelevant = XlsFormCompiler.compile(form(List.of(first, List.of("text", "b", "B", expression))));
        Compilation inLabel = XlsFormCompiler.compile(form(List.of(first, List.of("text", "b", expression))));
        for (Compilation compilation : List.of(inRelevant, inLabel)) {
            if (compilation instanceof Compilation.Refused refused) {
                refused.errors().forEach(error -> assertEquals(3, error.row(), error.text("en").substring(0, 80)));
            }
        }
    }

    @Test
    void givesTheEnginesParserOnlyWhatIsNestedAsPeopleWrite() {
        for (boolean tooMany : List.of(false, true)) {
            int more = tooMany ? 1 : 0;
            int brackets = Limits.MOST_BRACKETS + more;
            int signs = Limits.MOST_SIGNS + more;
            for (String expression : List.of("(".repeat(brackets) + "1" + ")".repeat(brackets),
                    "- ".repeat(signs) + "1", "'" + "(".repeat(900) + "' = 1 or " + "-".repeat(signs) + "1")) {
                assertEquals(tooMany ? List.of(CellErrorKind.EXPRESSION_MALFORMED) : List.of(),
                        errors(form(List.of(List.of("text", "a", "A", expression)))).stream().map(CellError::kind)
                                .toList(), expression);
            }
        }
    }

    @Test
    void refusesMoreLongExpressionsThanAPersonWrites() {
        String chain = "1=2 or ".repeat(4_000) + "1=1";
        List<CellError> errors = errors(form(rows(600, index -> List.of("text", "q" + index, "Q", chain))));
        assertTrue(errors.stream().allMatch(error -> error.kind() == CellErrorKind.EXPRESSIONS_TOO_LONG));
        assertEquals(Limits.MOST_LONG_EXPRESSIONS + 2, errors.getFirst().row());
    }

    @Test
    void tellsThousandsOfWrongNamesWithoutSearchingForEach() {
        List<List<String>> rows = rows(10_000, index -> List.of("text", "question_with_a_long_name_" + index, "Q",
                "${question_with_a_lang_name_" + index + "x} = ${nowhere" + index + "}"));
        List<CellError> errors = errors(form(rows));
        assertEquals(Limits.MOST_ERRORS, errors.size());
    }

    @Test
    void tellsEachOfManyEqualNames() {
        List<CellError> errors = errors(form(rows(300, index -> List.of("text", "same", "Q", "${same} = 1"))));
        assertTrue(errors.stream().anyMatch(error -> error.kind() == CellErrorKind.NAME_TWICE));
        assertTrue(errors.stream().anyMatch(error -> error.kind() == CellErrorKind.REFERENCE_AMBIGUOUS));
        assertTrue(errors.stream().flatMap(error -> error.details().stream()).allMatch(text -> text.length() < 200));
    }

    @Test
    void compilesAListOfAHundredThousandChoices() {
        Sheet choices = sheet("choices", List.of("list_name", "name", "label", "xa"),
                rows(Limits.MOST_ROWS, index -> List.of("l", "c" + index, "Ấp " + index, "x" + index % 1_000)));
        Compilation compilation = XlsFormCompiler.compile(form(List.of(List.of("text", "xa", "X"),
                List.of("select_one l", "a", "A", "", "", "", "xa = ${xa}")), choices));
        assertTrue(compilation instanceof Compilation.Compiled);
    }

    @Test
    void refusesTwinsInAListOfAHundredThousandChoices() {
        Sheet choices = sheet("choices", List.of("list_name", "name", "label"),
                rows(Limits.MOST_ROWS, index -> List.of("l", "c", "C")));
        assertEquals(Limits.MOST_ERRORS,
                errors(form(List.of(List.of("select_one l", "a", "A")), choices)).size());
    }
}
