package vn.hoidan.core.indicator;

import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Text;

/// One published figure.
///
/// @param code        names it for ever: `satisfaction.07`
/// @param parent      code of the indicator that it is part of, if any
/// @param question    what it is counted from, if it is measured
/// @param responsible who answers for it, where the pack says so
public record Indicator(String code, IndicatorKind kind, Optional<String> parent, Text label,
        Optional<Measured> question, Optional<Text> responsible) {
    public Indicator {
        if (code.isBlank()) {
            throw new IllegalArgumentException("an indicator without code");
        }
        if (kind.isMeasured() != question.isPresent()) {
            throw new IllegalArgumentException(code + ": only what is measured names a question");
        }
    }

    /// One that nobody in particular answers for.
    public Indicator(String code, IndicatorKind kind, Optional<String> parent, Text label,
            Optional<Measured> question) {
        this(code, kind, parent, label, question, Optional.empty());
    }

    /// @param path   of the question
    /// @param counts codes of the choices that count: `4` and `5` of five levels of satisfaction
    public record Measured(Path path, Set<String> counts) {
        public Measured {
            counts = Set.copyOf(counts);
            if (counts.isEmpty()) {
                throw new IllegalArgumentException("no level counts: " + path.text());
            }
        }
    }
}
