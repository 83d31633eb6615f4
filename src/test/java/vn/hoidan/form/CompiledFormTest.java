package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.form.xlsform.Compilation;
import vn.hoidan.form.xlsform.Sheet;
import vn.hoidan.form.xlsform.XlsFormCompiler;
import vn.hoidan.form.xlsform.XlsFormSheets;

/// What the compiler makes behaves in the engine as the author meant it.
class CompiledFormTest {
    private static Sheet sheet(String name, String... lines) {
        List<List<String>> rows = Arrays.stream(lines).map(line -> List.of(line.split("\\|", -1))).toList();
        return new Sheet(name, rows.getFirst(), IntStream.range(1, rows.size())
                .mapToObj(index -> new Sheet.Row(index + 1, rows.get(index))).toList());
    }

    private static Session session(Sheet... sheets) {
        Compilation compilation = XlsFormCompiler.compile(new XlsFormSheets(List.of(sheets)));
        if (compilation instanceof Compilation.Refused refused) {
            throw new AssertionError(refused.errors().stream().map(error -> error.text("en"))
                    .collect(Collectors.joining("\n")));
        }
        return new XForms("en").load(((Compilation.Compiled) compilation).xform()).begin(Forms.context("vi"));
    }

    private static List<String> codes(Session session, String path) {
        return session.question(new Path(path)).orElseThrow().choices().stream().map(Choice::code).toList();
    }

    @Test
    void givesTheWordsAtTheTicksOfARangeAndTakesTheNumbersBetween() {
        Session session = session(sheet("survey", "type|name|label|parameters",
                        "range|muc|Mức|start=1 end=5 tick_labelset=muc"),
                sheet("choices", "list_name|name|label", "muc|1|Kém", "muc|5|Tốt"));
        assertEquals(List.of("1", "5"), codes(session, "/data/muc"));
        session.answer(new Path("/data/muc"), "3");
        assertEquals(List.of(), session.findings());
        assertEquals("3", session.answers().get(new Path("/data/muc")));
    }

    @Test
    void choosesAmongTheMembersOfTheRoster() {
        Session session = session(sheet("survey",
                "type|name|label|choice_filter",
                "begin_repeat|m|Người",
                "text|ten|Tên",
                "integer|tuoi|Tuổi",
                "select_one ${ten}|me|Mẹ|${tuoi} > 15",
                "end_repeat",
                "select_one ${ten}|chu|Chủ hộ"));
        for (int member = 1; member <= 2; member++) {
            session.addRepeat(new Path("/data/m"));
        }
        session.answer(new Path("/data/m[1]/ten"), "A");
        session.answer(new Path("/data/m[1]/tuoi"), "40");
        session.answer(new Path("/data/m[2]/ten"), "B");
        session.answer(new Path("/data/m[2]/tuoi"), "7");
        assertEquals(List.of("A", "B"), codes(session, "/data/chu"));
        assertEquals(List.of("A"), codes(session, "/data/m[2]/me"));
    }

    @Test
    void filtersExternalChoicesByTheAnswerBefore() {
        Session session = session(
                sheet("survey", "type|name|label|choice_filter", "select_one h|h|Huyện",
                        "select_one_external x|x|Xã|huyen = ${h}"),
                sheet("choices", "list_name|name|label", "h|h1|Một", "h|h2|Hai"),
                sheet("external_choices", "list_name|name|label|huyen", "x|x1|Xã 1|h1", "x|x2|Xã 2|h2"));
        session.answer(new Path("/data/h"), "h2");
        assertEquals(List.of("x2"), codes(session, "/data/x"));
    }

    @Test
    void asksTheRowsOfALoopOnceForEachChoice() {
        Session session = session(
                sheet("survey", "type|name|label|constraint", "begin_loop over cay|vu|Vụ",
                        "integer|n|%(label)s: bao nhiêu?|. < 5", "end_loop"),
                sheet("choices", "list_name|name|label", "cay|lua|Lúa", "cay|ngo|Ngô"));
        assertEquals("Ngô: bao nhiêu?", session.question(new Path("/data/vu/ngo/n")).orElseThrow().label());
        session.answer(new Path("/data/vu/lua/n"), "3");
        assertEquals("3", session.answers().get(new Path("/data/vu/lua/n")));
    }

    @Test
    void computesADefaultOnceInEachInstanceAndACalculationOnlyWhenTriggered() {
        Session session = session(sheet("survey",
                "type|name|label|default|calculation|trigger",
                "integer|goc|Gốc",
                "begin_repeat|m|Người",
                "integer|a|A|${goc} + 1",
                "end_repeat",
                "text|khi|Khi",
                "calculate|lan|||concat(${goc}, '!')|${khi}"));
        session.answer(new Path("/data/goc"), "1");
        session.addRepeat(new Path("/data/m"));
        session.answer(new Path("/data/goc"), "5");
        session.addRepeat(new Path("/data/m"));
        // The first instance was there before the question was answered.
        assertFalse(session.answers().containsKey(new Path("/data/m[1]/a")));
        assertEquals("2", session.answers().get(new Path("/data/m[2]/a")));
        assertEquals("6", session.answers().get(new Path("/data/m[3]/a")));
        assertFalse(session.answers().containsKey(new Path("/data/lan")));
        session.answer(new Path("/data/khi"), "x");
        assertEquals("5!", session.answers().get(new Path("/data/lan")));
    }
}
