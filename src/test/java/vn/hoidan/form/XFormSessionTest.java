package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Choice;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;

class XFormSessionTest {
    private static final Path LOW = new Path("/f/low");
    private static final Path HIGH = new Path("/f/high");

    @Test
    void gathersLooseQuestionsAndLeavesOutWhatIsNotRelevant() {
        Session session = Forms.session(Forms.form("<a/><g><b/><h><c/></h></g><d/><e/>", """
                <bind nodeset="/f/a" type="string"/><bind nodeset="/f/g/b" type="string"/>
                <bind nodeset="/f/g/h" relevant="/f/a = 'có'"/><bind nodeset="/f/g/h/c" type="string"/>
                <bind nodeset="/f/d" type="string" readonly="true()"/>
                <bind nodeset="/f/e" type="int" required="true()"/>
                """, """
                <input ref="/f/a"><label>A</label></input>
                <group ref="/f/g" appearance="table-list"><label>Nhóm</label>
                  <input ref="/f/g/b" appearance="multiline"><label>B</label><hint>gợi ý</hint></input>
                  <group ref="/f/g/h"><label>Trong</label><input ref="/f/g/h/c"><label>C</label></input></group></group>
                <input ref="/f/d"><label>Chỉ đọc</label></input><input ref="/f/e"><label>E</label></input>
                """));
        assertEquals(List.of("/f", "/f/g", "/f[2]"),
                session.sections().stream().map(group -> group.path().text()).toList());
        assertEquals(List.of("", "Nhóm", ""), session.sections().stream().map(Element.Group::label).toList());
        assertEquals("table-list", session.sections().get(1).appearance());
        assertEquals(1, session.sections().get(1).elements().size());
        Element.Question b = session.question(new Path("/f/g/b")).orElseThrow();
        assertEquals("gợi ý", b.hint());
        assertEquals("multiline", b.appearance());
        assertEquals(QuestionType.NOTE, session.question(new Path("/f/d")).orElseThrow().type());
        assertTrue(session.question(new Path("/f/e")).orElseThrow().required());
        assertEquals(new AnswerResult.Taken(true), session.answer(new Path("/f/a"), "có"));
        assertEquals(2, session.sections().get(1).elements().size());
        assertEquals(new AnswerResult.Taken(true), session.answer(new Path("/f/a"), "không"));
        assertEquals(Optional.empty(), session.question(new Path("/f/g/h/c")));
    }

    private static final String BOUNDS = Forms.form("<low/><high/>", """
            <bind nodeset="/f/low" type="int" required="true()" jr:requiredMsg="Cần số nhỏ"/>
            <bind nodeset="/f/high" type="int" constraint=". &gt; /f/low" jr:constraintMsg="Phải lớn hơn"/>
            """, "<input ref=\"/f/low\"><label>Nhỏ</label></input><input ref=\"/f/high\"><label>Lớn</label></input>");

    @Test
    void findsAConstraintThatALaterAnswerBroke() {
        Session session = Forms.session(BOUNDS);
        session.answer(LOW, "1");
        session.answer(HIGH, "5");
        assertEquals(List.of(), session.findings());
        assertInstanceOf(AnswerResult.Taken.class, session.answer(LOW, "9"));
        assertEquals(List.of(new Finding(HIGH, Finding.Kind.WRONG, "Lớn", "Phải lớn hơn")), session.findings());
    }

    @Test
    void findsEverythingInTheOrderOfTheFormAndDoesNotStopAtTheFirst() {
        Session session = Forms.session(BOUNDS);
        session.answer(LOW, "1");
        session.answer(HIGH, "5");
        session.answer(LOW, "9");
        session.clear(LOW);
        assertEquals(new Finding(LOW, Finding.Kind.MISSING, "Nhỏ", "Cần số nhỏ"), session.findings().getFirst());
        assertEquals(2, session.findings().size());
    }

