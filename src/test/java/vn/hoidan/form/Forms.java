package vn.hoidan.form;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.xlsform.Compilation;
import vn.hoidan.form.xlsform.SheetFolder;
import vn.hoidan.form.xlsform.XlsFormCompiler;
import vn.hoidan.form.xlsform.XlsFormSheets;

/// Forms to test with.
final class Forms {
    private Forms() {
    }

    static Bytes sipasXForm() {
        XlsFormSheets sheets = XlsFormSheets.fromCsv(SheetFolder.onClassPath("/vn/hoidan/packs/sipas-2023"));
        if (XlsFormCompiler.compile(sheets) instanceof Compilation.Compiled compiled) {
            return compiled.xform();
        }
        throw new AssertionError("the SIPAS sheets do not compile");
    }

    static Questionnaire sipas() {
        return new XForms("en").load(sipasXForm());
    }

    static SessionContext context(String language) {
        return new SessionContext(ZonedDateTime.of(2024, 11, 2, 9, 30, 0, 0, ZoneOffset.ofHours(7)), "may-01",
                "dtv-01", language);
    }

    static Session session(String xform) {
        return new XForms("en").load(xform.getBytes(StandardCharsets.UTF_8)).begin(context("vi"));
    }

    /// A form `f` from the inside of its instance, its binds and its body.
    static String form(String instance, String binds, String body) {
        return form(instance, "", binds, body);
    }

    /// @param others secondary instances and itext
    static String form(String instance, String others, String binds, String body) {
        return """
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
                  xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">
                <h:head><h:title>Thử</h:title><model odk:xforms-version="1.0.0">
                <instance><f id="f" version="3">%s<meta><instanceID/></meta></f></instance>%s
                <bind nodeset="/f/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
                %s</model></h:head><h:body>%s</h:body></h:html>
                """.formatted(instance, others, binds, body);
    }

    static List<Element.Question> questions(Session session) {
        List<Element.Question> questions = new ArrayList<>();
        session.sections().forEach(section -> collect(section, questions));
        return questions;
    }

    private static void collect(Element element, List<Element.Question> questions) {
        switch (element) {
            case Element.Question question -> questions.add(question);
            case Element.Group group -> group.elements().forEach(inner -> collect(inner, questions));
            case Element.Repeat repeat -> repeat.instances().forEach(inner -> collect(inner, questions));
        }
    }

    /// The seed of a random test, printed so that a failure can be repeated with `-Dhoidan.seed=…`.
    static long seed() {
        long seed = Long.getLong("hoidan.seed", System.nanoTime());
        System.getLogger(Forms.class.getName()).log(System.Logger.Level.INFO, "hoidan.seed=" + seed);
        return seed;
    }
}
