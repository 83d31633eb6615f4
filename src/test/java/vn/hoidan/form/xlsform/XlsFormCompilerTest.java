package vn.hoidan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.hoidan.form.xlsform.CompiledForms.assertContains;
import static vn.hoidan.form.xlsform.CompiledForms.assertLoads;
import static vn.hoidan.form.xlsform.CompiledForms.compile;
import static vn.hoidan.form.xlsform.CompiledForms.errors;
import static vn.hoidan.form.xlsform.CompiledForms.xform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XlsFormCompilerTest {
    private static final String CHOICES = """
            | choices |
            | | list_name | name | label |
            | | yes_no    | y    | Yes   |
            | | yes_no    | n    | No    |
            """;

    @Test
    void namesOtherQuestionsByPathAndWithinARepeatByTheSameInstance() throws Exception {
        String xform = xform("""
                | survey |
                | | type         | name | label      | relevant   | calculation            |
                | | integer      | size | Size       |            |                        |
                | | begin_repeat | m    | Member     |            |                        |
                | | integer      | age  | Age ${size}|            |                        |
                | | begin_group  | g    | More       |            |                        |
                | | text         | job  | Job ${age} | ${age} > 5 |                        |
                | | end_group    |      |            |            |                        |
                | | end_repeat   |      |            |            |                        |
                | | calculate    | sum  |            |            | sum(${age})            |
                """);
        assertContains(xform, "relevant=\" ../../age  &gt; 5\"");
        assertContains(xform, "<label>Job <output value=\" ../../age \"/></label>");
        assertContains(xform, "<label>Age <output value=\" /data/size \"/></label>");
        assertContains(xform, "calculate=\"sum( /data/m/age )\"");
        assertLoads(xform);
    }

    @Test
    void filtersChoicesByTheRowInHand() throws Exception {
        String xform = xform("""
                | survey |
                | | type               | name    | label | choice_filter      |
                | | begin_repeat       | r       | R     |                    |
                | | select_one regions | region  | A     |                    |
                | | select_one towns   | town    | B     | region = ${region} |
                | | end_repeat         |         |       |                    |
                | choices |
                | | list_name | name | label | region |
                | | regions   | n    | North |        |
                | | towns     | a    | A     | n      |
                """);
        assertContains(xform, "instance('towns')/root/item[region =  current()/../region ]");
        assertContains(xform, "<region>n</region>");
        assertLoads(xform);
    }

    @Test
    void keepsTheArgumentsOfIndexedRepeatAbsolute() throws Exception {
        String xform = xform("""
                | survey |
                | | type         | name | label | calculation                                          |
                | | begin_repeat | r    | R     |                                                      |
                | | text         | a    | A     |                                                      |
                | | integer      | n    | N     |                                                      |
                | | calculate    | b    |       | indexed-repeat(${a}, ${r}, position(..) - ${n})      |
                | | end_repeat   |      |       |                                                      |
                """);
        assertContains(xform, "indexed-repeat( /data/r/a ,  /data/r , position(..) -  ../n )");
        assertLoads(xform);
    }

    @Test
    void countsARepeatByAQuestionOrByACalculationBesideIt() throws Exception {
        String xform = xform("""
                | survey |
                | | type         | name | label | repeat_count |
                | | integer      | n    | N     |              |
                | | begin_repeat | a    | A     | ${n}         |
                | | text         | x    | X     |              |
                | | end_repeat   |      |       |              |
                | | begin_repeat | b    | B     | ${n} + 1     |
                | | text         | y    | Y     |              |
                | | end_repeat   |      |       |              |
                """);
        assertContains(xform, "jr:count=\" /data/n \" jr:noAddRemove=\"true()\"");
        assertContains(xform, "jr:count=\" /data/b_count \"");
        assertContains(xform, "calculate=\" /data/n  + 1\"");
        assertLoads(xform);
    }

    @Test
    void writesTranslationsAndFillsGapsWithTheMainLanguage() throws Exception {
        String markdown = """
                | survey |
                | | type | name | label::Tiếng Việt (vi) | label::English (en) | hint::English (en) |
                | | text | a    | Tên                    | Name                | First              |
                | | text | b    | Tuổi                   |                     |                    |
                | settings |
                | | default_language |
                | | Tiếng Việt (vi)  |
                """;
        String xform = xform(markdown);
        assertContains(xform, "<translation lang=\"Tiếng Việt (vi)\" default=\"true()\">");
        assertEquals(2, xform.split("<value>Tuổi</value>", -1).length - 1);
        Compilation.Compiled compiled = (Compilation.Compiled) compile(markdown);
        assertEquals(List.of(CellErrorKind.TRANSLATION_MISSING, CellErrorKind.TRANSLATION_MISSING),
                compiled.warnings().stream().map(CellError::kind).toList());
        assertLoads(xform);
    }

    @Test
    void keepsAGridAsTheAuthorWroteIt() throws Exception {
        String xform = xform("""
                | survey |
                | | type              | name | label | appearance |
                | | begin_group       | g    | Grid  | table-list |
                | | select_one yes_no | a    | A     |            |
                | | select_one yes_no | b    | B     |            |
                | | end_group         |      |       |            |
                """ + CHOICES);
        assertContains(xform, "<group ref=\"/data/g\" appearance=\"table-list\">");
        assertFalse(xform.contains("generated"), xform);
        assertLoads(xform);
    }

    @Test
    void addsTheQuestionBehindOrOther() throws Exception {
        String xform = xform("""
                | survey |
                | | type                       | name | label |
                | | select_one yes_no or_other | a    | A     |
                """ + CHOICES);
        assertContains(xform, "<name>other</name>");
        assertContains(xform, "nodeset=\"/data/a_other\"");
        assertContains(xform, "relevant=\"selected(../a, 'other')\"");
        assertLoads(xform);
    }

    @Test
    void writesDefaultsAsTheyStandAndComputesThoseThatAreExpressions() throws Exception {
        String xform = xform("""
                | survey |
                | | type    | name | label | default      |
                | | text    | a    | A     | one - two    |
                | | date    | b    | B     | 2024-11-02   |
                | | date    | c    | C     | today()      |
                | | integer | d    | D     | -1           |
                | | integer | e    | E     | 2 + 3        |
                """);
        assertContains(xform, "<a>one - two</a>");
        assertContains(xform, "<b>2024-11-02</b>");
        assertContains(xform, "<d>-1</d>");
        assertContains(xform, "<setvalue ref=\"/data/c\" event=\"odk-instance-first-load\" value=\"today()\"/>");
        assertContains(xform, "<setvalue ref=\"/data/e\" event=\"odk-instance-first-load\" value=\"2 + 3\"/>");
        assertLoads(xform);
    }

    @Test
    void writesTextsOfTheAuthorAsTextWhateverTheyContain() throws Exception {
        String xform = xform("""
                | survey |
                | | type | name | label                          | constraint   | constraint_message |
                | | text | a    | <b>5 < 6 & "7"</b> ]]> &amp;   | . != "<&>"   | a "b" <c>          |
                """);
        assertContains(xform, "<label>&lt;b&gt;5 &lt; 6 &amp; \"7\"&lt;/b&gt; ]]&gt; &amp;amp;</label>");
        assertContains(xform, "jr:constraintMsg=\"a &quot;b&quot; &lt;c&gt;\"");
        assertLoads(xform);
    }

    static Stream<Arguments> faults() {
        String head = "| survey |\n| | type | name | label | relevant | calculation | parameters | trigger |\n";
        return Stream.of(
                Arguments.of("| choices |\n| | list_name | name |\n", List.of("sheet-missing survey:0:")),
                Arguments.of("| survey |\n| | name | label |\n| | a | A |\n",
                        List.of("column-missing survey:1:type", "sheet-empty survey:0:")),
                Arguments.of(head + "| | txet | a | A |\n", List.of("type-unknown survey:2:type")),
                Arguments.of(head + "| | | a | A |\n| | text | b | B |\n", List.of("type-missing survey:2:type")),
                Arguments.of(head + "| | text | | A |\n", List.of("name-missing survey:2:name")),
                Arguments.of(head + "| | text | 1 a | A |\n", List.of("name-malformed survey:2:name")),
                Arguments.of(head + "| | text | meta | A |\n", List.of("name-reserved survey:2:name")),
                Arguments.of(head + "| | text | a | A |\n| | text | a | A |\n", List.of("name-twice survey:3:name")),
                Arguments.of(head + "| | text | a | |\n", List.of("label-missing survey:2:label")),
                Arguments.of(head + "| | begin_group | a | A |\n| | text | b | B |\n",
                        List.of("group-not-closed survey:2:type")),
                Arguments.of(head + "| | text | b | B |\n| | end_group |\n",
                        List.of("group-not-opened survey:3:type")),
                Arguments.of(head + "| | begin_group | a | A |\n| | text | b | B |\n| | end_repeat |\n",
                        List.of("group-mismatched survey:4:type")),
                Arguments.of(head + "| | select_one | a | A |\n", List.of("list-name-missing survey:2:type")),
                Arguments.of(head + "| | select_one yes_on | a | A |\n" + CHOICES,
                        List.of("list-unknown survey:2:type")),
                Arguments.of(head + "| | osm | a | A |\n", List.of("type-not-supported survey:2:type")),
                Arguments.of(head + "| | select_one_from_file a.pdf | a | A |\n",
                        List.of("list-file-name survey:2:type")),
                Arguments.of(head + "| | select_one_from_file ../a.csv | a | A |\n",
                        List.of("list-file-name survey:2:type")),
                Arguments.of(head + "| | text | a | A ${b} |\n", List.of("reference-unknown survey:2:label")),
                Arguments.of(head + "| | text | a | A ${b |\n", List.of("reference-malformed survey:2:label")),
                Arguments.of(head + "| | text | a | A | ${last-saved#b} = 1 |\n",
                        List.of("reference-unknown survey:2:relevant")),
                Arguments.of(head + "| | text | a | A | 1 = = 2 |\n",
                        List.of("expression-malformed survey:2:relevant")),
                Arguments.of(head + "| | text | a | A | pulldata('../f', 'x', 'y', 1) = 2 |\n",
                        List.of("file-name-malformed survey:2:relevant")),
                Arguments.of(head + "| | calculate | a | |\n", List.of("calculation-missing survey:2:calculation")),
                Arguments.of(head + "| | text | a | A | | | rows=x |\n",
                        List.of("parameter-value survey:2:parameters")),
                Arguments.of(head + "| | text | a | A | | | start=1 |\n",
                        List.of("parameter-unknown survey:2:parameters")),
                Arguments.of(head + "| | text | a | A | | | rows |\n",
                        List.of("parameters-malformed survey:2:parameters")),
                Arguments.of(head + "| | text | a | A |\n| | text | b | B | | 1 | | ${a} ${a} |\n",
                        List.of("trigger-malformed survey:3:trigger")),
                Arguments.of(head + "| | calculate | a | | | ${b} + 1 |\n| | calculate | b | | | ${a} + 1 |\n",
                        List.of("reference-cycle survey:2:calculation")),
                Arguments.of(head + "| | begin_group | g | G | ${a} = 1 |\n| | text | a | A |\n| | end_group |\n",
                        List.of("reference-cycle survey:2:relevant")),
                Arguments.of(head + "| | text | a | A |\n| entities |\n| | list_name | label |\n| | e | x |\n",
                        List.of("entities-not-supported entities:2:list_name")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheCellOfWhatIsWrong(String markdown, List<String> expected) {
        List<String> sorted = new ArrayList<>(errors(markdown));
        Collections.sort(sorted);
        assertEquals(expected, sorted, markdown);
    }

    @Test
    void namesFaultsOfChoices() {
        assertEquals(List.of("choice-list-missing choices:2:list_name", "choice-name-missing choices:3:name",
                "choice-twice choices:5:name", "choice-name-has-space choices:6:name"), errors("""
                | survey |
                | | type              | name | label |
                | | select_multiple l | a    | A     |
                | choices |
                | | list_name | name | label |
                | |           | a    | A     |
                | | l         |      | A     |
                | | l         | b    | B     |
                | | l         | b    | B     |
                | | l         | c d  | C     |
                """));
    }

    @Test
    void tellsAllErrorsAtOnceInTheOrderOfTheRows() {
        List<String> found = errors("""
                | survey |
                | | type         | name | label | relevant |
                | | txet         | a    | A     |          |
                | | select_one x | b    | B     | ${c} = 1 |
                | | text         | 5    | C     |          |
                """);
        assertEquals(List.of("type-unknown survey:2:type", "list-unknown survey:3:type",
                "reference-unknown survey:3:relevant", "name-malformed survey:4:name"), found);
    }

    @Test
    void everyKindHasItsTextsInBothLanguagesAndSaysWhere() {
        for (CellErrorKind kind : CellErrorKind.values()) {
            CellError error = new CellError(kind, "survey", 7, "label", List.of("one", "two", "three"));
            assertTrue(error.text("vi").startsWith("Trang tính survey, hàng 7, cột label: "), error.text("vi"));
            assertTrue(error.text("en").startsWith("Sheet survey, row 7, column label: "), error.text("en"));
            assertFalse(error.text("vi").matches(".*\\{[0-9]}.*"), () -> error.text("vi"));
        }
    }

    @Test
    void suggestsTheNameThatWasProbablyMeant() {
        Compilation compilation = compile("""
                | survey |
                | | type    | name   | label | relevnt      |
                | | integer | gender | G     |              |
                | | text    | a      | A     | 1            |
                """);
        CellError warning = ((Compilation.Compiled) compilation).warnings().getFirst();
        assertEquals(List.of("relevnt", "relevant"), warning.details());
        assertTrue(warning.text("vi").contains("Có phải là “relevant” không?"), warning.text("vi"));
        CellError nothingNear = new CellError(CellErrorKind.LIST_UNKNOWN, "survey", 2, "type", List.of("xa", ""));
        assertEquals("Không có danh sách phương án “xa”.", nothingNear.what("vi"));
    }

    @Test
    void refusesWhatIsTooLargeOrHasCharactersThatXmlCannotHold() {
        assertEquals(List.of("cell-too-long survey:2:label"), errors("| survey |\n| | type | name | label |\n"
                + "| | text | a | " + "x".repeat(Limits.MOST_CELL_CHARACTERS + 1) + " |\n"));
        assertEquals(List.of("character-not-allowed survey:2:label"),
                errors("| survey |\n| | type | name | label |\n| | text | a | A\u0007b |\n"));
        Sheet.Row row = new Sheet.Row(2, List.of("note", "a", "A"));
        Sheet sheet = new Sheet("survey", List.of("type", "name", "label"),
                Collections.nCopies(Limits.MOST_ROWS + 1, row));
        assertTrue(XlsFormCompiler.compile(new XlsFormSheets(List.of(sheet))) instanceof Compilation.Refused refused
                && refused.errors().getFirst().kind() == CellErrorKind.SHEET_TOO_LONG);
    }

    @Test
    void refusesGroupsThatStandTooDeep() {
        StringBuilder markdown = new StringBuilder("| survey |\n| | type | name | label |\n");
        for (int depth = 0; depth <= Limits.MOST_DEPTH; depth++) {
            markdown.append("| | begin_group | g").append(depth).append(" | G |\n");
        }
        markdown.append("| | text | a | A |\n").append("| | end_group |\n".repeat(Limits.MOST_DEPTH + 1));
        assertEquals(List.of("too-deep survey:" + (Limits.MOST_DEPTH + 2) + ":type"), errors(markdown.toString()));
    }

    @Test
    void readsAnExpressionOfThousandsOfTerms() {
        String chain = "1 = 2 or ".repeat(3_000) + "1 = 1";
        assertEquals(List.of(), errors("| survey |\n| | type | name | label | relevant |\n| | text | a | A | "
                + chain + " |\n"));
    }
}
