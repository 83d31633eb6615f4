package vn.hoidan.server.app.book;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.Round;
import vn.hoidan.core.survey.SurveyId;

/// What is kept for the index of each survey, beside its interviews.
public interface IndexBooks {

    /// How its index is counted; empty for a survey without one.
    Optional<IndexMethod> method(SurveyId survey);

    /// Puts a method in place of the one there is.
    void setMethod(SurveyId survey, IndexMethod method);

    /// Earlier rounds to compare with, the oldest first.
    List<Round> rounds(SurveyId survey);

    /// Keeps a round; one of the same name goes.
    void putRound(SurveyId survey, Round round);

    /// True if there was one of this name.
    boolean removeRound(SurveyId survey, String name);
}
