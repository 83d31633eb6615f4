package vn.hoidan.form.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.form.XForms;
import vn.hoidan.form.xlsform.Compilation;
import vn.hoidan.form.xlsform.SheetFolder;
import vn.hoidan.form.xlsform.XlsFormCompiler;
import vn.hoidan.form.xlsform.XlsFormSheets;
import vn.hoidan.support.FuzzLimit;

/// Compiles sheets in CSV, one after another in the input with a line `=` between them. What compiles must be a form
/// that the engine loads or refuses in words.
public final class SheetsTarget {
    private static final List<String> NAMES =
            List.of("survey.csv", "choices.csv", "settings.csv", "external_choices.csv");
    private static final String BETWEEN = "\n=\n";

    private SheetsTarget() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        // A byte is a character here, so that a changed byte does not break what follows.
        String[] texts = new String(input, StandardCharsets.ISO_8859_1).split(BETWEEN, -1);
        Map<String, byte[]> files = new HashMap<>();
        for (int index = 0; index < Math.min(texts.length, NAMES.size()); index++) {
            files.put(NAMES.get(index), texts[index].getBytes(StandardCharsets.ISO_8859_1));
        }
        SheetFolder folder = name -> Optional.ofNullable(files.get(name));
        FuzzLimit.hold(() -> compile(folder));
    }

    private static void compile(SheetFolder folder) {
        try {
            switch (XlsFormCompiler.compile(XlsFormSheets.fromCsv(folder))) {
                case Compilation.Compiled compiled -> new XForms("en").load(compiled.xform());
                case Compilation.Refused refused -> refused.errors().forEach(error -> error.text("vi"));
            }
        } catch (ProblemException told) {
            ProblemKind kind = told.problem().kind();
            if (kind != ProblemKind.PACK_INVALID && kind != ProblemKind.QUESTIONNAIRE_INVALID) {
                throw told;
            }
        }
    }
}
