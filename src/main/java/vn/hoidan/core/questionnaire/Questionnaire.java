package vn.hoidan.core.questionnaire;

import java.util.List;

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

    /// A session with no answers. Takes some milliseconds; not for the thread of the window.
    Session begin(SessionContext context);
}
