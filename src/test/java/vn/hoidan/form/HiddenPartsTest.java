package vn.hoidan.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.questionnaire.HiddenPart;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;

class HiddenPartsTest {
    private static final String FORM = Forms.form(
            "<sex/><age/><g><job/><pay/></g><n/><m jr:template=\"\"><name/><born/></m>", """
            <bind nodeset="/f/sex" type="string"/><bind nodeset="/f/age" type="int"/>
            <bind nodeset="/f/g" relevant="/f/age &gt;= 15"/><bind nodeset="/f/g/job" type="string"/>
            <bind nodeset="/f/g/pay" type="int" relevant="string-length( /f/g/job ) &gt; 0"/>
            <bind nodeset="/f/n" type="int"/><bind nodeset="/f/m/name" type="string"/>
            <bind nodeset="/f/m/born" type="int" relevant="../name != '' and /f/sex = '1'"/>
            """, """
            <input ref="/f/sex"><label>Giới</label></input><input ref="/f/age"><label>Tuổi</label></input>
            <group ref="/f/g"><label>Việc</label><input ref="/f/g/job"><label>Nghề</label></input>
            <input ref="/f/g/pay"><label>Lương</label></input></group>
            <input ref="/f/n"><label>Số người</label></input>
            <group ref="/f/m"><label>Người</label><repeat nodeset="/f/m" jr:count="/f/n">
            <input ref="/f/m/name"><label>Tên</label></input><input ref="/f/m/born"><label>Sinh</label></input>
            </repeat></group>
            """);

    private static HiddenPart part(Session session, String path) {
        return session.hidden().stream().filter(part -> part.path().text().equals(path)).findFirst().orElseThrow();
    }

    private static HiddenPart.Reason reason(String path, String value) {
        return new HiddenPart.Reason(new Path(path), Optional.of(value).filter(text -> !text.isEmpty()));
    }

    @Test
    void tellsTheConditionAsWrittenAndTheAnswersItLooksAt() {
        Session session = Forms.session(FORM);
        session.answer(new Path("/f/age"), "12");
        HiddenPart group = part(session, "/f/g");
        assertEquals("Việc", group.label());
        assertEquals("/f/age >= 15", group.condition());
        assertEquals(List.of(reason("/f/age", "12")), group.reasons());
    }

    @Test
    void namesTheConditionOfTheNearestPartAroundThatIsFalse() {
        Session session = Forms.session(FORM);
        assertEquals("/f/age >= 15", part(session, "/f/g/job").condition());
        assertEquals("string-length( /f/g/job ) > 0", part(session, "/f/g/pay").condition());
        session.answer(new Path("/f/age"), "20");
        assertEquals(List.of("/f/g/pay", "/f/m"),
                session.hidden().stream().map(part -> part.path().text()).toList());
        session.answer(new Path("/f/g/job"), "giáo viên");
        assertEquals(List.of("/f/m"), session.hidden().stream().map(part -> part.path().text()).toList());
    }

    @Test
    void tellsTheCountOfARepeatThatHasNoInstances() {
        Session session = Forms.session(FORM);
        assertEquals(new HiddenPart(new Path("/f/m"), "Người", "/f/n", List.of(reason("/f/n", ""))),
                part(session, "/f/m"));
    }

    @Test
    void tellsEachInstanceItsOwnReasons() {
        Session session = Forms.session(FORM);
        session.answer(new Path("/f/age"), "9");
        session.answer(new Path("/f/n"), "2");
        session.answer(new Path("/f/m[2]/name"), "Hai");
        assertEquals(List.of(reason("/f/m[2]/name", "Hai"), reason("/f/sex", "")),
                part(session, "/f/m[2]/born").reasons());
        session.answer(new Path("/f/sex"), "1");
        assertEquals(List.of("/f/g", "/f/g/job", "/f/g/pay", "/f/m[1]/born"),
                session.hidden().stream().map(part -> part.path().text()).toList());
    }

    @Test
    void namesWhatADesktopCannotAskEvenWhereItIsHidden() {
        Questionnaire questionnaire = new XForms().load(Forms.form(
                "<a/><m jr:template=\"\"><voice/></m><place/>", """
                <bind nodeset="/f/a" type="string"/><bind nodeset="/f/m" relevant="/f/a = '1'"/>
                <bind nodeset="/f/m/voice" type="binary"/><bind nodeset="/f/place" type="geopoint"/>
                <odk:setgeopoint ref="/f/place" event="odk-instance-first-load"/>
                """, """
                <input ref="/f/a"><label>A</label></input><group ref="/f/m"><label>M</label><repeat nodeset="/f/m">
                <upload ref="/f/m/voice" mediatype="audio/*"><label>Nói</label></upload></repeat></group>
                """).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(List.of(new Path("/f/m/voice"), new Path("/f/place")), questionnaire.unaskable());
    }
}
