package vn.hoidan.server.app;

import java.util.Optional;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.survey.SurveyId;

/// What is kept for the index of each survey, beside its interviews.
public interface IndexBooks {

    /// How its index is counted; empty for a survey without one.
    Optional<IndexMethod> method(SurveyId survey);

    /// Puts a method in place of the one there is.
    void setMethod(SurveyId survey, IndexMethod method);
}
