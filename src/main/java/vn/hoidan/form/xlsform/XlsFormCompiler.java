package vn.hoidan.form.xlsform;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.sync.Bytes;

/// Compiles an XLSForm to an ODK XForm as the field's common compiler (pyxform) does, with three wishes of our own: all
/// errors are found at once and name their cell; a grid stays a group with the appearance `table-list` instead of
/// being taken apart into helper questions; a text without a translation is shown in the main language.
///
/// Refused with a clear error, because the engine has nothing for it: entities, `osm`, the appearance `search()`.
public final class XlsFormCompiler {
    /// Expressions are parsed recursively; a long chain of terms needs a deep stack.
    private static final long STACK_BYTES = 16L * 1024 * 1024;
    private static final String ENTITIES = "entities";

    private XlsFormCompiler() {
    }

    /// The XForm, or all that is wrong with the sheets. Takes some tens of milliseconds.
    public static Compilation compile(XlsFormSheets sheets) {
        FutureTask<Compilation> task = new FutureTask<>(() -> withFindings(compileHere(sheets), sheets.findings()));
        Thread thread = new Thread(null, task, "xlsform-compiler", STACK_BYTES);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    // The work is short and bounded: end it, then pass the interruption on.
                    interrupted = true;
                }
            }
        } catch (ExecutionException mistake) {
            throw new IllegalStateException("the compiler failed", mistake.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Adds what was found on reading, so that the author learns of everything at once.
    private static Compilation withFindings(Compilation compiled, List<CellError> findings) {
        if (findings.isEmpty()) {
            return compiled;
        }
        CellErrors all = new CellErrors();
        all.addAll(findings);
        switch (compiled) {
            case Compilation.Compiled done -> all.addAll(done.warnings());
            case Compilation.Refused refused -> all.addAll(refused.errors());
        }
        return compiled instanceof Compilation.Compiled done && all.isEmpty()
                ? new Compilation.Compiled(done.xform(), done.questions(), done.files(), all.warnings())
                : new Compilation.Refused(all.errors());
    }

    private static Compilation compileHere(XlsFormSheets sheets) {
        CellErrors errors = new CellErrors();
        Bounds.check(sheets, errors);
        Optional<Sheet> survey = sheets.find(SurveySheet.NAME);
        if (survey.isEmpty()) {
            errors.add(CellErrorKind.SHEET_MISSING, SurveySheet.NAME, 0, "", SurveySheet.NAME);
        }
        if (!errors.isEmpty()) {
            return new Compilation.Refused(errors.errors());
        }
        Settings settings = Settings.read(sheets.orNone("settings"), errors);
        refuseEntities(sheets.orNone(ENTITIES), errors);
        ChoiceLists lists = ChoiceLists.read(sheets, settings, errors);
        List<SurveyRow> rows = SurveySheet.rows(survey.get(), settings, errors);
        if (rows.isEmpty()) {
            errors.add(CellErrorKind.SHEET_EMPTY, SurveySheet.NAME, 0, "", SurveySheet.NAME);
        }
        Instances instances = new Instances(errors);
        Node form = TreeReader.read(rows, settings, lists, instances, errors);
        Languages languages = languages(rows, lists, settings, errors);
        References references = new References(form, instances, errors);
        Expressions expressions = new Expressions(references, instances, errors);
        Itext itext = new Itext(languages);
        FormTexts texts = new FormTexts(itext, references, instances, errors);
        Xml document = document(settings, itext, instances,
                new ModelWriter(form, settings, lists, texts, expressions, instances, errors),
                new BodyWriter(form, lists, texts, expressions, references, errors));
        TreeChecks.checkLists(form, lists, instances);
        Cycles.check(form, references, errors);
        if (!errors.isEmpty()) {
            return new Compilation.Refused(errors.errors());
        }
        Bytes xform = Bytes.of(document.document().getBytes(StandardCharsets.UTF_8));
        return new Compilation.Compiled(xform, questions(form, lists), instances.files(), errors.warnings());
    }

    /// Entities are records that outlive an interview; a form that needs them cannot run here.
    private static void refuseEntities(Sheet sheet, CellErrors errors) {
        String column = sheet.header().isEmpty() ? "" : sheet.header().getFirst();
        sheet.rows().stream().filter(row -> !row.isBlank()).forEach(row -> errors.add(
                CellErrorKind.ENTITIES_NOT_SUPPORTED, sheet.name(), row.number(), column, row.cell(0)));
    }

    private static Map<Path, List<String>> questions(Node form, ChoiceLists lists) {
        return form.all().filter(Node::isQuestion).collect(Collectors.toMap(node -> new Path(node.path()),
                node -> lists.list(node.question().list()).stream().map(ChoiceLists.Choice::name).toList()));
    }

    private static Languages languages(List<SurveyRow> rows, ChoiceLists lists, Settings settings,
            CellErrors errors) {
        Set<String> found = new LinkedHashSet<>(SurveySheet.languages(rows));
        found.addAll(lists.languages());
        if (found.size() > Limits.MOST_LANGUAGES) {
            errors.add(CellErrorKind.TOO_MANY_LANGUAGES, SurveySheet.NAME, Sheet.HEADER_ROW, "",
                    String.valueOf(Limits.MOST_LANGUAGES));
        }
        String wanted = settings.value("default_language");
        if (!wanted.isEmpty() && !Languages.isKnown(found, wanted)) {
            errors.add(CellErrorKind.DEFAULT_LANGUAGE_UNKNOWN, Settings.SHEET, Sheet.HEADER_ROW + 1, "default_language",
                    wanted);
        }
        return Languages.of(found, wanted);
    }

    private static Xml document(Settings settings, Itext itext, Instances instances, ModelWriter modelWriter,
            BodyWriter bodyWriter) {
        Xml html = new Xml("h:html")
                .attribute("xmlns", "http://www.w3.org/2002/xforms")
                .attribute("xmlns:h", "http://www.w3.org/1999/xhtml")
                .attribute("xmlns:ev", "http://www.w3.org/2001/xml-events")
                .attribute("xmlns:xsd", "http://www.w3.org/2001/XMLSchema")
                .attribute("xmlns:jr", "http://openrosa.org/javarosa")
                .attribute("xmlns:orx", "http://openrosa.org/xforms")
                .attribute("xmlns:odk", "http://www.opendatakit.org/xforms");
        settings.namespaces().forEach((prefix, name) -> html.attribute("xmlns:" + prefix, name));
        Xml head = html.add("h:head");
        head.add("h:title").text(settings.title());
        // The texts are gathered while model and body are written, yet stand first.
        Xml written = new Xml("model");
        modelWriter.write(written);
        Xml body = html.add("h:body");
        if (!settings.value("style").isEmpty()) {
            body.attribute("class", settings.value("style"));
        }
        bodyWriter.write(body);
        // Which instances there are is known only after all expressions were read.
        Xml others = new Xml("instances");
        instances.write(others);
        Xml model = head.add("model").attribute("odk:xforms-version", "1.0.0");
        if (!itext.isEmpty()) {
            model.child(itext.element());
        }
        model.childrenOf(written);
        model.childrenOf(others);
        return html;
    }
}
