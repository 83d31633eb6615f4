package vn.hoidan.core.interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hoidan.core.questionnaire.Path;

/// What is sent with an interview that was keyed from paper, beside its answers.
///
/// @param marks         questions without an answer, and why
/// @param notes         what the paper says beside its answers, such as an answer to a question that the form skips
/// @param secondKeying  empty for a form that was keyed once
public record PaperForm(PaperSheet sheet, Map<Path, PaperMark> marks, Map<Path, String> notes,
        Optional<SecondKeying> secondKeying) {
    public PaperForm {
        marks = Map.copyOf(marks);
        notes = Map.copyOf(notes);
    }

    /// A second keying and what came of it.
    ///
    /// @param fields    questions compared
    /// @param differing questions that differed
    /// @param rulings   what was decided; one that is missing was no longer asked after the rulings before it
    public record SecondKeying(SecondKeyer keyer, int fields, List<Path> differing,
            Map<Path, KeyingRuling> rulings) {
        public SecondKeying {
            differing = List.copyOf(differing);
            rulings = Map.copyOf(rulings);
        }
    }
}
