package vn.hoidan.client.ui.interview;

import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.form.XForms;
import vn.hoidan.form.xlsform.Compilation;
import vn.hoidan.form.xlsform.SheetFolder;
import vn.hoidan.form.xlsform.XlsFormCompiler;
import vn.hoidan.form.xlsform.XlsFormSheets;

/// A questionnaire with a question of every type, written as sheets, in the real engine.
final class EveryType {
    private static final String FOLDER = "/vn/hoidan/client/ui/interview/everytype";

    private EveryType() {
    }

    static Questionnaire load() {
        XlsFormSheets sheets = XlsFormSheets.fromCsv(SheetFolder.onClassPath(FOLDER));
        return switch (XlsFormCompiler.compile(sheets)) {
            case Compilation.Compiled compiled -> new XForms("vi").load(compiled.xform());
            case Compilation.Refused refused -> throw new AssertionError("does not compile: " + refused.errors());
        };
    }

    static Path path(String text) {
        return new Path("/data/" + text);
    }
}
