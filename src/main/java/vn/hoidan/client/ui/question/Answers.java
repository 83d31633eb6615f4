package vn.hoidan.client.ui.question;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.hoidan.client.app.store.Attaching;
import vn.hoidan.client.app.store.AttachmentSource;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.sync.Bytes;

/// Who takes the answers that the fields are given.
public interface Answers {
    /// Reads what was typed and answers with it; nothing typed takes the answer away. What cannot be read or is
    /// refused stays to be seen under {@link #refusal}.
    ///
    /// @return true when the answer stands
    boolean type(Path path, String typed, Reading reading);

    /// Chooses for select-one, adds or takes away for select-multiple, gives the next place for rank.
    void choose(Path path, String code);

    /// Answers with a value that needs no reading.
    void set(Path path, String value);

    /// Takes the answer away, and a refused one too.
    void clear(Path path);

    /// What was last typed here and not taken.
    Optional<Refusal> refusal(Path path);

    /// The codes put in order so far; a ranking is an answer only when it is whole.
    List<String> ranking(Path path);

    /// Moves a code that has its place in a ranking by so many places.
    void moveRank(Path path, String code, int by);

    /// Reads a file and answers with it. What was not taken leaves the old answer in place.
    void attach(Path path, AttachmentSource source, Consumer<Attaching> onDone, Consumer<Problem> onProblem);

    /// The content of a file that was attached; empty when it is not kept here.
    void attachment(String name, Consumer<Optional<Bytes>> onDone, Consumer<Problem> onProblem);

    /// A picture that belongs to the form, by the name of its file.
    Optional<Bytes> picture(String name);

    /// The answer here is complete and one wants to go on.
    void goOn(Path path);

    /// Adds an instance to a repeat and goes there.
    void addMember(Path repeat);

    /// Takes an instance of a repeat away with its answers.
    void removeMember(Path instance);
}
