package vn.hoidan.core.sync;

import java.time.Instant;
import java.util.List;
import vn.hoidan.core.interview.Fact;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.sampling.ListId;

/// Everything of an interview in work that another laptop needs to go on with it. The lease is left out: another laptop
/// has its own.
///
/// @param answered questions answered
/// @param asked    questions to answer
/// @param facts    oldest first
public record Draft(InterviewId id, QuestionnaireId questionnaire, ListId list, int household, InterviewMode mode,
        Instant startedAt, int answered, int asked, List<Fact> facts) {
    /// Most interviews in work of one person that are kept at the office.
    public static final int MOST_OF_A_PERSON = 100;

    public Draft {
        facts = List.copyOf(facts);
    }

    public DraftMark mark() {
        return new DraftMark(id, facts.size());
    }
}
