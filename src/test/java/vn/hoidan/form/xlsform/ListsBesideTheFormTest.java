package vn.hoidan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.hoidan.form.xlsform.CompiledForms.assertContains;
import static vn.hoidan.form.xlsform.CompiledForms.assertLoads;
import static vn.hoidan.form.xlsform.CompiledForms.compiled;
import static vn.hoidan.form.xlsform.CompiledForms.errors;
import static vn.hoidan.form.xlsform.CompiledForms.xform;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListsBesideTheFormTest {
    @Test
    void takesChoicesFromFilesAndNamesTheFilesOnceInTheirOrder() {
        String markdown = """
                | survey |
                | | type                             | name | label | parameters             | choice_filter  |
                | | select_one_from_file xa.csv      | a    | A     |                        |                |
                | | select_multiple_from_file d.xml  | b    | B     | value=ma, label=ten    | huyen = ${a}   |
                | | rank_from_file diem.geojson      | c    | C     |                        |                |
                | | select_one_from_file xa.csv      | d    | D     | randomize=true seed=5  |                |
                """;
        String xform = xform(markdown);
        assertContains(xform, "<instance id=\"xa\" src=\"jr://file-csv/xa.csv\"/>");
        assertContains(xform, "<instance id=\"d\" src=\"jr://file/d.xml\"/>");
        assertContains(xform, "<instance id=\"diem\" src=\"jr://file/diem.geojson\"/>");
        assertContains(xform, "<itemset nodeset=\"instance('d')/root/item[huyen =  /data/a ]\">");
        assertContains(xform, "<value ref=\"ma\"/>");
        assertContains(xform, "<label ref=\"ten\"/>");
        assertContains(xform, "<value ref=\"id\"/>");
        assertContains(xform, "<label ref=\"title\"/>");
        assertContains(xform, "<itemset nodeset=\"randomize(instance('xa')/root/item, 5)\">");
        assertEquals(List.of("xa.csv", "d.xml", "diem.geojson"), compiled(markdown).files());
    }

    @Test
    void findsTheFilesThatExpressionsLookUp() {
        String markdown = """
 | survey |
 | | type | name | label | calculation | relevant |
 | | csv-external | xa | | | |
 | | text | a | A | | pulldata("h", 'x', 'y', 1)=2 |
 | | calculate | b | | pulldata('xa', 'ten', 'ma', ${a}) | |
 | | xml-external | tinh | | | |
                """;
        assertContains(xform(markdown), "<instance id=\"h\" src=\"jr://file-csv/h.csv\"/>");
        assertEquals(List.of("xa.csv", "tinh.xml", "h.csv"), compiled(markdown).files());
    }

    @Test
    void putsExternalChoicesIntoTheFormItself() throws Exception {
        String markdown = """
                | survey |
                | | type                       | name | label | choice_filter  |
                | | select_one h               | h    | H     |                |
                | | select_one_external x      | x    | X     | huyen=${h}     |
                | | select_multiple_external h | y    | Y     | true()         |
                | choices |
                | | list_name | name | label |
                | | h         | h1   | Một   |
                | external_choices |
                | | list_name | name | label | huyen |
                | | x         | x1   | Xã 1  | h1    |
                | | h         | h9   | Chín  |       |
                """;
        String xform = xform(markdown);
        assertContains(xform, "<itemset nodeset=\"instance('x')/root/item[huyen= /data/h ]\">");
        assertContains(xform, "<huyen>h1</huyen>");
        // the list of the other sheet keeps its name
        assertContains(xform, "<itemset nodeset=\"instance('h')/root/item\">");
        assertContains(xform, "<itemset nodeset=\"instance('h_external')/root/item[true()]\">");
        assertEquals(List.of(), compiled(markdown).files());
        assertLoads(xform);
    }

    @Test
    void choosesAmongTheAnswersOfARepeat() throws Exception {
        String xform = xform("""
                | survey |
                | | type               | name | label | choice_filter  |
                | | begin_repeat       | m    | M     |                |
                | | begin_group        | g    | G     |                |
                | | text               | ten  | Tên   |                |
                | | integer            | tuoi | Tuổi  |                |
                | | end_group          |      |       |                |
                | | select_one ${ten}  | me   | Mẹ    | ${tuoi} > 15   |
                | | end_repeat         |      |       |                |
                | | select_one ${ten}  | chu  | Chủ   |                |
                """);
        assertContains(xform, "<itemset nodeset=\"/data/m[./g/ten != '']\">");
        assertContains(xform, "<itemset nodeset=\"../../m[ ./g/tuoi  &gt; 15]\">");
        assertContains(xform, "<value ref=\"g/ten\"/>");
        assertLoads(xform);
    }

    @Test
    void readsTheInterviewSavedBefore() {
        String xform = xform("""
                | survey |
                | | type         | name | label                | default              |
                | | text         | xa   | Trước: ${last-saved#xa} | ${last-saved#xa}  |
                """);
        assertContains(xform, "<instance id=\"__last-saved\" src=\"jr://instance/last-saved\"/>");
        assertContains(xform, "<output value=\" instance('__last-saved')/data/xa \"/>");
        assertContains(xform, "event=\"odk-instance-first-load\" value=\" instance('__last-saved')/data/xa \"");
    }

    @Test
    void aCalculationMayContinueFromTheInterviewSavedBeforeWithoutACycle() {
        String xform = xform("""
                | survey |
                | | type      | name | label | calculation             |
                | | calculate | n    |       | ${last-saved#n} + 1     |
                | | note      | x    | ${n}  |                         |
                """);
        assertContains(xform, "calculate=\" instance('__last-saved')/data/n  + 1\"");
    }

    static Stream<Arguments> faults() {
        String head = "| survey |\n| | type | name | label | calculation | parameters |\n";
        String choices = "| choices |\n| | list_name | name | label |\n| | xa | a | A |\n";
        return Stream.of(
                Arguments.of(head + "| | csv-external | xa | |\n| | xml-external | xa | |\n",
                        List.of("instance-twice survey:3:name")),
                Arguments.of(head + "| | csv-external | xa | |\n| | select_one_from_file xa.xml | a | A |\n",
                        List.of("instance-conflict survey:3:type")),
                Arguments.of(head + "| | select_one_from_file xa.csv | a | A |\n| | select_one xa | b | B |\n"
                        + choices, List.of("instance-conflict survey:3:type")),
                Arguments.of(head + "| | xml-external | xa | |\n| | calculate | b | | pulldata('xa','a','b','c') |\n",
                        List.of("instance-conflict survey:3:calculation")),
                Arguments.of(head + "| | begin_repeat | r | R |\n| | csv-external | xa | |\n| | end_repeat |\n",
                        List.of("instance-in-repeat survey:3:type")),
                Arguments.of(head + "| | select_one_from_file xa.csv | a | A | | value=7x |\n",
                        List.of("parameter-value survey:2:parameters")),
                Arguments.of(head + "| | select_one xa | a | A | | value=x |\n" + choices,
                        List.of("parameter-unknown survey:2:parameters")),
                Arguments.of(head + "| | select_one_external xa | a | A |\n",
                        List.of("external-list-unknown survey:2:type")),
                Arguments.of(head + "| | text | t | T |\n| | select_one ${t} | a | A |\n",
                        List.of("list-not-repeated survey:3:type")),
                Arguments.of(head + "| | select_one ${t} | a | A |\n", List.of("reference-unknown survey:2:type")),
                Arguments.of(head + "| | select_one_from_file xa.csv or_other | a | A |\n",
                        List.of("other-without-list survey:2:type")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheCellOfWhatIsWrong(String markdown, List<String> expected) {
        assertEquals(expected, errors(markdown), markdown);
    }

    @Test
    void saysThatSearchIsNotThereButTakesTheAppearanceSearch() {
        String markdown = """
                | survey |
                | | type         | name | label | appearance     |
                | | select_one l | a    | A     | %s |
                | choices |
                | | list_name | name | label |
                | | l         | a    | A     |
                """;
        assertEquals(List.of("search-not-supported survey:2:appearance"), errors(markdown.formatted("search('xa')")));
        assertEquals(List.of(), errors(markdown.formatted("search minimal")));
    }

    @Test
    void refusesEntitiesAtEveryCellThatNeedsThemTogetherWithOtherErrors() {
        List<String> found = errors("""
                | survey |
                | | type  | name | label | save_to |
                | | text  | a    | A     | ten     |
                | | txet  | b    | B     |         |
                | entities |
                | | list_name | label |
                | | ho        | ${a}  |
                """);
        assertEquals(List.of("entities-not-supported survey:2:save_to", "type-unknown survey:3:type",
                "entities-not-supported entities:2:list_name"), found);
    }

    @Test
    void leavesOutListsThatNothingNames() {
        String xform = xform("""
                | survey |
                | | type | name | label                                            |
                | | text | a    | A instance('u')/root/item[name = 'x']/label      |
                | choices |
                | | list_name | name | label |
                | | u         | x    | X     |
                | | v         | y    | Y     |
                """);
        assertTrue(xform.contains("<instance id=\"u\">"), xform);
        assertFalse(xform.contains("<instance id=\"v\">"), xform);
    }
}
