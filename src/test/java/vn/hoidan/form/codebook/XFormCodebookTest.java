package vn.hoidan.form.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.CodebookEntry;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.pack.SurveyPacks;

class XFormCodebookTest {

    @Test
    void listsEveryQuestionOfTheSipasFormInBothLanguages() {
        List<CodebookEntry> entries = XFormCodebook.of(SurveyPacks.builtIn(SurveyPacks.SIPAS).xform());
        List<CodebookEntry> satisfaction = entries.stream()
                .filter(entry -> entry.path().name().matches("q9_\\d\\d")).toList();
        assertEquals(39, satisfaction.size());
        for (CodebookEntry entry : satisfaction) {
            assertEquals(QuestionType.SELECT_ONE, entry.type());
            assertEquals(List.of("1", "2", "3", "4", "5"),
                    entry.choices().stream().map(CodebookEntry.Code::code).toList());
            assertEquals("Rất hài lòng", entry.choices().getLast().label().in("vi"));
            assertFalse(entry.label().in("vi").equals(entry.label().in("en")), entry.path().text());
        }
        assertTrue(entries.stream().anyMatch(entry -> entry.type() == QuestionType.SELECT_MULTIPLE));
        assertEquals(entries.size(), entries.stream().map(CodebookEntry::path).distinct().count());
    }

    @Test
    void tellsTypesInlineChoicesRepeatsAndCalculationsButNoNotes() {
        List<CodebookEntry> entries = XFormCodebook.of(form("""
                <instance><data id="x"><age/><hello/><color/><member jr:template=""><name/></member>
                <member><name/></member><total/><meta><instanceID/></meta></data></instance>
                <bind nodeset="/data/age" type="int"/><bind nodeset="/data/hello" type="string" readonly="true()"/>
                <bind nodeset="/data/total" type="xsd:decimal" calculate="1"/>""", """
                <input ref="/data/age"><label>Tuổi <output value="/data/total"/>?</label></input>
                <input ref="/data/hello"><label>Xin chào</label></input>
                <group><select1 ref="/data/color"><label>Màu</label>
                <item><label>Đỏ</label><value>r</value></item></select1></group>
                <group ref="/data/member"><repeat nodeset="/data/member"><input ref="/data/member/name"/></repeat>
                </group>"""));
        assertEquals(List.of("/data/age", "/data/color", "/data/member/name", "/data/total"),
                entries.stream().map(entry -> entry.path().text()).toList());
        assertEquals(List.of(QuestionType.INTEGER, QuestionType.SELECT_ONE, QuestionType.TEXT, QuestionType.DECIMAL),
                entries.stream().map(CodebookEntry::type).toList());
        assertEquals("Tuổi …?", entries.getFirst().label().in("vi"));
        assertEquals("Đỏ", entries.get(1).choices().getFirst().label().in("vi"));
        assertEquals("name", entries.get(2).label().in("vi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<a>", "<a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"})
    void refusesWhatIsNoForm(String text) {
        ProblemException thrown = assertThrows(ProblemException.class,
                () -> XFormCodebook.of(Bytes.of(text.getBytes(StandardCharsets.UTF_8))));
        assertEquals(ProblemKind.QUESTIONNAIRE_INVALID, thrown.problem().kind());
    }

    private static Bytes form(String model, String body) {
        return Bytes.of(("<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
                + "xmlns:jr=\"http://openrosa.org/javarosa\"><h:head><model>" + model + "</model></h:head><h:body>"
                + body + "</h:body></h:html>").getBytes(StandardCharsets.UTF_8));
    }
}
