package vn.hoidan.core.interview;

import java.util.List;
import vn.hoidan.core.questionnaire.Path;

/// What is sent with an interview beside its answers: the enumerator's comments, and which answers were not simply
/// entered by the enumerator.
///
/// @param comments      in the order of the form, those of questions that it does not ask any more last
/// @param answeredAlone by the respondent, unseen by the enumerator; in the form's order
/// @param enteredOpenly by the enumerator, although the form wants them answered alone; in the form's order
public record Remarks(List<Comment> comments, List<Path> answeredAlone, List<Path> enteredOpenly) {
    public static final Remarks NONE = new Remarks(List.of(), List.of(), List.of());

    public Remarks {
        comments = List.copyOf(comments);
        answeredAlone = List.copyOf(answeredAlone);
        enteredOpenly = List.copyOf(enteredOpenly);
    }

    /// A comment on a question.
    ///
    /// @param asked false when the question was hidden by a later answer, so that the comment stands beside none
    public record Comment(Path path, String text, boolean asked) {
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
