package vn.hoidan.client.ui.preview;

import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.work.Trial;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.HiddenPart;
import vn.hoidan.core.questionnaire.Path;

/// A part that is not shown now, and why, as the author reads it.
///
/// @param label     or empty
/// @param condition as it stands in the form
record HiddenLine(Path path, String label, String condition, List<Reason> reasons) {
    HiddenLine {
        reasons = List.copyOf(reasons);
    }

    /// An answer that the condition looks at.
    ///
    /// @param label of its question, or empty when that is not shown either
    /// @param value as it would be stored, or empty
    /// @param words labels of the choices that the value stands for, or empty
    record Reason(Path path, String label, String value, String words) {
    }

    static HiddenLine of(HiddenPart part, Trial trial) {
        return new HiddenLine(part.path(), part.label(), part.condition(),
                part.reasons().stream().map(reason -> reason(reason, trial)).toList());
    }

    private static Reason reason(HiddenPart.Reason reason, Trial trial) {
        Optional<Element.Question> question = trial.question(reason.path());
        String value = reason.value().orElse("");
        List<String> codes = List.of(value.split(" "));
        String words = question.stream().flatMap(asked -> asked.choices().stream())
                .filter(choice -> codes.contains(choice.code())).map(choice -> choice.label())
                .reduce((one, other) -> one + ", " + other).orElse("");
        return new Reason(reason.path(), question.map(Element.Question::label).orElse(""), value, words);
    }
}
