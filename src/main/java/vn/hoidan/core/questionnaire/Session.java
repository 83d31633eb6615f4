package vn.hoidan.core.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One interview being filled in. Not safe for several threads at once. All reading methods give what holds now.
public interface Session {
    /// The relevant parts of the form: its top-level groups in order; questions that stand in no group are gathered
    /// under a group of their own with an empty label.
    List<Element.Group> sections();

    /// The question at this path, if it is relevant now.
    Optional<Element.Question> question(Path path);

    /// Answers with a lexical value of the question's type. A refused answer leaves the old one in place.
    ///
    /// @throws IllegalArgumentException if there is no relevant question at the path or it is read-only
    AnswerResult answer(Path path, String value);

    /// Takes the answer away. Same rules as {@link #answer}.
    AnswerResult clear(Path path);

    /// Adds an instance at the end of a repeat; gives its path.
    Path addRepeat(Path repeat);

    /// Removes an instance such as `/data/member[2]`; those after it move up.
    void removeRepeat(Path instance);

    /// Everything that stands between this interview and its completion, in the form's order. Answers the whole form
    /// again: tens of milliseconds, not for the thread of the window.
    List<Finding> findings();

    /// Relevant answers by path in the form's order: what is completed, stored and sent.
    Map<Path, String> answers();

    /// What is not shown now and why, in the form's order; the outer part before what lies inside it. For the author of
    /// a form; may take some milliseconds.
    List<HiddenPart> hidden();

    /// Texts change, answers and place do not.
    void setLanguage(String language);

    String language();
}
