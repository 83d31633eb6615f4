package vn.hoidan.client.app.store;

import java.time.Instant;
import java.util.Optional;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.interview.InterviewMode;
import vn.hoidan.core.interview.InterviewState;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sync.Ruling;

/// An interview on this laptop, without its answers.
///
/// @param lease        the lease whose unit it holds or used
/// @param answered     questions answered
/// @param asked        questions to answer, as far as is known now
/// @param facts        facts stored
/// @param recordNumber its place in the up-log once completed
/// @param ruling       what the server made of it
/// @param lostFacts    facts that were lost when the store was damaged; the answers in them have to be asked again
/// @param safeSince    by the server's clock, when it was first seen to be safe
/// @param onlyAtOffice its answers were deleted here, long after they were safe, see the rule of two weeks
public record InterviewEntry(InterviewId id, QuestionnaireId questionnaire, ListId list, int household,
        Optional<LeaseId> lease, InterviewMode mode, InterviewState state, Instant startedAt, Instant changedAt,
        int answered, int asked, int facts, Optional<Long> recordNumber, Optional<Ruling> ruling, int lostFacts,
        Optional<Instant> safeSince, boolean onlyAtOffice) {
    /// An interview that lost nothing and is here.
    public InterviewEntry(InterviewId id, QuestionnaireId questionnaire, ListId list, int household,
            Optional<LeaseId> lease, InterviewMode mode, InterviewState state, Instant startedAt, Instant changedAt,
            int answered, int asked, int facts, Optional<Long> recordNumber, Optional<Ruling> ruling) {
        this(id, questionnaire, list, household, lease, mode, state, startedAt, changedAt, answered, asked, facts,
                recordNumber, ruling, 0, Optional.empty(), false);
    }

    /// True when it was completed and sent, and its record was lost here since, with the store damaged: the office has
    /// it, unless it was restored.
    public boolean isUnproven() {
        return state == InterviewState.COMPLETED && recordNumber.isEmpty() && !onlyAtOffice;
    }
}