    private static final String LISTS = """
            <instance id="huyen"><root><item><name>bv</name><label>Ba Vì</label></item>
            <item><name>qo</name><label>Quốc Oai</label></item></root></instance>
            <instance id="xa"><root><item><name>mq</name><label>Minh Quang</label><huyen>bv</huyen></item>
            <item><name>kt</name><label>Khánh Thượng</label><huyen>bv</huyen></item>
            <item><name>ss</name><label>Sài Sơn</label><huyen>qo</huyen></item></root></instance>""";
    private static final String CASCADE = Forms.form("<huyen/><xa/><ten/>", LISTS, """
            <bind nodeset="/f/huyen" type="string"/><bind nodeset="/f/xa" type="string"/>
            <bind nodeset="/f/ten" type="string"/>
            """, """
            <select1 ref="/f/huyen"><label>Huyện</label><itemset nodeset="instance('huyen')/root/item">
              <value ref="name"/><label ref="label"/></itemset></select1>
            <select1 ref="/f/xa"><label>Xã</label>
              <itemset nodeset="instance('xa')/root/item[huyen = /f/huyen]"><value ref="name"/><label ref="label"/>
              </itemset></select1>
            <input ref="/f/ten"><label>Thôn nào của
              <output value="instance('xa')/root/item[name = /f/xa]/label"/>?</label></input>
            """);

    @Test
    void offersTheChoicesThatAnotherAnswerLeaves() {
        Session session = Forms.session(CASCADE);
        Path xa = new Path("/f/xa");
        assertEquals(List.of(), session.question(xa).orElseThrow().choices());
        assertEquals(new AnswerResult.Taken(true), session.answer(new Path("/f/huyen"), "bv"));
        assertEquals(List.of(new Choice("mq", "Minh Quang"), new Choice("kt", "Khánh Thượng")),
                session.question(xa).orElseThrow().choices());
        assertInstanceOf(AnswerResult.Refused.class, session.answer(xa, "ss"));
        assertEquals(new AnswerResult.Taken(true), session.answer(xa, "kt"));
        assertEquals("Thôn nào của\n  Khánh Thượng?",
                session.question(new Path("/f/ten")).orElseThrow().label().replaceAll("\\n\\s+", "\n  "));
    }

    @Test
    void keepsAnAnswerThatIsNoLongerOfferedAndFindsItWrong() {
        Session session = Forms.session(CASCADE);
        session.answer(new Path("/f/huyen"), "bv");
        session.answer(new Path("/f/xa"), "kt");
        session.answer(new Path("/f/huyen"), "qo");
        assertEquals("kt", session.answers().get(new Path("/f/xa")));
        assertEquals(List.of(new Path("/f/xa")), session.findings().stream().map(Finding::path).toList());
        session.answer(new Path("/f/huyen"), "bv");
        assertEquals(List.of(), session.findings());
    }

    @Test
    void neverReadsAnAnswerAsAPlaceToFillIn() {
        Session session = Forms.session(Forms.form("<a/><b/>", """
                <bind nodeset="/f/a" type="string"/><bind nodeset="/f/b" type="string"/>""", """
                <input ref="/f/a"><label>A</label></input>
                <input ref="/f/b"><label>Đã nói: <output value="/f/a"/></label></input>"""));
        session.answer(new Path("/f/a"), "${0} $1 \\");
        assertEquals("Đã nói: ${0} $1 \\", session.question(new Path("/f/b")).orElseThrow().label());
    }

