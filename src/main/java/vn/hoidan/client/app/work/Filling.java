package vn.hoidan.client.app.work;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hoidan.client.app.store.Attaching;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.client.app.sync.Whereabouts;
import vn.hoidan.core.interview.AnswerManner;
import vn.hoidan.core.interview.RemarkTrail;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.AnswerResult;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.Finding;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.Session;
import vn.hoidan.core.sync.Bytes;

/// A questionnaire being filled in, as the screen knows it: an interview in the field, or an author's trial of a form.
/// All methods belong to the window's thread and answer at once; what takes longer calls back on it.
public interface Filling {
    /// The form as it stands; see {@link Session#sections}.
    List<Element.Group> sections();

    Optional<Element.Question> question(Path path);

    Progress progress();

    /// The first question without an answer: where one goes on.
    Optional<Path> firstOpen();

    /// Where it was left when it was opened again; empty when it is new. It may have stopped being relevant.
    Optional<Path> lastPlace();

    /// Answers kept before that the questionnaire would not take again; 0 unless something is wrong.
    int factsNotTaken();

    /// Answers a question; see {@link Session#answer}.
    AnswerResult answer(Path path, String value);

    /// The same, with whose hand gave it and who could see it.
    AnswerResult answer(Path path, String value, AnswerManner manner);

    /// The comments, and how answers were given.
    RemarkTrail remarks();

    /// The respondent fills the whole of it in alone; the enumerator hands the laptop over and gets it back.
    boolean aloneOnDevice();

    /// Keeps the enumerator's own words on a question.
    ///
    /// @param text at most {@link vn.hoidan.core.interview.Fact.CommentSet#MOST_CHARACTERS}; empty takes it away
    void comment(Path path, String text);

    /// Takes an answer away.
    AnswerResult clear(Path path);

    /// Reads a file, keeps it and answers a question for a file or picture with its name. The file is read off the
    /// window's thread.
    void attach(Path question, AttachmentSource source, AnswerManner manner, Consumer<Attaching> onDone,
            Consumer<Problem> onProblem);

    /// The content of a file that was attached, by its name; empty when it is not kept here.
    void attachment(String name, Consumer<Optional<Bytes>> onDone, Consumer<Problem> onProblem);

    /// A picture that belongs to the questionnaire, by the name of its file.
    Optional<Bytes> picture(String name);

    /// Adds an instance at the end of a repeat; gives its path.
    Path addRepeat(Path repeat);

    /// Removes an instance of a repeat; those after it move up.
    void removeRepeat(Path instance);

    /// Language tags that the questionnaire is written in, default first.
    List<String> languages();

    String language();

    /// Texts change, answers and place do not.
    void setLanguage(String language);

    /// Somebody went back to an earlier question. Only interviews count it.
    default void wentBack() {
    }

    /// What stands behind the screening questions. Only interviews of a free quota have one that may be closed.
    default Gate gate() {
        return Gate.OPEN;
    }

    /// Leaves it for later.
    ///
    /// @param where the question in focus
    void pause(Path where);

    SaveState saveState();

    /// The one who is told of each change of {@link #saveState}, and of the present one at once.
    void onSaveState(Consumer<SaveState> listener);

    /// Tries again to write what could not be written.
    void saveAgain();

    /// Looks through the whole form off the window's thread; what is missing or wrong comes back in its order.
    void check(Consumer<List<Finding>> onDone, Consumer<Problem> onProblem);

    /// Where it is, once completed; looked up on the writer's lane. An author's trial is nowhere and calls nobody.
    void whereabouts(Consumer<Whereabouts> onDone, Consumer<Problem> onProblem);

    /// Checks the whole form and, if nothing is missing or wrong, closes it to change.
    void complete(Consumer<Completing> onDone, Consumer<Problem> onProblem);
}
