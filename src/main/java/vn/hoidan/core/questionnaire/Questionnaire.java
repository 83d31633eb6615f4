package vn.hoidan.core.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The port of the engine: a questionnaire that can be asked. Safe to use from several threads; each
/// {@link Session} it begins is for one interview and one thread at a time.
public interface Questionnaire {
    QuestionnaireId id();

    /// Title in the form's own words.
    String title();

    /// Version the author gave it, or empty.
    String version();

    /// Language tags it is written in, default first.
    List<String> languages();

    /// A file that belongs to it, such as the picture of a label. Look-up lists are not given. The array is the
    /// caller's own.
    ///
    /// @param name as {@link Element.Question#image} and {@link Choice#image} name it
    Optional<byte[]> file(String name);

    /// What the author asks for and a desktop cannot do, such as drawing or recording a voice: paths without positions.
    List<Path> unaskable();

    /// Paths without positions that the form reads in the interview saved before; it may look at all that lies at or
    /// below them.
    Set<Path> lastSavedPaths();

    /// A session with no answers. Takes some milliseconds; not for the thread of the window.
    Session begin(SessionContext context);
}