    @Test
    void answersTheFormsQuestionsAboutItsSurroundingsFromTheContext() {
        Questionnaire questionnaire = new XForms("en").load(Forms.form(
                "<start/><today/><device/><user/><now/><chance/><other/><id/><prop/><end/>", """
                <bind nodeset="/f/start" type="dateTime" jr:preload="timestamp" jr:preloadParams="start"/>
                <bind nodeset="/f/end" type="dateTime" jr:preload="timestamp" jr:preloadParams="end"/>
                <bind nodeset="/f/today" type="date" jr:preload="date" jr:preloadParams="today"/>
                <bind nodeset="/f/device" type="string" jr:preload="property" jr:preloadParams="deviceid"/>
                <bind nodeset="/f/user" type="string" jr:preload="property" jr:preloadParams="username"/>
                <bind nodeset="/f/now" type="string" calculate="format-date-time(now(), '%Y-%m-%d')"/>
                <bind nodeset="/f/chance" type="string" calculate="random()"/>
                <bind nodeset="/f/other" type="string" calculate="random()"/>
                <bind nodeset="/f/id" type="string" calculate="uuid()"/>
                <bind nodeset="/f/prop" type="string" calculate="property('username')"/>
                """, "").getBytes(StandardCharsets.UTF_8));
        SessionContext context = new SessionContext(ZonedDateTime.of(2024, 12, 31, 12, 15, 30, 0,
                ZoneOffset.ofHours(7)), "may-07", "dtv-07", "vi");
        var answers = questionnaire.begin(context).answers();
        assertEquals("2024-12-31T12:15:30.000+07:00", answers.get(new Path("/f/start")));
        assertEquals("2024-12-31", answers.get(new Path("/f/today")));
        assertEquals("2024-12-31", answers.get(new Path("/f/now")));
        assertEquals("may-07", answers.get(new Path("/f/device")));
        assertEquals("dtv-07", answers.get(new Path("/f/user")));
        assertEquals("dtv-07", answers.get(new Path("/f/prop")));
        assertTrue(!answers.containsKey(new Path("/f/end")) && !answers.containsKey(new Path("/f/meta/instanceID")));
        assertTrue(!answers.get(new Path("/f/chance")).equals(answers.get(new Path("/f/other"))));
        assertEquals(answers, questionnaire.begin(context).answers());
        SessionContext later = new SessionContext(context.startedAt().plusSeconds(1), "may-07", "dtv-07", "vi");
        assertTrue(!questionnaire.begin(later).answers().get(new Path("/f/id")).equals(answers.get(new Path("/f/id"))));
    }

    @Test
    void saysThatThingsChangedWhenACalculatedValueIsShown() {
        Session session = Forms.session(Forms.form("<a/><b/><c/>", """
                <bind nodeset="/f/a" type="int"/><bind nodeset="/f/b" type="int" calculate="/f/a + 1"/>
                <bind nodeset="/f/c" type="int"/>""", """
                <input ref="/f/a"><label>A</label></input><input ref="/f/b"><label>B</label></input>
                <input ref="/f/c"><label>C</label></input>"""));
        assertEquals(new AnswerResult.Taken(true), session.answer(new Path("/f/a"), "4"));
        assertEquals(Optional.of("5"), session.question(new Path("/f/b")).orElseThrow().value());
        assertTrue(session.question(new Path("/f/b")).orElseThrow().readOnly());
        assertEquals(new AnswerResult.Taken(false), session.answer(new Path("/f/a"), "4"));
        assertEquals(new AnswerResult.Taken(false), session.answer(new Path("/f/c"), "4"));
    }

    @Test
    void keepsTheOldAnswerWhenAnExpressionCannotBeComputedWithTheNewOne() {
        Session session = Forms.session(Forms.form("<a/><b/>", """
                <bind nodeset="/f/a" type="string"/>
                <bind nodeset="/f/b" type="string" calculate="if(/f/a = 'x', sum(/f/a + 1), /f/a)"/>""", """
                <input ref="/f/a"><label>A</label></input>"""));
        Path a = new Path("/f/a");
        session.answer(a, "tốt");
        ProblemException thrown = assertThrows(ProblemException.class, () -> session.answer(a, "x"));
        assertEquals(ProblemKind.QUESTIONNAIRE_INVALID, thrown.problem().kind());
        assertEquals("tốt", session.answers().get(a));
        assertEquals("tốt", session.answers().get(new Path("/f/b")));
    }
}
