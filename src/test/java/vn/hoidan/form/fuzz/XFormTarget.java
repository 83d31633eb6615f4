package vn.hoidan.form.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.QuestionnairePackage;
import vn.hoidan.form.XForms;
import vn.hoidan.support.FuzzLimit;

/// Loads bytes as an XForm, or as a package of one and a list in a file where a line `=` stands between them: it loads,
/// or is refused in words.
public final class XFormTarget {
    static final String BETWEEN = "\n=\n";
    static final String FILE = "villages.csv";

    private XFormTarget() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzLimit.hold(() -> {
            try {
                new XForms("vi").load(questionnaire(input));
            } catch (ProblemException told) {
                if (told.problem().kind() != ProblemKind.QUESTIONNAIRE_INVALID) {
                    throw told;
                }
            }
        });
    }

    private static Bytes questionnaire(byte[] input) {
        // A byte is a character here, so that a changed byte does not break what follows.
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            return Bytes.of(input);
        }
        Bytes form = Bytes.of(Arrays.copyOf(input, between));
        Bytes list = Bytes.of(Arrays.copyOfRange(input, between + BETWEEN.length(), input.length));
        return QuestionnairePackage.pack(form, Map.of(FILE, list));
    }
}
