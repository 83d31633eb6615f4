package vn.hoidan.form.author;

import java.util.List;
import vn.hoidan.core.pack.FormRemark;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.declaration.DeclarationFault;
import vn.hoidan.form.spreadsheet.FileFault;
import vn.hoidan.form.xlsform.CellError;
import vn.hoidan.form.xlsform.Sheet;
import vn.hoidan.message.Messages;

/// Puts what the reader, the compiler and the engine found into the words of a remark.
final class Remarks {
    private static final String BUNDLE = "vn/hoidan/form/author/messages";
    private static final String VIETNAMESE = "vi";
    private static final String ENGLISH = "en";
    /// The sentence says how to mend it already.
    private static final Text NOTHING = Text.of("", "");
    private static final String PLACE = "place";
    private static final String REASON = "reason";

    private Remarks() {
    }

    static FormRemark of(FileFault fault) {
        return new FormRemark(FormRemark.Severity.ERROR, "", 0, "", Text.of(fault.file(), fault.file()),
                Text.of(fault.what(VIETNAMESE), fault.what(ENGLISH)),
                Text.of(fault.mend(VIETNAMESE), fault.mend(ENGLISH)));
    }

    static List<FormRemark> of(List<CellError> errors) {
        return errors.stream().map(Remarks::of).toList();
    }

    private static FormRemark of(CellError error) {
        return new FormRemark(error.kind().isWarning() ? FormRemark.Severity.WARNING : FormRemark.Severity.ERROR,
                error.sheet(), error.row(), error.column(),
                Text.of(error.place(VIETNAMESE), error.place(ENGLISH)),
                Text.of(error.what(VIETNAMESE), error.what(ENGLISH)),
                Text.of(error.mend(VIETNAMESE), error.mend(ENGLISH)));
    }

    /// What the engine refused, told in both languages.
    static FormRemark of(Problem vietnamese, Problem english) {
        return new FormRemark(FormRemark.Severity.ERROR, "", 0, "",
                Text.of(detail(vietnamese, PLACE), detail(english, PLACE)),
                Text.of(detail(vietnamese, REASON), detail(english, REASON)), text("engine.mend"));
    }

    private static String detail(Problem problem, String name) {
        return problem.details().getOrDefault(name, "");
    }

    /// @param folders where it was looked for
    static FormRemark file(String key, String name, String folders, FormRemark.Severity severity) {
        return new FormRemark(severity, "", 0, "", text("file.place", name), text("file." + key + ".what", name),
                text("file." + key + ".mend", name, folders));
    }

    /// A contradiction or a cell that cannot be read in a declaration of quotas.
    static FormRemark of(DeclarationFault fault, String sheet) {
        String column = fault.reason().column();
        String place = fault.row() == 0 ? "sheet" : column.isEmpty() ? "row" : "cell";
        return new FormRemark(FormRemark.Severity.ERROR, sheet, fault.row(), column,
                text("quotas.place." + place, sheet, String.valueOf(fault.row()), column),
                text("quotas." + fault.reason().code(), fault.details().toArray(String[]::new)), NOTHING);
    }

    /// Something wrong with a whole file of quotas.
    static FormRemark quotas(String key, String file, String... values) {
        return new FormRemark(FormRemark.Severity.ERROR, "", 0, "", Text.of(file, file),
                text("quotas." + key, values), NOTHING);
    }

    static FormRemark columnTwice(String sheet, String column) {
        return new FormRemark(FormRemark.Severity.ERROR, sheet, Sheet.HEADER_ROW, column,
                text("quotas.place.cell", sheet, String.valueOf(Sheet.HEADER_ROW), column),
                text("quotas.column-twice", column), NOTHING);
    }

    static FormRemark unaskable(Path path) {
        return new FormRemark(FormRemark.Severity.WARNING, "", 0, "", Text.of(path.text(), path.text()),
                text("unaskable.what"), text("unaskable.mend"));
    }

    private static Text text(String key, String... values) {
        return Text.of(Messages.of(BUNDLE, VIETNAMESE).get(key, (Object[]) values),
                Messages.of(BUNDLE, ENGLISH).get(key, (Object[]) values));
    }
}
